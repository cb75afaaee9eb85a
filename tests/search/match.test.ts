import { expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import { match, queryWords } from "#search/match.ts";

const article = {
  id: "a",
  identity: "text:a",
  title: "GB/T 1.1 修订笔记",
  lang: "zh-Hans",
  excerpt: "",
  length: { han: 10, words: 2 },
  savedAt: 1,
  refreshedAt: 1,
} satisfies Article;

const text = `起草人先写范围，再写术语。${"这里是一段别的话，".repeat(6)}说到底，ＧＢ／Ｔ 1.1 管的是语气，GB/T 1.1 不管内容。`;

test("every word must be there, in the title or in the text", () => {
  expect(match(queryWords("gb/t 语气"), article, text)).not.toBeNull();
  expect(match(queryWords("gb/t 香蕉"), article, text)).toBeNull();
});

test("places are counted in title and text, full-width forms included", () => {
  expect(match(queryWords("GB/T"), article, text)?.places).toBe(3);
});

test("the snippet shows the first place with its hits marked, and is the text's own wording", () => {
  const hit = match(queryWords("语气"), article, text);
  expect(hit?.snippet.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(["语气"]);
  const words = hit?.snippet.map((piece) => piece.text).join("") ?? "";
  expect(words.startsWith("……")).toBe(true);
  expect(text).toContain(words.slice(2));
});

test("words that overlap are marked once and nothing is lost", () => {
  const title = match(["修订", "订笔"], article, "订笔 修订")?.title ?? [];
  expect(title.map((piece) => piece.text).join("")).toBe(article.title);
  expect(title.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(["修订", "笔"]);
});

test("a title that says it outweighs a text that mentions it", () => {
  const inTitle = match(["修订"], article, "别的");
  const inText = match(["修订"], { ...article, title: "别的" }, "修订，修订，又是修订");
  expect(inTitle?.weight).toBeGreaterThan(inText?.weight ?? 0);
});

test("an empty query has no words", () => {
  expect(queryWords(" 　 ")).toEqual([]);
});
