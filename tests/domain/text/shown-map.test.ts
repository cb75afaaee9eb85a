import fc from "fast-check";
import { expect, test } from "vitest";
import { convertMapped, toShown, toStored } from "#domain/text/shown-map.ts";

/** A converter that makes some words longer and some shorter, as 打印机 becomes 印表機 and 以太网 乙太網路. */
const words: Record<string, string> = { 网: "網路", 自行车: "單車", 台: "臺", 内存: "記憶體" };
const convert = (text: string) => text.replace(/网|自行车|台|内存/g, (word) => words[word] ?? word);
const text = fc.string({
  unit: fc.constantFrom("网", "自行车", "台", "内存", "人", "，", "。", " ", "a"),
  maxLength: 60,
});

test("a text is converted clause by clause, and places are found again", () => {
  const { shown, map } = convertMapped("上网，骑自行车去台北。", convert);
  expect(shown).toBe("上網路，骑單車去臺北。");
  expect(toShown(map, 2)).toBe(3); // the comma
  expect(toShown(map, 9)).toBe(9);
  expect(toShown(map, 10)).toBe(10);
  expect(toStored(map, 3)).toBe(2);
});

test("where lengths agree a place is the same number", () => {
  const same = (stored: string) => stored.replaceAll("台", "臺");
  fc.assert(
    fc.property(text, fc.nat(60), (stored, index) => {
      const { map } = convertMapped(stored, same);
      expect(map).toEqual([]);
      expect(toShown(map, index)).toBe(index);
      expect(toStored(map, index)).toBe(index);
    }),
  );
});

test("places keep their order both ways, and both ends fall on each other", () => {
  fc.assert(
    fc.property(text, (stored) => {
      const { shown, map } = convertMapped(stored, convert);
      const there = Array.from({ length: stored.length + 1 }, (_, index) => toShown(map, index));
      const back = Array.from({ length: shown.length + 1 }, (_, index) => toStored(map, index));
      expect(there).toEqual([...there].sort((one, other) => one - other));
      expect(back).toEqual([...back].sort((one, other) => one - other));
      expect(there.at(0)).toBe(0);
      expect(there.at(-1)).toBe(shown.length);
      expect(back.at(-1)).toBe(stored.length);
    }),
  );
});

test("there and back again is never farther off than the clause is long", () => {
  fc.assert(
    fc.property(text, fc.nat(), (stored, some) => {
      const { map } = convertMapped(stored, convert);
      const index = some % (stored.length + 1);
      const again = toStored(map, toShown(map, index));
      const [from, to] = [Math.min(again, index), Math.max(again, index)];
      expect(stored.slice(from, Math.max(to - 1, from))).not.toMatch(/[，。 ]/);
    }),
  );
});
