import { expect, test } from "vitest";
import { moveIn } from "./read-move.ts";

test("Instapaper's folders become favourites, the archive and tags", () => {
  expect(moveIn("instapaper.csv")).toEqual({
    kind: "instapaper",
    skipped: 1,
    belongings: [
      {
        url: "https://example.com/cell",
        title: "Baumettes : un tour en cellule",
        savedAt: 1481025600000,
        tags: [],
        highlights: [],
      },
      {
        url: "https://example.com/amp",
        title: "AMP and React+Redux: Why Not?",
        savedAt: 1474329600000,
        archived: true,
        tags: ["coding", "a, b"],
        highlights: [],
      },
      {
        url: "https://example.com/swarm",
        title: "Why Foursquare / Swarm is still my favourite",
        savedAt: 1470000000000,
        favourite: true,
        archived: true,
        tags: [],
        note: 'He said: "check in".\nSecond line.',
        highlights: [],
      },
      {
        url: "https://example.com/covfefe",
        title: "Dis donc, c'est quoi exactement «covfefe»?",
        savedAt: 1496188800000,
        tags: ["周末, 慢读"],
        highlights: [],
      },
    ],
  });
});

test("Instapaper's older table without a time is read too", () => {
  expect(moveIn("instapaper-old.csv")).toEqual({
    kind: "instapaper",
    skipped: 0,
    belongings: [{ url: "https://example.com/old", title: "没有时间的旧导出", tags: ["test_tag"], highlights: [] }],
  });
});

test("Reader's table keeps tags with commas and quotes, progress and place", () => {
  expect(moveIn("readwise.csv")).toEqual({
    kind: "readwise",
    skipped: 2,
    belongings: [
      {
        url: "https://example.com/mushrooms",
        title: "Wild Mushrooming",
        savedAt: Date.UTC(2022, 10, 6, 4, 33, 50),
        tags: ["forest", "reader's", "a, b"],
        readProgress: 0.42,
        highlights: [],
      },
      {
        url: "https://example.com/marks",
        title: '分号; 逗号, 引号"',
        savedAt: Date.UTC(2023, 8, 1, 2),
        archived: true,
        tags: [],
        readProgress: 1,
        highlights: [],
      },
      {
        url: "https://example.com/feed-item",
        title: "A feed item",
        savedAt: Date.UTC(2023, 8, 2),
        tags: ["feed"],
        highlights: [],
      },
      {
        url: "https://example.com/shortlist",
        title: "Set apart",
        savedAt: Date.UTC(2023, 8, 3),
        tags: ["中文", "shortlist"],
        highlights: [],
      },
    ],
  });
});

test("Raindrop's table keeps notes, collections, passages and favourites", () => {
  expect(moveIn("raindrop.csv")).toEqual({
    kind: "raindrop",
    skipped: 1,
    belongings: [
      {
        url: "https://example.com/article?utm_source=raindrop&keep=1#part",
        title: 'Saved, "quoted" title',
        savedAt: Date.UTC(2024, 0, 2, 3, 4, 5),
        favourite: true,
        tags: ["reading", "go", "Research", "Go"],
        note: "First note line\nSecond note line",
        highlights: [{ quote: "First passage\nover two lines", note: "为什么？" }, { quote: "第二段" }],
      },
      {
        url: "https://example.com/unsorted",
        title: "未分类的书签",
        savedAt: Date.UTC(2024, 0, 3, 3, 4, 5),
        tags: [],
        highlights: [],
      },
      {
        url: "https://example.com/path",
        title: "A path",
        savedAt: Date.UTC(2024, 0, 4, 3, 4, 5),
        tags: ["工作", "阅读"],
        highlights: [{ quote: "Only a line" }],
      },
    ],
  });
});
