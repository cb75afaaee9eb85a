import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Move, recogniseMove } from "#capture/moving/recognise.ts";
import { codeOf } from "#domain/errors.ts";
import { bytesOf, moveOf, omnivoreEntries } from "./read-move.ts";

const files = {
  "pocket.csv": "pocket",
  "pocket-cursor.csv": "pocket",
  "pocket-annotations.json": "pocket",
  "pocket.html": "pocket",
  "instapaper.csv": "instapaper",
  "instapaper-old.csv": "instapaper",
  "readwise.csv": "readwise",
  "raindrop.csv": "raindrop",
  "wallabag-v1.json": "wallabag",
  "wallabag-v2.json": "wallabag",
  "chrome.bookmarks": "bookmarks",
  "firefox.bookmarks": "bookmarks",
  "url-list.txt": "urls",
};
const names = Object.keys(files);

test.each(Object.entries(files))("%s is known by what is in it, whatever it is called", (file, kind) => {
  for (const name of ["a.txt", "photo.jpg", "omnivore.zip", ""]) {
    expect(recogniseMove({ name, bytes: bytesOf(file) })?.kind).toBe(kind);
  }
});

test.each([
  ["an article", "标题\n\n正文第一段，讲一件事。\n正文第二段，讲另一件事。"],
  ["an article that speaks of tables", "title, url and note are columns.\nNothing more is said here."],
  ["a table without addresses", "name,tags\nA,b\n"],
  ["a table of another program", "name,url,price\nTea and all that belongs to it,example,3\n"],
  ["an empty list", "[]"],
  ["other data", '[{"url":"https://example.com/","name":"x"}]'],
  [
    "a page",
    "<!DOCTYPE html><html><title>Pocket</title><body><h1>Unread</h1><a href='https://e.com'>x</a></body></html>",
  ],
  ["a page about bookmarks", "<html><body><pre>&lt;!DOCTYPE NETSCAPE-Bookmark-file-1></pre></body></html>"],
])("%s is no export", (_, text) => {
  expect(moveOf(text)).toBeUndefined();
});

test("pictures, archives and empty files are no exports", () => {
  expect(moveOf(new Uint8Array())).toBeUndefined();
  expect(moveOf(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]))).toBeUndefined();
  expect(moveOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))).toBeUndefined();
});

test("a book and an archive of other things are no exports", () => {
  const page = new TextEncoder().encode("<html><body><p>正文</p></body></html>");
  const csv = bytesOf("pocket.csv");
  expect(
    recogniseMove({
      name: "book.epub",
      entries: new Map([
        ["mimetype", page],
        ["a.csv", csv],
      ]),
    }),
  ).toBeUndefined();
  expect(recogniseMove({ name: "a.zip", entries: new Map([["index.html", page]]) })).toBeUndefined();
  expect(recogniseMove({ name: "a.zip", entries: new Map() })).toBeUndefined();
});

describe("nothing makes it throw but an archive that is damaged", () => {
  const attempt = (read: () => Move | undefined) => {
    try {
      const move = read();
      for (const { url, savedAt = 0 } of move?.belongings ?? []) {
        expect(url).toMatch(/^https?:/i);
        expect(Number.isSafeInteger(savedAt)).toBe(true);
      }
    } catch (error) {
      expect(codeOf(error)).toBe("archive-damaged");
    }
  };

  test("any text", () => {
    const starts = fc.constantFrom(
      "",
      "url,time_added\n",
      "[{",
      "<!DOCTYPE NETSCAPE-Bookmark-file-1>",
      "https://e.com/ ",
    );
    fc.assert(
      fc.property(starts, fc.string({ unit: "binary", maxLength: 400 }), (start, text) => {
        attempt(() => moveOf(start + text));
      }),
    );
  });

  test("any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => attempt(() => moveOf(bytes))));
  });

  test("any JSON in the place of fields", () => {
    const entry = fc.dictionary(
      fc.constantFrom(
        "url",
        "is_archived",
        "tags",
        "content",
        "annotations",
        "slug",
        "savedAt",
        "highlights",
        "__proto__",
      ),
      fc.oneof(fc.jsonValue(), fc.webUrl()),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), (entries) => {
        const json = JSON.stringify(entries);
        attempt(() => moveOf(json));
        const archive = new Map([["metadata_0_to_20.json", new TextEncoder().encode(json)]]);
        attempt(() => recogniseMove({ name: "", entries: archive }));
      }),
    );
  });

  test("good files cut off anywhere or with a piece taken out", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(50),
        (name, at, gap) => {
          const bytes = bytesOf(name);
          const cut = Math.floor(at * bytes.length);
          attempt(() => moveOf(bytes.subarray(0, cut)));
          attempt(() => moveOf(new Uint8Array([...bytes.subarray(0, cut), ...bytes.subarray(cut + gap)])));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("an Omnivore archive whose files are cut off", () => {
    const whole = [...omnivoreEntries()];
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (part) => {
        const entries = new Map(whole.map(([name, bytes]) => [name, bytes.subarray(0, bytes.length * part)]));
        attempt(() => recogniseMove({ name: "", entries }));
      }),
    );
  });
});
