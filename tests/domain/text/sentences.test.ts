import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentencesOf } from "#domain/text/sentences.ts";

const said = (text: string, language: string) =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));

describe("a Chinese text is read sentence by sentence", () => {
  test.each([
    ["天亮了。船来了！谁先走？", ["天亮了。", "船来了！", "谁先走？"]],
    ["他说：“走吧。”大家上船。", ["他说：“走吧。”", "大家上船。"]],
    ["“好。”，他点头。", ["“好。”，他点头。"]],
    ["“回来！”的喊声远了。", ["“回来！”的喊声远了。"]],
    ["雨停了……风还在。", ["雨停了……", "风还在。"]],
    ["牙型是55.5度，版本3.1.2可用。完。", ["牙型是55.5度，版本3.1.2可用。", "完。"]],
    ["见 GB/T 1.1—2020。第二句", ["见 GB/T 1.1—2020。", "第二句"]],
    ["一、先看；二、再写。", ["一、先看；", "二、再写。"]],
    ["　　句首有空。 后面也有 。", ["句首有空。", "后面也有 。"]],
    ["他用 Mr. Bean 作例。好", ["他用 Mr. Bean 作例。", "好"]],
    ["……", []],
  ])("%s", (text, sentences) => {
    expect(said(text, "zh-Hans")).toEqual(sentences);
  });

  test("one too long for a breath is cut at its commas", () => {
    const clause = "摆渡人把缆绳绕了两圈，";
    const sentences = said(`${clause.repeat(20)}然后上岸。`, "zh");
    expect(sentences.join("")).toBe(`${clause.repeat(20)}然后上岸。`);
    expect(sentences.every((sentence) => sentence.length <= 80)).toBe(true);
    expect(sentences.slice(0, -1).every((sentence) => sentence.endsWith("，"))).toBe(true);
  });
});

describe("an English text is read sentence by sentence", () => {
  test.each([
    ["It rained. We stayed.", ["It rained.", "We stayed."]],
    ["Mr. Hill met Dr. J. R. Stone. They spoke.", ["Mr. Hill met Dr. J. R. Stone.", "They spoke."]],
    ["It costs 3.50 dollars. See No. 5 and Fig. 2.", ["It costs 3.50 dollars.", "See No. 5 and Fig. 2."]],
    ["“Stop!” she said. He did.", ["“Stop!” she said.", "He did."]],
    ["Use it, e.g. in Paris. Done", ["Use it, e.g. in Paris.", "Done"]],
  ])("%s", (text, sentences) => {
    expect(said(text, "en")).toEqual(sentences);
  });

  test("one too long for a breath is cut between words", () => {
    const sentences = said(`${"a word after another ".repeat(40)}ends.`, "en");
    expect(sentences.length).toBeGreaterThan(3);
    expect(sentences.every((sentence) => sentence.length <= 200 && /^\w+.*[\w.]$/.test(sentence))).toBe(true);
  });
});

test("whatever the text, sentences stand in order, none overlaps, and no letter is left out", () => {
  const text = fc.string({
    unit: fc.constantFrom(..."天地。！？”“，；…… .Mr\nab12'（）𠮷"),
    maxLength: 400,
  });
  fc.assert(
    fc.property(text, fc.constantFrom("zh", "en", "und"), (words, language) => {
      let before = 0;
      for (const { start, end } of sentencesOf(words, language)) {
        expect(words.slice(before, start)).not.toMatch(/[\p{L}\p{N}]/u);
        expect(end).toBeGreaterThan(start);
        expect(end - start).toBeLessThanOrEqual(200);
        before = end;
      }
      expect(words.slice(before)).not.toMatch(/[\p{L}\p{N}]/u);
    }),
  );
});
