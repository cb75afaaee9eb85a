import fc from "fast-check";
import { expect, test } from "vitest";
import { compareTexts, type Line } from "#domain/text/compare.ts";

const bare = (text: string) => text.replace(/\s+/g, "");

/** All words of one of the two texts, as the comparison has them. */
function words(lines: readonly Line[], side: "added" | "removed"): string {
  return bare(
    lines
      .flatMap(({ parts }) => parts)
      .filter(({ kind }) => kind === "same" || kind === side)
      .map(({ text }) => text)
      .join(""),
  );
}

test("a sentence that changed is one line with its words apart, the sentences around it stand", () => {
  const lines = compareTexts(
    "桥明年通车。渡船停在北岸。老顾六十岁。",
    "桥明年通车。渡船停在南岸。老顾六十岁。镇上放了烟花。",
    "zh-Hans",
  );
  expect(lines.map(({ kind }) => kind)).toEqual(["same", "changed", "same", "added"]);
  const changed = lines[1]?.parts ?? [];
  expect(changed.find(({ kind }) => kind === "removed")?.text).toContain("北");
  expect(changed.find(({ kind }) => kind === "added")?.text).toContain("南");
});

test("English is told by words, and a sentence that has nothing of the other is another sentence", () => {
  const lines = compareTexts(
    "The bridge opens in May. The old ferry rests.",
    "The bridge opens in June. Fireworks lit every window along the quay.",
    "en",
  );
  expect(lines.map(({ kind }) => kind)).toEqual(["changed", "added", "removed"]);
  expect(lines[0]?.parts.filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "removed", text: "May" },
    { kind: "added", text: "June" },
  ]);
});

test("white space and paragraphs joined anew are no change", () => {
  const lines = compareTexts("一。\n二。", "一。 二。\n", "zh");
  expect(lines.every(({ kind }) => kind === "same")).toBe(true);
});

test("no word of either text is left out or said twice", () => {
  const sentence = fc.constantFrom(
    "风停了。",
    "船走了。",
    "A boat left. ",
    "He said: “No.” ",
    "——",
    "雨下了一整夜，",
    "\n",
    "3.5",
  );
  const text = fc.array(sentence, { maxLength: 14 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, fc.constantFrom("zh", "en", "und"), (before, after, language) => {
      const lines = compareTexts(before, after, language);
      // Removed and added words of one place may stand in either order, so each side is told by its own order alone.
      expect(words(lines, "added")).toBe(bare(after));
      expect(words(lines, "removed")).toBe(bare(before));
    }),
  );
});

test("two long texts with nothing in common are told apart in time", () => {
  const long = (seed: string) => Array.from({ length: 20_000 }, (_, at) => `${seed.repeat(9)}${at}。`).join("");
  expect(compareTexts(long("甲"), long("乙"), "zh").map(({ kind }) => kind)).toEqual([
    ...Array(20_000).fill("removed"),
    ...Array(20_000).fill("added"),
  ]);
});
