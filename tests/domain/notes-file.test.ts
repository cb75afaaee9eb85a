import { expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import type { Noted } from "#domain/highlight.ts";
import { notesToJson, notesToMarkdown } from "#domain/notes-file.ts";

const article: Article = {
  id: "a",
  identity: "text:a",
  title: "渡口 [上]",
  url: "https://example.com/a",
  source: "青禾晚报",
  published: "2019-09-03T10:20",
  lang: "zh-Hans",
  excerpt: "",
  length: { han: 1, words: 0 },
  savedAt: 1,
  refreshedAt: 1,
};
const noted: Noted[] = [
  {
    article,
    note: { id: "a", text: "# 再读\n1. 一遍", at: 0 },
    highlights: [
      {
        id: "6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b",
        articleId: "a",
        anchor: {
          quote: { exact: "缆绳*绕*了\n\n  三圈", prefix: "把", suffix: "。" },
          position: { start: 3, end: 9 },
        },
        colour: "blue",
        note: "a < b",
        at: 1000,
        changedAt: 2000,
      },
      {
        id: "x",
        articleId: "a",
        anchor: { quote: { exact: "没了", prefix: "", suffix: "" } },
        colour: "line",
        at: 1,
        lost: true,
      },
    ],
    latest: 1000,
  },
];

test("as Markdown every passage is a quotation, and no sign in it becomes markup", () => {
  expect(notesToMarkdown("批注", noted)).toBe(`# 批注

## 渡口 \\[上\\]

青禾晚报 · 2019-09-03 · <https://example.com/a>

\\# 再读
\\1. 一遍

> 缆绳\\*绕\\*了
>
> 三圈

a \\< b

> 没了
`);
});

test("as JSON they are annotations of the W3C's model, with nothing left out", () => {
  const { items, ...page } = JSON.parse(notesToJson(noted));
  expect(page).toEqual({ "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationPage" });
  expect(items).toHaveLength(3);
  expect(items[1]).toEqual({
    id: "urn:uuid:6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b",
    type: "Annotation",
    motivation: "commenting",
    created: "1970-01-01T00:00:01.000Z",
    modified: "1970-01-01T00:00:02.000Z",
    body: { type: "TextualBody", format: "text/plain", purpose: "commenting", value: "a < b" },
    target: {
      source: "https://example.com/a",
      title: "渡口 [上]",
      selector: [
        { type: "TextQuoteSelector", exact: "缆绳*绕*了\n\n  三圈", prefix: "把", suffix: "。" },
        { type: "TextPositionSelector", start: 3, end: 9 },
      ],
    },
    colour: "blue",
  });
  expect(items[2]).toMatchObject({ motivation: "highlighting", lost: true, colour: "line" });
});
