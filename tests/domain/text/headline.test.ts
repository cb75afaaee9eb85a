import fc from "fast-check";
import { expect, test } from "vitest";
import { headlinePieces } from "#domain/text/headline.ts";

/** Titles as they are cut, and what a dictionary alone would have torn apart. */
const cut = [
  ["港口的清晨，检疫员和一箱香蕉", "港口的|清晨，|检疫员|和|一箱|香蕉"],
  ["出境集装箱", "出境|集装箱"],
  ["二〇二六年度", "二〇二六年度"],
  ["第59号货柜的故事", "第59号|货柜的|故事"],
  ["我在3个月里读完100本书", "我在|3个月里|读完|100本|书"],
  ["新能源汽车销量首次超过燃油车", "新|能源|汽车|销量|首次|超过|燃油车"],
];

test.each(cut)("a Chinese title is never cut inside a word: %s", (title, pieces) => {
  expect(headlinePieces(title, "zh-Hans").join("|")).toBe(pieces);
});

test("pieces stay short, so that a narrow title can still break", () => {
  const title = "床前明月光疑是地上霜举头望明月低头思故乡".repeat(3);
  expect(Math.max(...headlinePieces(title, "zh-Hans").map((piece) => piece.length))).toBeLessThanOrEqual(6);
});

test("closing marks stay with the word before, opening marks with the word after", () => {
  for (const piece of headlinePieces("“转作风、下基层”（试行）：《条例》说明！", "zh-Hans")) {
    expect(piece).not.toMatch(/^[”、）：》！]/);
    expect(piece).not.toMatch(/[“（《]$/);
  }
});

test("joined, the pieces are the title again, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom("zh-Hans", "en", "und"), (title, language) => {
      expect(headlinePieces(title, language).join("")).toBe(title);
    }),
  );
});
