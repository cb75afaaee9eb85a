import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, foldWithPlaces } from "#domain/text/fold.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(..."ＧＢ／Ｔ國国é㎡ﬁｶﾞがσΣİ—…　\n标准"), { maxLength: 30 }).map((all) => all.join("")),
  fc.constantFrom("e\u0301t\u00e9", "カ\u3099ス", "½ ㎏ ①", "\u1112\u1161\u11ab"),
);

describe("folding", () => {
  test.each([
    ["ＧＢ／Ｔ　１.１ Standard", "gb/t 1.1 standard"],
    ["國家標準與檢疫員", "国家标准与检疫员"],
    ["Café Über Åse", "cafe uber ase"],
    ["GB/T 19001—2016", "gb/t 19001-2016"],
    ["ﬁne 25㎡ ①", "fine 25m2 1"],
    ["a\u00adb\u200bc", "abc"],
    ["ΟΔΟΣ", "οδοσ"],
  ])("%s is searched as %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test("what is folded is not changed by folding again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test("every folded character leads back to a place in the text, in order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, placeOf } = foldWithPlaces(text);
        expect(folded).toBe(fold(text));
        let last = 0;
        for (let at = 0; at <= folded.length; at++) {
          const place = placeOf(at);
          expect(place).toBeGreaterThanOrEqual(last);
          expect(place).toBeLessThanOrEqual(text.length);
          last = place;
        }
        expect(placeOf(folded.length)).toBe(text.length);
      }),
    );
  });

  test("a hit behind characters that grow or shrink is marked where it stands", () => {
    const text = "面积 25㎡，é\u0301、ﬁ 之后的標準";
    const { text: folded, placeOf } = foldWithPlaces(text);
    const at = folded.indexOf("标准");
    expect(text.slice(placeOf(at), placeOf(at + 2))).toBe("標準");
  });
});
