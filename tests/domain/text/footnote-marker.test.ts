import { expect, test } from "vitest";
import { isNoteMarker } from "#domain/text/footnote-marker.ts";

test.each(["1", "[12]", "〔3〕", "（四）", "[注1]", "①", "*", "†", "a", "iv", " 7 ", "注二"])(
  "%s refers to a note",
  (words) => {
    expect(isNoteMarker(words)).toBe(true);
  },
);

test.each(["", "见下文", "第一节", "2019年", "12345", "chapter", "↩", "www"])("“%s” does not", (words) => {
  expect(isNoteMarker(words)).toBe(false);
});
