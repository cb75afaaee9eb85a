// A damaged backup: what is wrong is said to the last entry, and what is sound of it can be had.
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Entry, manifestName, partName } from "#domain/backup/format.ts";
import type { BackupError } from "#domain/backup/problem.ts";
import type { TableName } from "#domain/backup/tables.ts";
import { sha256 } from "#domain/sha256.ts";
import { pack, unpack } from "#export/backup/packing.ts";
import { ZipReader } from "#export/backup/zip-reader.ts";
import { ZipWriter } from "#export/backup/zip-writer.ts";
import { database } from "#library/database.ts";
import { undoRestore } from "#library/restore-record.ts";
import { allRows, clearLibrary, fillLibrary } from "./full-library.ts";
import { backUp, check, restore } from "./make-backup.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Short articles that fill the first slice, so that it can be lost and the second one, with everything in it, not. */
const short = 500;

let articleCount: number;
let whole: Blob;
let files: Map<string, Bytes>;
let rows: Record<string, unknown[]>;

beforeAll(async () => {
  await clearLibrary();
  await fillLibrary(30);
  const article = await database.articles.get("article-2");
  const content = await database.contents.get("article-2");
  if (!article || !content) throw new Error("nothing to copy");
  const ids = Array.from({ length: short }, (_, at) => `a-${at}`);
  await database.articles.bulkPut(ids.map((id) => ({ ...article, id, identity: `text:${id}` })));
  await database.contents.bulkPut(ids.map((id) => ({ ...content, id })));
  rows = await allRows();
  articleCount = rows.articles?.length ?? 0;
  whole = await backUp();
}, 60_000);

beforeEach(async () => {
  await clearLibrary();
  const zip = await ZipReader.open(whole);
  files = new Map();
  for (const name of zip.names()) files.set(name, await zip.read(name));
});

async function archive(compressed = ""): Promise<Blob> {
  const parts: Bytes[] = [];
  const zip = new ZipWriter({ write: async (bytes) => void parts.push(bytes) }, 0);
  for (const [name, bytes] of files) await zip.add(name, bytes, { compress: name === compressed });
  await zip.close();
  return new Blob(parts);
}

function flip(name: string): string {
  const bytes = files.get(name)?.slice();
  if (!bytes) throw new Error(name);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 4;
  files.set(name, bytes);
  return name;
}

/** Spoils a line by someone who knows the format: the manifest still tells the truth. */
async function forge(table: TableName, change: (text: string) => string): Promise<Blob> {
  const name = partName(table, 1);
  const text = new TextDecoder().decode(await unpack(files.get(name) ?? new Uint8Array(), "gzip", 1e9, name));
  const bytes = await pack(new TextEncoder().encode(change(text)), "gzip");
  files.set(name, bytes);
  const manifest = JSON.parse(new TextDecoder().decode(files.get(manifestName)));
  const entry = manifest.entries.find((one: Entry) => one.name === name);
  Object.assign(entry, { bytes: bytes.length, sha256: await sha256(bytes) });
  files.set(manifestName, new TextEncoder().encode(JSON.stringify(manifest)));
  return archive();
}

const first = (folder: string) => [...files.keys()].find((name) => name.startsWith(folder)) ?? "";
const idsOf = (table: string) => (rows[table] as { id: string }[]).map(({ id }) => id);

test("the words of one slice, a picture, a page as it came and the tags are damaged: all is named, the rest comes in whole", async () => {
  const spoilt = [partName("contents", 1), first("pictures/"), first("originals/"), partName("tags", 1)].map(flip);
  const file = await archive();
  const checked = await check(file);
  expect(checked.problems.map(({ entry }) => entry).sort()).toEqual([...spoilt].sort());
  expect(checked.problems.every(({ code }) => code === "entry-changed")).toBe(true);
  expect(checked.sound).toBeGreaterThan(20);
  expect(checked.sound).toBeLessThan(articleCount);
  expect(checked.outlook.new).toBe(checked.sound);
  await expect(restore(file)).rejects.toThrow("problems");
  expect(await database.articles.count()).toBe(0);
  expect(await restore(file, { soundOnly: true })).toMatchObject({ added: checked.sound });

  const after = await allRows();
  const came = new Set((after.articles as { id: string }[]).map(({ id }) => id));
  expect(came.size).toBe(checked.sound);
  for (const table of ["articles", "contents", "places", "notes"]) {
    const expected = (rows[table] as { id: string }[]).filter(({ id }) => came.has(id));
    expect(after[table]).toEqual(expected);
  }
  expect(after.highlights).toEqual(
    (rows.highlights as { articleId: string }[]).filter(({ articleId }) => came.has(articleId)),
  );
  expect(after.tags).toEqual([]);
  const picture = spoilt[1]?.match(/[0-9a-f]{64}/)?.[0] ?? "";
  expect(await database.pictures.get(picture)).toBeUndefined();

  // A good copy of it then brings what was missing, the picture of an article that is here as well.
  await restore(whole);
  const all = await allRows();
  for (const table of Object.keys(rows)) expect(all[table], table).toEqual(rows[table]);
});

test("a bit flipped in a page to read, where it may then unpack to more than it was, is called damage and not size", async () => {
  const page = first("articles/");
  const kept = new Map(files);
  files = new Map([page, manifestName].map((name) => [name, kept.get(name) as Bytes]));
  const good = new Uint8Array(await (await archive(page)).arrayBuffer());
  const view = new DataView(good.buffer);
  const start = 30 + view.getUint16(26, true);
  const codes = new Set<string>();
  for (let at = start; at < start + view.getUint32(18, true); at++) {
    const spoilt = good.slice();
    spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8));
    const zip = await ZipReader.open(new Blob([spoilt]));
    const read = await zip.read(page).catch((error: BackupError) => error.problem);
    if (read instanceof Uint8Array)
      expect(read).toEqual(kept.get(page)); // the last bits say nothing
    else expect(read).toMatchObject({ entry: page });
    if ("code" in read) codes.add(read.code);
  }
  expect([...codes].sort()).toEqual(["entry-changed", "entry-unreadable"]);
});

test("where the library here has the same articles, what is sound changes nothing", async () => {
  await restore(whole);
  const here = await allRows();
  flip(partName("contents", 1));
  flip(partName("highlights", 2));
  await restore(await archive(), { soundOnly: true });
  expect(await allRows()).toEqual(here);
});

test("one line that is no row costs one article", async () => {
  const file = await forge("contents", (text) => text.replace(/"html":"[^"]*"/, '"html":7'));
  const checked = await check(file);
  expect(checked.problems).toEqual([{ code: "row-refused", entry: partName("contents", 1), line: 1 }]);
  expect(checked.sound).toBe(articleCount - 1);
  await restore(file, { soundOnly: true });
  expect(await database.contents.count()).toBe((rows.contents?.length ?? 0) - 1);
  expect(await database.articles.count()).toBe(articleCount - 1);
});

test("of a file made to do harm nothing is offered", async () => {
  const file = await forge("articles", (text) => text.replace("{", '{"__proto__":{"x":1},'));
  const checked = await check(file);
  expect(checked.problems).toEqual([{ code: "key-refused", entry: partName("articles", 1), line: 1 }]);
  expect(checked.sound).toBe(0);
  await expect(restore(file, { soundOnly: true })).rejects.toThrow("problems");
  expect(await database.articles.count()).toBe(0);
});

test("a restore that was undone can be done again", async () => {
  const undone = Date.UTC(2026, 8, 1);
  await restore(whole);
  await undoRestore(undone);
  expect((await database.articles.get("article-2"))?.trashedAt).toBe(undone);
  expect((await check(whole)).outlook).toMatchObject({ new: articleCount, deleted: 0 });
  expect(await restore(whole)).toMatchObject({ added: articleCount, deleted: 0 });
  const again = await allRows();
  expect(again.articles).toEqual(rows.articles);
  expect(idsOf("contents")).toEqual((again.contents as { id: string }[]).map(({ id }) => id));
  // Thrown away by the reader afterwards, it stays away.
  await undoRestore(undone);
  await database.articles.update("article-2", { trashedAt: undone + 1 });
  expect((await check(whole)).outlook).toMatchObject({ new: articleCount - 1, deleted: 1 });
});
