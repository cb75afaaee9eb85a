import { expect, test } from "vitest";
import { bytesOf, moveIn, moveOf } from "./read-move.ts";

test("wallabag's second version brings text, annotations and who published it", () => {
  expect(moveIn("wallabag-v2.json")).toEqual({
    kind: "wallabag",
    skipped: 1,
    belongings: [
      {
        url: "https://example.com/wiki/Échecs",
        title: "Échecs «象棋»",
        savedAt: Date.UTC(2016, 8, 8, 9, 55, 58),
        archived: true,
        tags: ["法国", "a, b"],
        byline: "Juliette Garnier, 某人",
        source: "example.com",
        published: "2014-05-15T11:26+00:00",
        highlights: [{ quote: "deux joueurs", note: "记住这一句", at: Date.UTC(2016, 8, 8, 10) }],
        page: {
          kind: "html",
          via: "move",
          url: "https://example.com/wiki/Échecs",
          name: "Échecs «象棋»",
          content: '<div lang="fr"><p>Le jeu d’échecs oppose deux joueurs.</p></div>',
        },
      },
      {
        url: "http://example.com/failed",
        savedAt: Date.UTC(2016, 8, 8, 9, 55, 58),
        favourite: true,
        tags: ["API"],
        source: "example.com",
        highlights: [],
      },
    ],
  });
});

test("wallabag's first version writes its marks as digits", () => {
  expect(moveIn("wallabag-v1.json").belongings).toEqual([
    {
      url: "https://example.com/features/",
      title: "Features - wallabag",
      favourite: true,
      archived: true,
      tags: ["读", "开源"],
      highlights: [],
      page: {
        kind: "html",
        via: "move",
        url: "https://example.com/features/",
        name: "Features - wallabag",
        content: "<p>Here are some features.</p>",
      },
    },
    expect.objectContaining({ url: "http://example.com/recreating-the-square-slider", tags: [] }),
  ]);
});

test("an export of wallabag that was cut off is damaged, not something else", () => {
  const json = bytesOf("wallabag-v2.json");
  expect(() => moveOf(json.subarray(0, json.length - 40))).toThrow(
    expect.objectContaining({ code: "archive-damaged" }),
  );
});

test("fields of a wrong kind are taken for absent", () => {
  const strange = { toString: null, valueOf: null };
  const entry = {
    url: "https://example.com/",
    is_archived: strange,
    is_starred: [strange],
    title: strange,
    tags: [strange, 7, null],
    content: [1],
    created_at: strange,
    published_at: strange,
    published_by: [strange, [strange]],
    annotations: [null, strange, { quote: strange }],
    domain_name: strange,
  };
  const json = JSON.stringify([entry]).replace('"toString"', '"__proto__":{"url":"x"},"toString"');
  expect(moveOf(json)).toEqual({
    kind: "wallabag",
    skipped: 0,
    belongings: [{ url: "https://example.com/", tags: ["7"], highlights: [] }],
  });
});
