import { expect, test } from "vitest";
import { recogniseMove } from "#capture/moving/recognise.ts";
import { bytesOf, moveIn, omnivoreEntries } from "./read-move.ts";

const read = (entries: ReadonlyMap<string, Uint8Array>) => recogniseMove({ name: "some.zip", entries });
const torn = (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 30);

const pigeons = {
  url: "https://example.com/pigeons",
  title: "鸽子与“广场”",
  savedAt: Date.UTC(2024, 9, 29, 16, 30, 11),
  archived: true,
  tags: ["RSS", "a, b"],
  readProgress: 0.425,
  byline: "林小满",
  published: "2024-10-28T09:05Z",
  note: "一条关于全文的笔记",
  highlights: [{ quote: "鸽子不怕人", note: "这是我的批注，\n有两行。" }, { quote: "第一段\n\n第二段" }],
  page: {
    kind: "html",
    via: "move",
    url: "https://example.com/pigeons",
    name: "鸽子与“广场”",
    content:
      '<DIV class="page" id="readability-page-1"><p data-omnivore-anchor-idx="1">广场上的鸽子不怕人。</p><p data-omnivore-anchor-idx="2">它们等的是面包。</p></DIV>',
  },
};

test("Omnivore's archive brings lists, articles and passages together", () => {
  expect(read(omnivoreEntries())).toEqual({
    kind: "omnivore",
    skipped: 0,
    belongings: [
      pigeons,
      {
        url: "https://example.com/no-content",
        title: "Saved without its text",
        savedAt: Date.UTC(2024, 9, 29, 16, 21, 32),
        tags: [],
        highlights: [],
      },
      {
        url: "https://example.com/later",
        title: "Later",
        savedAt: Date.UTC(2024, 9, 29, 16, 9, 19),
        tags: [],
        readProgress: 1,
        highlights: [],
      },
    ],
  });
});

test("an archive that was packed again in a folder is the same", () => {
  const entries = omnivoreEntries("Omnivore export/");
  entries.set("__MACOSX/Omnivore export/._metadata_0_to_20.json", new Uint8Array([0, 5, 22, 7]));
  expect(read(entries)).toEqual(read(omnivoreEntries()));
});

test("one of its lists on its own is a list of addresses", () => {
  const { kind, belongings } = moveIn("omnivore/metadata_0_to_20.json");
  expect(kind).toBe("omnivore");
  const { page, highlights, note, ...rest } = pigeons;
  expect(belongings[0]).toEqual({ ...rest, highlights: [] });
});

test("a list that broke is counted, and the others are read", () => {
  const entries = omnivoreEntries();
  entries.set("metadata_0_to_20.json", torn(bytesOf("omnivore/metadata_0_to_20.json")));
  expect(read(entries)).toMatchObject({ skipped: 2, belongings: [{ url: "https://example.com/later" }] });
});

test("an archive none of whose lists can be read is damaged", () => {
  const entries = new Map([["metadata_0_to_20.json", torn(bytesOf("omnivore/metadata_0_to_20.json"))]]);
  expect(() => read(entries)).toThrow(expect.objectContaining({ code: "archive-damaged" }));
});
