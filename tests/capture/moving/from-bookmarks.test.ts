import { expect, test } from "vitest";
import { moveIn, moveOf } from "./read-move.ts";

test("Chrome's bookmarks carry their folders as tags, and nothing that is no page", () => {
  expect(moveIn("chrome.bookmarks")).toEqual({
    kind: "bookmarks",
    skipped: 2,
    belongings: [
      {
        url: "https://example.com/a?x=1&y=2",
        title: "一 & 二 <三>",
        savedAt: 1599890673000,
        tags: [],
        highlights: [],
      },
      {
        url: "https://example.com/css",
        title: 'CSS "layers"',
        savedAt: 1599890674000,
        tags: ["技术, 前端"],
        highlights: [],
      },
      {
        url: "https://example.com/motion",
        title: "Motion",
        savedAt: 1599890675000,
        tags: ["技术, 前端", "动画"],
        highlights: [],
      },
      {
        url: "https://example.com/after",
        title: "After the inner folder",
        savedAt: 1599890676000,
        tags: ["技术, 前端"],
        highlights: [],
      },
      { url: "https://example.com/last", tags: [], highlights: [] },
    ],
  });
});

test("Firefox's bookmarks carry tags and descriptions", () => {
  expect(moveIn("firefox.bookmarks")).toEqual({
    kind: "bookmarks",
    skipped: 1,
    belongings: [
      {
        url: "https://example.com/legacy",
        title: "The Legacy of Firefox OS",
        savedAt: 1686813518000,
        tags: ["firefoxos", "旧事"],
        note: "In the two years or so since\nMozilla announced the end.",
        highlights: [],
      },
      {
        url: "https://example.com/eleventy",
        title: "Template Filters — Eleventy",
        savedAt: 1683376565000,
        tags: ["阅读"],
        highlights: [],
      },
      { url: "https://example.com/unfiled", title: "Unfiled", savedAt: 1683376566000, tags: [], highlights: [] },
    ],
  });
});

test("bookmarks without their first line, in other cases and quotes, are read", () => {
  const html = "<dl><dt><h3 add_date=1>A</h3><dl><dt><a add_date='1599890673' href='https://example.com/x?a>b'>X";
  expect(moveOf(html)?.belongings).toEqual([
    { url: "https://example.com/x?a>b", title: "X", savedAt: 1599890673000, tags: ["A"], highlights: [] },
  ]);
});

test("a quote that never closes spoils one link and not those after it", () => {
  const html = `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>
    <DT><A HREF="https://example.com/1 ADD_DATE="1599890673">One</A>
    <DT><A HREF="https://example.com/2" ADD_DATE="1599890674">Two</A></DL>`;
  expect(moveOf(html)?.belongings.at(-1)).toMatchObject({ url: "https://example.com/2", title: "Two" });
});

test("unclosed tags by the hundred thousand end at once", () => {
  for (const piece of ['<a href="', "<a <!-- ", "<a =\"'", "<dl><dt>"]) {
    const html = `<!DOCTYPE NETSCAPE-Bookmark-file-1>${piece.repeat(100_000)}`;
    expect(moveOf(html)?.belongings).toEqual([]);
  }
});
