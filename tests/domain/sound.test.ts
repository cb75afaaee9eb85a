import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import { readFacts, writeFacts } from "#domain/facts.ts";
import { soundRow, wasMended } from "#domain/sound.ts";

const article: Article = {
  ...{ id: "a", identity: "text:1", title: "渡口", lang: "zh-Hans", excerpt: "船", savedAt: 1, refreshedAt: 1 },
  length: { han: 3, words: 0 },
};

test("a row that is as it should be is given as it stands, with whatever else it holds", () => {
  const row = { ...article, tags: ["河"], keepMe: { deep: [1] } };
  expect(soundRow("articles", row)).toBe(row);
  expect(wasMended(row)).toBe(false);
});

test("what cannot be used is empty or gone, all else stays", () => {
  const bad = { ...article, title: 7, savedAt: Number.NaN, lang: "not a tag", tags: "河", byline: null, keepMe: true };
  const row = soundRow("articles", bad as unknown as Article & { keepMe: boolean });
  expect(row).toEqual({ ...article, title: "", savedAt: 0, lang: "und", keepMe: true });
  expect(wasMended(row)).toBe(true);
});

test("a picture without bytes has none, a mark without words has none, a place that is no number is the beginning", () => {
  expect(soundRow("pictures", { id: "p", type: "image/png", bytes: "", width: 1, height: 1 }).bytes).toEqual(
    new ArrayBuffer(0),
  );
  const mark = soundRow("highlights", { id: "h", anchor: undefined as never, at: 1 });
  expect(mark.anchor).toEqual({ quote: { exact: "", prefix: "", suffix: "" } });
  const reading = { id: "r", articleId: "a", day: "2026-11-23", startedAt: 1, spent: 9, passed: Number.NaN };
  expect(soundRow("readings", reading)).toEqual({ ...reading, passed: 0 });
  expect(soundRow("places", { id: "a", offset: Number.NaN, progress: 0.5, at: 1 }).offset).toBe(0);
});

test("whatever stands in an article's row, its facts can be written, read and ordered", () => {
  const anything = fc.oneof(fc.anything(), fc.constant(Number.NaN), fc.constant(undefined));
  const names = [
    "title",
    "lang",
    "excerpt",
    "length",
    "savedAt",
    "refreshedAt",
    "tags",
    "published",
    "marked",
    "receipt",
  ];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names, "favouritedAt", "source", "trashedAt"), anything), (bad) => {
      const row = soundRow("articles", { ...article, ...bad } as Article);
      const [facts] = readFacts([writeFacts(row)]) ?? [];
      expect(facts?.id).toBe("a");
      expect([facts?.savedAt, facts?.favouritedAt, facts?.trashedAt].every(Number.isFinite)).toBe(true);
      expect(typeof facts?.published).toBe("string");
      expect(facts?.tags.every((tag) => typeof tag === "string")).toBe(true);
      expect(() => row.title.trim() + new Intl.Locale(row.lang)).not.toThrow();
    }),
  );
});
