import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "#domain/text/fold.ts";

test("case, full width and the ideographic space make no difference", () => {
  expect(fold("ＧＢ／Ｔ　１.１ Standard")).toBe("gb/t 1.1 standard");
});

test("every character keeps its position", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(fold(text)).toHaveLength(text.length);
    }),
  );
});
