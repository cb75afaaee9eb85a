import { expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import { fieldsOf, hasAll, hitOf, nearness } from "#search/hit.ts";
import { loosePatternsOf, patternsOf } from "#search/patterns.ts";
import { parseQuery } from "#search/query.ts";

const article = {
  id: "a",
  identity: "text:a",
  title: "GB/T 1.1 修订笔记",
  byline: "王小明",
  tags: ["手艺"],
  lang: "zh-Hans",
  excerpt: "",
  length: { han: 10, words: 2 },
  savedAt: 1,
  refreshedAt: 1,
} satisfies Article;

const text = `起草人先写范围，再写术语。${"这里是一段别的话，".repeat(6)}说到底，ＧＢ／Ｔ 1.1 管的是語氣，GB/T 1.1-2020 不管内容。`;
const worded = { article, text, note: "记得问老王" };
const has = (query: string) => hasAll(fieldsOf(worded), patternsOf(parseQuery(query)));
const hit = (query: string) => hitOf(worded, patternsOf(parseQuery(query)));
const marked = (query: string) =>
  hit(query)
    .snippet.filter((piece) => piece.hit)
    .map((piece) => piece.text);

test("every word must stand in the title, the text, a field or the note", () => {
  expect(has("修订 语气")).toBe(true);
  expect(has("老王 手艺")).toBe(true);
  expect(has("修订 香蕉")).toBe(false);
  expect(has("作者:老王")).toBe(false);
});

test("a Chinese phrase must stand as it was typed; a Latin word is a whole word but while it is typed", () => {
  expect(has("管的是语气")).toBe(true);
  expect(has("管的语气")).toBe(false);
  const words = { article, text: "A bridge over water.", note: "" };
  const hasWord = (query: string) => hasAll(fieldsOf(words), patternsOf(parseQuery(query)));
  expect([hasWord("brid"), hasWord("brid over"), hasWord('"brid"'), hasWord("ridge")]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("a standard's number is found however it is written, and another's is not", () => {
  expect(hit("gbt1.1").places).toBe(2); // the title is no place in the text, which the reader steps through
  expect(marked("gbt1.1")).toEqual(["ＧＢ／Ｔ 1.1", "GB/T 1.1-2020".slice(0, 8)]);
  expect(hit("GB/T 1.1-2020").places).toBe(1);
  expect(has('"GB/T 1"')).toBe(false);
});

test("the snippet shows the best place with its hits marked, in the text's own wording", () => {
  expect(marked("语气")).toEqual(["語氣"]);
  const words = hit("语气")
    .snippet.map((piece) => piece.text)
    .join("");
  expect(words.startsWith("……")).toBe(true);
  expect(text).toContain(words.slice(2));
  expect(marked("范围 GB/T 内容")).toContain("内容");
});

test("what only a tag, the author or the note has is shown with it", () => {
  expect(hit("手艺").besides).toEqual([{ text: "手艺", hit: true }]);
  expect(hit("小明").besides).toEqual([
    { text: "王", hit: false },
    { text: "小明", hit: true },
  ]);
  expect(hit("老王")).toMatchObject({ inNote: true, places: 1 });
});

test("words side by side are nearer than words far apart", () => {
  const near = (query: string) => nearness(fieldsOf(worded), patternsOf(parseQuery(query)));
  expect(near("范围 术语")).toBeGreaterThan(near("范围 内容"));
});

test("of a phrase nobody wrote the pieces are marked", () => {
  const pieces = hitOf(worded, loosePatternsOf(parseQuery("术语范围"))).snippet.filter((piece) => piece.hit);
  expect(pieces.map((piece) => piece.text)).toEqual(["范围", "术语"]);
});
