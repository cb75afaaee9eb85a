import { expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import type { Colour, Highlight, Noted } from "#domain/highlight.ts";
import { countEntries, firstEntries, narrow } from "#ui/notes/notes-filter.ts";

const article = (id: string, title: string): Article => ({
  id,
  identity: `text:${id}`,
  title,
  lang: "zh-Hans",
  excerpt: "",
  length: { han: 1, words: 0 },
  savedAt: 1,
  refreshedAt: 1,
});
const highlight = (exact: string, colour: Colour, note?: string): Highlight => ({
  id: exact,
  articleId: "a",
  anchor: { quote: { exact, prefix: "", suffix: "" } },
  colour,
  ...(note && { note }),
  at: 1,
});
const all: Noted[] = [
  {
    article: article("a", "渡口"),
    note: { id: "a", text: "再读一遍", at: 3 },
    highlights: [highlight("缆绳绕了三圈", "yellow"), highlight("水急才要紧", "blue", "BRIDGE 桥")],
    latest: 3,
  },
  { article: article("b", "The bridge"), highlights: [highlight("oak piles", "blue")], latest: 2 },
];
const everything = { query: "", filter: "all", article: undefined } as const;
const quotes = (noted: readonly Noted[]) => noted.flatMap(({ highlights }) => highlights.map(({ id }) => id));

test("nothing asked is everything", () => {
  expect(narrow(all, everything)).toEqual(all);
  expect(countEntries(all)).toBe(4);
});

test("words are sought in quotes, notes and titles, whatever their case", () => {
  expect(quotes(narrow(all, { ...everything, query: "bridge" }))).toEqual(["水急才要紧", "oak piles"]);
  expect(narrow(all, { ...everything, query: "再读" })).toEqual([{ ...all[0], highlights: [] }]);
  expect(quotes(narrow(all, { ...everything, query: " 缆绳 " }))).toEqual(["缆绳绕了三圈"]);
  expect(narrow(all, { ...everything, query: "没有" })).toEqual([]);
});

test("a colour shows passages of it alone, notes all that carries words", () => {
  const blue = narrow(all, { ...everything, filter: "blue" });
  expect(quotes(blue)).toEqual(["水急才要紧", "oak piles"]);
  expect(blue[0]).not.toHaveProperty("note");
  expect(narrow(all, { ...everything, filter: "noted" })).toEqual([{ ...all[0], highlights: [all[0]?.highlights[1]] }]);
});

test("one article's notes are those of no other", () => {
  expect(narrow(all, { ...everything, article: "b" })).toEqual([all[1]]);
});

test("a page of entries counts the note of an article as one", () => {
  expect(countEntries(firstEntries(all, 2))).toBe(2);
  expect(quotes(firstEntries(all, 2))).toEqual(["缆绳绕了三圈"]);
  expect(firstEntries(all, 1)).toEqual([{ ...all[0], highlights: [] }]);
  expect(firstEntries(all, 100)).toEqual(all);
});
