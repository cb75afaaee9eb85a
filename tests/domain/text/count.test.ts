import { expect, test } from "vitest";
import { countReading, readingMinutes } from "#domain/text/count.ts";

test.each([
  ["", { han: 0, words: 0 }],
  ["下得去，留得住。", { han: 6, words: 0 }],
  ["GB/T 19001-2016 标准的修订", { han: 6, words: 2 }],
  ["It cost 5 dollars in 2014.", { han: 0, words: 6 }],
  ["A man who signed as 王 in 2014", { han: 1, words: 7 }],
  ["It's a well-known fact.", { han: 0, words: 4 }],
  ["2014年1月15日，iPhone 5s 发布", { han: 8, words: 2 }],
  ["これは本です", { han: 6, words: 0 }],
  ["안녕하세요 세계", { han: 0, words: 2 }],
  ["𠮷野家", { han: 3, words: 0 }],
])("%s has %o to read", (text, length) => {
  expect(countReading(text)).toEqual(length);
});

test("reading takes a minute for 400 characters or 230 words, and never less than one", () => {
  expect(readingMinutes({ han: 0, words: 0 })).toBe(1);
  expect(readingMinutes({ han: 4000, words: 0 })).toBe(10);
  expect(readingMinutes({ han: 0, words: 2300 })).toBe(10);
  expect(readingMinutes({ han: 800, words: 690 })).toBe(5);
});
