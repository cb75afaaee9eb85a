import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "#domain/text/fold.ts";
import { tokenize } from "#domain/text/tokenize.ts";

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  tokenize(fold(text), {
    single: (code) => tokens.push(String.fromCharCode(code)),
    pair: (first, second) => tokens.push(String.fromCharCode(first, second)),
    word: (word) => tokens.push(word),
  });
  return tokens;
}

test("Chinese gives characters and overlapping pairs, other writing words, and nothing runs across a mark or a space", () => {
  expect(tokensOf("國家标，准 5G网 GB/T 1.1")).toEqual([
    "国",
    "家",
    "国家",
    "标",
    "家标",
    "准",
    "5g",
    "网",
    "gb",
    "t",
    "1",
    "1",
  ]);
  expect(tokensOf("ひらがな")).toContain("らが");
  expect(tokensOf("한국어")).toContain("국어");
  expect(tokensOf("𠮷野家 😀")).toEqual(["𠮷", "野", "家", "野家", "😀"]);
  expect(tokensOf("x".repeat(100))).toEqual(["x".repeat(40)]);
});

test("any two characters that stand side by side in a Chinese run are a token", () => {
  const han = fc.string({ unit: fc.constantFrom(..."天地玄黄宇宙a1，。 "), maxLength: 40 });
  fc.assert(
    fc.property(han, (text) => {
      const tokens = new Set(tokensOf(text));
      for (const [, pair] of text.matchAll(/(?=(\p{Script=Han}{2}))/gu)) expect(tokens).toContain(pair);
    }),
  );
});

test("no text is too strange", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(tokensOf(text).every((token) => token.length > 0 && token.length <= 40)).toBe(true);
    }),
  );
});
