import { expect, test } from "vitest";
import { recogniseMove } from "#capture/moving/recognise.ts";
import { bytesOf, moveIn, moveOf } from "./read-move.ts";

test("Pocket's table keeps titles, tags, the archive and the day of saving", () => {
  expect(moveIn("pocket.csv")).toEqual({
    kind: "pocket",
    skipped: 1,
    belongings: [
      {
        url: "http://youmightnotneedjquery.com/",
        title: "You Might Not Need jQuery",
        savedAt: 1600322788000,
        tags: [],
        highlights: [],
      },
      {
        url: "https://example.com/posts/why-paper",
        title: '为什么我们还在读纸书：谈谈"留白"',
        savedAt: 1500000000000,
        archived: true,
        tags: ["读书", "慢阅读", "收藏"],
        highlights: [],
      },
      {
        url: "https://example.org/2020/09/HALIMI/62165",
        title: "Avec les accusés d’El Halia, par Gisèle Halimi (Le Monde diplomatique, sept",
        savedAt: 1599806347000,
        archived: true,
        tags: ["histoire", "à lire"],
        highlights: [],
      },
      { url: "https://example.net/no-title", savedAt: 1599890673000, tags: [], highlights: [] },
      {
        url: "https://example.com/two-lines",
        title: "Two lines",
        savedAt: 1599890674000,
        archived: true,
        tags: [],
        highlights: [],
      },
    ],
  });
});

test("the column cursor of Pocket's last months is no harm", () => {
  expect(moveIn("pocket-cursor.csv").belongings).toEqual([
    {
      url: "https://example.com/river",
      title: "深圳河边的早晨",
      savedAt: 1690000000000,
      tags: ["散文"],
      highlights: [],
    },
  ]);
});

test("Pocket's page knows what was unread and what was archived", () => {
  expect(moveIn("pocket.html")).toEqual({
    kind: "pocket",
    skipped: 1,
    belongings: [
      {
        url: "https://example.com/rabbits?a=1&b=2",
        title: "Tarn : des lapins ravagent le terrain & le match",
        savedAt: 1688628695000,
        tags: ["ifttt", "new_entry_simple"],
        highlights: [],
      },
      {
        url: "https://example.com/jo-paris",
        title: "巴黎奥运：码头关闭之后去哪里跑步？",
        savedAt: 1688627412000,
        tags: [],
        highlights: [],
      },
      { url: "http://example.org/read", savedAt: 1388534400000, archived: true, tags: ["历史"], highlights: [] },
    ],
  });
});

test("Pocket's archive is read as one: every table, and the passages beside them", () => {
  const entries = new Map([
    ["annotations/part_000000.json", bytesOf("pocket-annotations.json")],
    ["part_000001.csv", bytesOf("pocket-cursor.csv")],
    ["part_000000.csv", bytesOf("pocket.csv")],
  ]);
  const move = recogniseMove({ name: "pocket.zip", entries });
  expect(move?.kind).toBe("pocket");
  expect(move?.belongings.map(({ url }) => url)).toEqual([
    ...moveIn("pocket.csv").belongings.map(({ url }) => url),
    "https://example.com/river",
  ]);
  expect(move?.belongings[1]).toMatchObject({
    title: '为什么我们还在读纸书：谈谈"留白"',
    highlights: [
      { quote: "翻页的声音是阅读的一部分。", at: 1600200000000 },
      { quote: "留白不是空。", at: 1600200100000 },
    ],
  });
});

test("a page that was cut off in a title keeps the link", () => {
  const html = new TextDecoder().decode(bytesOf("pocket.html"));
  const cut = html.slice(0, html.indexOf("ravagent"));
  expect(moveOf(cut)?.belongings).toMatchObject([
    { url: "https://example.com/rabbits?a=1&b=2", title: "Tarn : des lapins" },
  ]);
});
