import fc from "fast-check";
import { expect, test } from "vitest";
import { namedIn } from "#domain/text/authors.ts";

test.each([
  ["王小明 李四", ["王小明", "李四"]],
  ["文：王小明、李四", ["王小明", "李四"]],
  ["Ann Lee and Bo Ray", ["Ann Lee", "Bo Ray"]],
  ["佚名", []],
])("the names in %s can be chosen each by itself", (byline, names) => {
  expect(namedIn(byline).flatMap(({ author }) => author ?? [])).toEqual(names);
});

test("a byline taken apart says what it said", () => {
  const part = fc.constantFrom("王小明", "Ann", "、", " ", " and ", "记者 ", "（", "&");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
      const byline = parts.join("");
      const said = namedIn(byline)
        .map(({ words }) => words)
        .join("");
      expect(said).toBe(byline);
    }),
  );
});
