import { BlobReader, TextWriter, ZipReader } from "@zip.js/zip.js";
import { beforeEach, expect, test } from "vitest";
import { tableNames } from "#domain/backup/tables.ts";
import { cacheTables } from "#library/backup-slices.ts";
import { database } from "#library/database.ts";
import { allRows, clearLibrary, fillLibrary } from "./full-library.ts";
import { backUp, check, restore } from "./make-backup.ts";

beforeEach(async () => {
  await clearLibrary();
  localStorage.clear();
});

test("every table of the library is in a backup, or is a cache", () => {
  const kept = tableNames.filter((name) => name !== "settings");
  expect([...kept, ...cacheTables].sort()).toEqual(database.tables.map(({ name }) => name).sort());
});

test("backup, wipe, restore gives the same library, row by row and byte by byte", async () => {
  await fillLibrary(60);
  localStorage.setItem("liuye:size", "21");
  localStorage.setItem("liuye:site-rules", '[{"name":"a","hosts":[],"pages":[]}]');
  localStorage.setItem("liuye:relay", '"https://relay.example/{url}"');
  localStorage.setItem("liuye:bookmarklet-key", "secret");
  const before = await allRows();
  expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
  const file = await backUp();
  await clearLibrary();
  localStorage.clear();
  const checked = await check(file);
  expect(checked.problems).toEqual([]);
  expect(checked.outlook).toEqual({ new: 61, newer: 0, same: 0, older: 0, deleted: 0, settings: 2 });
  expect(await restore(file)).toEqual({ added: 61, renewed: 0, deleted: 0, settings: 2 });
  expect(await allRows()).toEqual(before);
  expect(localStorage.getItem("liuye:size")).toBe("21");
  expect(localStorage.getItem("liuye:relay")).toBeNull();
  expect(localStorage.getItem("liuye:bookmarklet-key")).toBeNull();
  expect((await check(file)).outlook).toEqual({ new: 0, newer: 0, same: 61, older: 0, deleted: 0, settings: 0 });
  await restore(file);
  expect(await allRows()).toEqual(before);
});

test("another program reads the archive, and finds a page of each article in it", async () => {
  await fillLibrary(4);
  const zip = new ZipReader(new BlobReader(await backUp()), { useWebWorkers: false, checkSignature: true });
  const texts = new Map<string, string>();
  for (const entry of await zip.getEntries())
    if (!entry.directory) texts.set(entry.filename, await entry.getData(new TextWriter(), { useWebWorkers: false }));
  const names = [...texts.keys()];
  expect(names.at(0)).toBe("README.txt");
  expect(names.at(-1)).toBe("manifest.json");
  const page = names.find((name) => name.startsWith("articles/2026-01-01 渡口 .. 0"));
  const html = texts.get(page ?? "") ?? "";
  expect(html).toContain("<title>渡口/..\\ &#34;0&#34; &#60;\u202e&#62;</title>");
  const [, address = ""] = /<img [^>]*src="\.\.\/([^"]+)"/.exec(html) ?? [];
  expect(names).toContain(address);
  expect(html).toContain("<blockquote>渡口 0</blockquote>");
  expect(texts.get("index.html")).toContain(encodeURIComponent(page?.split("/")[1] ?? ""));
  expect(names.filter((name) => name.startsWith("articles/")).length).toBe(3); // the fourth is in the trash
});

test("what is damaged here is left out and named, and the rest can be restored", async () => {
  await fillLibrary(4);
  await database.table("notes").put({ id: "no id of ours", text: "x", at: 1 });
  await database
    .table("pictures")
    .toCollection()
    .modify({ bytes: new Uint8Array([1]).buffer });
  const file = await backUp();
  await clearLibrary();
  expect((await check(file)).problems).toEqual([]);
  await restore(file);
  expect(await database.notes.count()).toBe(4);
  expect(await database.articles.count()).toBe(5);
});
