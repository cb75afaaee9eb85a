import fc from "fast-check";
import { expect, test } from "vitest";
import { planOf } from "#search/index/plan.ts";
import { loosePatternsOf, patternsOf } from "#search/patterns.ts";
import { isEmptyQuery, parseQuery } from "#search/query.ts";

const words = (typed: string) => parseQuery(typed).wanted.map(({ words }) => words);

test("words are parted by white space, phrases by quotation marks of any kind", () => {
  expect(words("离线 阅读器")).toEqual(["离线", "阅读器"]);
  expect(words('"a b" “c　d” 「書 架」')).toEqual(["a b", "c d", "书 架"]);
  expect(parseQuery('"a b" c').wanted.map(({ exact }) => exact)).toEqual([true, false]);
  expect(words('"still typ')).toEqual(["still typ"]);
});

test("a minus before a word leaves it out, elsewhere it is a dash", () => {
  const query = parseQuery('水 -河 -"大 海" 2016-05 -');
  expect(query.unwanted.map(({ words }) => words)).toEqual(["河", "大 海"]);
  expect(words("水 2016-05")).toEqual(["水", "2016-05"]);
});

test.each([
  ["tag:标准化 标签：手艺", { tags: ["标准化", "手艺"] }],
  ["site:example.com 来源:新华社", { sites: ["example.com", "新华社"] }],
  ["is:fav is:unread 是:已读 收藏:", { states: ["favourite", "unread", "read", "favourite"] }],
  ["after:2024-05 before:2024年6月2日", { from: 19_844, before: 19_876 }],
  ["before:2024 早于:2023", { before: 19_358 }],
])("%s narrows the search", (typed, filters) => {
  expect(parseQuery(typed)).toMatchObject({ wanted: [], ...filters });
});

test("an author and a title are sought in their fields", () => {
  expect(parseQuery("作者:王 title:ferry").wanted).toEqual([
    { words: "王", exact: true, scope: "byline" },
    { words: "ferry", exact: true, scope: "title" },
  ]);
});

test("what looks like a filter and is none is sought as it stands", () => {
  expect(words("https://a.example/b 12:30 is:nonsense before:never constructor:x")).toEqual([
    "https://a.example/b",
    "12:30",
    "is:nonsense",
    "before:never",
    "constructor:x",
  ]);
});

test.each([
  ["gbt19001", "GB/T 19001"],
  ["GB/T 19001-2016", "GB/T 19001-2016"],
  ["iso9001:2015", "ISO 9001:2015"],
  ["GB 4806.7", "GB 4806.7"],
  ['"GB/T 1.1"', "GB/T 1.1"],
])("%s is the number of a standard", (typed, standard) => {
  expect(parseQuery(typed).wanted).toMatchObject([{ standard }]);
});

test("a standard's number among words is known", () => {
  expect(parseQuery("修订 GB/T 1.1 笔记").wanted.map(({ words, standard }) => standard ?? words)).toEqual([
    "修订",
    "GB/T 1.1",
    "笔记",
  ]);
});

test("nothing is asked by nothing", () => {
  for (const signs of ["-", "--", "？", '"-"', "水 -".slice(1)]) expect(isEmptyQuery(parseQuery(signs))).toBe(true);
  expect(isEmptyQuery(parseQuery(" 　 "))).toBe(true);
  expect(isEmptyQuery(parseQuery("is:fav"))).toBe(false);
});

test("no query is too strange to be understood, planned and looked for", () => {
  const pieces = fc.constantFrom(
    '"',
    "“",
    "-",
    ":",
    "tag:",
    "是:",
    "before:",
    "GB/T",
    "19001",
    "(",
    "[",
    "\\",
    "*",
    " ",
    "国",
  );
  const strange = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(strange, (typed) => {
      const query = parseQuery(typed);
      planOf(query);
      for (const { expression } of [...patternsOf(query), ...loosePatternsOf(query)]) expression.test("国 a");
    }),
    { numRuns: 500 },
  );
});
