import fc from "fast-check";
import { expect, test } from "vitest";
import { headlinePieces } from "#domain/text/headline.ts";

test("a Chinese title is never cut inside a word", () => {
  const pieces = headlinePieces("港口的清晨，检疫员和一箱香蕉", "zh-Hans");
  expect(pieces.join("|")).toContain("港口|的|清晨，|");
  expect(pieces.join("|")).toContain("香蕉");
  expect(pieces.length).toBeGreaterThan(4);
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
