import { beforeEach, expect, test } from "vitest";
import { type Entry, manifestName, partName } from "#domain/backup/format.ts";
import { BackupError, type Problem } from "#domain/backup/problem.ts";
import { sha256 } from "#domain/sha256.ts";
import { BackupReader } from "#export/backup/backup-reader.ts";
import { pack, unpack } from "#export/backup/packing.ts";
import { ZipReader } from "#export/backup/zip-reader.ts";
import { ZipWriter } from "#export/backup/zip-writer.ts";
import { database } from "#library/database.ts";
import { allRows, clearLibrary, fillLibrary } from "./full-library.ts";
import { backUp, check, restore } from "./make-backup.ts";

type Bytes = Uint8Array<ArrayBuffer>;
type Files = Map<string, Bytes>;

const encode = (text: string) => new TextEncoder().encode(text);
const notes = partName("notes", 1);
const articles = partName("articles", 1);

let files: Files;
let here: Record<string, unknown[]>;

beforeEach(async () => {
  await clearLibrary();
  await fillLibrary(5);
  files = await filesOf(await backUp());
  await clearLibrary();
  await fillLibrary(2, 1); // another library, which nothing may change
  here = await allRows();
});

async function filesOf(file: Blob): Promise<Files> {
  const zip = await ZipReader.open(file);
  const found: Files = new Map();
  for (const name of zip.names()) found.set(name, await zip.read(name));
  return found;
}

async function zipOf(entries: Iterable<[string, Bytes]>): Promise<Blob> {
  const parts: Bytes[] = [];
  const zip = new ZipWriter({ write: async (bytes) => void parts.push(bytes) }, 0);
  for (const [name, bytes] of entries) await zip.add(name, bytes, { compress: false });
  await zip.close();
  return new Blob(parts);
}

/** An archive whose manifest tells the truth about whatever was put into it: the work of one who knows the format. */
async function forged(
  change: (manifest: Record<string, unknown> & { entries: Entry[] }) => void = () => {},
): Promise<Blob> {
  const manifest = JSON.parse(new TextDecoder().decode(files.get(manifestName)));
  for (const entry of manifest.entries) {
    const bytes = files.get(entry.name) ?? new Uint8Array();
    Object.assign(entry, { bytes: bytes.length, sha256: await sha256(bytes) });
  }
  change(manifest);
  files.set(manifestName, encode(JSON.stringify(manifest)));
  return zipOf(files);
}

async function rewrite(name: string, change: (text: string) => string): Promise<void> {
  const text = new TextDecoder().decode(await unpack(files.get(name) ?? new Uint8Array(), "gzip", 1e9, name));
  files.set(name, await pack(encode(change(text)), "gzip"));
}

/** What is found wrong; nothing may be restored, and nothing here may have changed. */
async function problemsOf(file: Blob): Promise<Problem[]> {
  try {
    const { problems } = await check(file);
    if (problems.length > 0) await expect(restore(file)).rejects.toThrow("problems");
    return problems;
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    return [error.problem];
  } finally {
    expect(await allRows()).toEqual(here);
  }
}

test("the archive these tests make is a good one before they spoil it", async () => {
  expect(await problemsOf(await forged())).toEqual([]);
});

test("a flipped bit is caught wherever it matters, and named", async () => {
  const bytes = new Uint8Array(await (await forged()).arrayBuffer());
  for (let at = 7; at < bytes.length; at += Math.ceil(bytes.length / 150)) {
    const spoilt = bytes.slice();
    spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8));
    const [problem] = await problemsOf(new Blob([spoilt]));
    if (problem) continue;
    // Times and rights in headers say nothing: what was flipped there is all the same read as it was written.
    const again = await filesOf(new Blob([spoilt]));
    expect([...again].map(([name, one]) => [name, one.length])).toEqual(
      [...files].map(([name, one]) => [name, one.length]),
    );
    for (const [name, one] of again) expect(await sha256(one)).toBe(await sha256(files.get(name) ?? one));
  }
  const page = [...files.keys()].find((name) => name.startsWith("articles/")) ?? "";
  files.set(
    page,
    (files.get(page) as Bytes).map((byte, at) => (at === 100 ? byte ^ 1 : byte)),
  );
  expect(await problemsOf(await zipOf(files))).toEqual([{ code: "entry-changed", entry: page }]);
});

test("a missing entry, a swapped file and a lost part are named", async () => {
  const pictures = [...files.keys()].filter((name) => name.startsWith("pictures/"));
  const [one = "", other = ""] = pictures;
  const whole = [...files];
  expect(await problemsOf(await zipOf(whole.filter(([name]) => name !== one)))).toEqual([
    { code: "entry-missing", entry: one },
  ]);
  const swapped = new Map(files).set(one, files.get(other) as Bytes).set(other, files.get(one) as Bytes);
  expect((await problemsOf(await zipOf(swapped))).map(({ entry }) => entry).sort()).toEqual([one, other].sort());
  // By one who mended the manifest too: a picture is named by its bytes, and the rows were counted.
  files.set(one, files.get(other) as Bytes);
  expect(await problemsOf(await forged())).toContainEqual({ code: "entry-changed", entry: one });
  files = new Map(whole);
  files.delete(notes);
  const lost = await forged((manifest) => {
    manifest.entries = manifest.entries.filter(({ name }) => name !== notes);
  });
  expect(await problemsOf(lost)).toEqual([{ code: "count-differs", entry: "notes" }]);
});

test.each(["__proto__", "constructor", "prototype", "\\u005f_proto__"])(
  "a key %s is refused, wherever it is",
  async (key) => {
    await rewrite(articles, (text) => text.replace('"length":{', `"length":{"${key}":{"isAdmin":true},`));
    expect(await problemsOf(await forged())).toEqual([{ code: "key-refused", entry: articles, line: 1 }]);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  },
);

test.each([
  ["a body that is no text", (text: string) => text.replace(/"html":"[^"]*"/, '"html":{}')],
  ["a line that is no JSON", (text: string) => text.replace("{", "")],
  ["a row cut off", (text: string) => text.trimEnd()],
  ["a row nested too deep", (text: string) => text.replace("{", `{"x":${"[".repeat(50_000)}${"]".repeat(50_000)},`)],
])("%s is refused, by entry and line", async (_, spoil) => {
  const contents = partName("contents", 1);
  await rewrite(contents, spoil);
  const [problem] = await problemsOf(await forged());
  expect(problem).toMatchObject({ code: "row-refused", entry: contents });
  expect(problem?.line).toBeGreaterThan(0);
});

test("a header that claims five gigabytes, and one that claims little and holds much, cost neither memory nor time", async () => {
  const bytes = new Uint8Array(await (await forged()).arrayBuffer());
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint32(at + 24, 0xfffffffe, true);
    break;
  }
  expect(await problemsOf(new Blob([bytes]))).toEqual([{ code: "entry-too-large", entry: "README.txt" }]);
  files.set(notes, await pack(new Uint8Array(300 * 1024 * 1024), "gzip"));
  expect(await problemsOf(await forged())).toEqual([{ code: "entry-too-large", entry: notes }]);
});

test.each(["../up.txt", "/etc/passwd", "C:/x", "a\\b", "a/./b", "a//b", "a\0b"])(
  "the name %j is refused",
  async (name) => {
    files.set(name, encode("x"));
    expect(await problemsOf(await zipOf(files))).toEqual([{ code: "name-unsafe", entry: name }]);
  },
);

test("two entries of one name, two articles of one address, a file that is none, a later Liuye's: each is said", async () => {
  expect(await problemsOf(await zipOf([...files, [notes, encode("x")]]))).toEqual([
    { code: "name-unsafe", entry: notes },
  ]);
  expect(await problemsOf(new Blob([encode("hello")]))).toEqual([{ code: "not-a-backup" }]);
  expect(await problemsOf(await zipOf([["a.txt", encode("x")]]))).toEqual([{ code: "not-a-backup" }]);
  expect(await problemsOf(await forged((manifest) => Object.assign(manifest, { schema: 999 })))).toEqual([
    { code: "newer-schema" },
  ]);
  expect(await problemsOf(await forged((manifest) => Object.assign(manifest, { formatVersion: 2 })))).toEqual([
    { code: "newer-format" },
  ]);
  const half = (await forged((manifest) => Object.assign(manifest, { schema: 1, formatVersion: 1 }))).slice(0, 900);
  expect(await problemsOf(half)).toEqual([{ code: "not-a-backup" }]);
  await rewrite(articles, (text) => text.replace('https://a.example/1"', 'https://a.example/0"'));
  expect((await problemsOf(await forged()))[0]).toMatchObject({ code: "row-refused" });
});

test("an older schema's backup is restored, and what it does not know is not asked for", async () => {
  files.delete(partName("tombstones", 1));
  const older = await forged((manifest) => {
    manifest.schema = 5;
    manifest.entries = manifest.entries.filter(({ name }) => !name.includes("tombstones"));
    delete (manifest.counts as Record<string, number>).tombstones;
  });
  await clearLibrary();
  await restore(older);
  expect(await database.articles.count()).toBe(6);
});

test("a body with a script in it comes in clean, an address that is none is dropped, and unknown keys with it", async () => {
  await rewrite(partName("contents", 1), (text) =>
    text.replace("<p>", '<img src=x onerror=\\"hit()\\"><script>hit()</script><p>'),
  );
  await rewrite(articles, (text) => text.replace(/"url":"[^"]*"/, '"url":"javascript:hit()","hidden":"x"'));
  const file = await forged();
  await clearLibrary();
  await restore(file);
  const [content] = await database.contents.toArray();
  expect(content?.html).toContain("渡口 0");
  expect(content?.html).not.toMatch(/onerror|script/);
  const article = await database.articles.get("article-0");
  expect(article).not.toHaveProperty("url");
  expect(article).not.toHaveProperty("hidden");
  expect((await BackupReader.open(file)).manifest.app).toBe("test");
});
