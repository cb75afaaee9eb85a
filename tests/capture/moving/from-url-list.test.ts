import { expect, test } from "vitest";
import { moveIn, moveOf } from "./read-move.ts";

test("a list of addresses is read with the words beside them, each address once", () => {
  const { kind, belongings, skipped } = moveIn("url-list.txt");
  expect({ kind, skipped }).toEqual({ kind: "urls", skipped: 1 });
  expect(belongings.map(({ url, title }) => [url, title])).toEqual([
    ["https://example.com/one", undefined],
    ["https://example.com/zh/汉字", "汉字的重量"],
    ["https://example.com/wiki/Chess_(game)", 'A "quoted" title'],
    ["https://example.com/two", "Two, from OneTab"],
    ["https://example.com/three", undefined],
    ["https://example.com/four", undefined],
    ["http://example.com/five", undefined],
    ["https://example.com/six", undefined],
  ]);
});

test.each([
  ["prose with a link in it", "今天读到一篇文章。\nhttps://example.com/a\n很好，推荐给大家。"],
  ["half addresses, half words", "One\nhttps://example.com/1\nTwo\nhttps://example.com/2"],
  ["a long line with one link", `${"字".repeat(100)} https://example.com/a ${"字".repeat(100)}`],
  ["a page", '<p><a href="https://example.com/a">a</a></p>\n<a href="https://example.com/b">b</a>'],
  ["a feed", '<?xml version="1.0"?>\n<loc>https://example.com/a</loc>\n<loc>https://example.com/b</loc>'],
  ["data", '{\n"a": "https://example.com/a",\n"b": "https://example.com/b",\n"c": "https://example.com/c"}'],
  ["a list of data", '["https://example.com/a",\n"https://example.com/b"]'],
  ["a table of something else", "name,price,shop url\nTea,3,https://shop.example/t is where I buy it\nCup,4,\nPot,9,"],
  ["nothing", " \n "],
])("%s is no list of addresses", (_, text) => {
  expect(moveOf(text)).toBeUndefined();
});
