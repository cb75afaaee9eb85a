// Files as Liuye writes them, written by somebody else: the form is right, and what stands in it is anything.
import fc from "fast-check";
import { formatVersion, manifestName, partName } from "#domain/backup/format.ts";
import { type TableName, tableNames } from "#domain/backup/tables.ts";
import { sha256 } from "#domain/sha256.ts";
import { pack } from "#export/backup/packing.ts";
import { ZipWriter } from "#export/backup/zip-writer.ts";
import { schemaVersion } from "#library/backup-slices.ts";
import { bookThree, entriesOf } from "../fixtures/formats/books.ts";
import * as language from "./languages.ts";
import { bytesOf, textOf } from "./words.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** What goes with an article: the known keys, each mostly of its kind, and keys of other people's. */
export const exportedClaim = fc.oneof({ weight: 8, arbitrary: claim() }, { weight: 1, arbitrary: fc.anything() });

function claim(): fc.Arbitrary<object> {
  const any = fc.oneof({ withCrossShrink: true }, fc.anything(), textOf(language.htmlWords, 5));
  const moment = fc.oneof(fc.integer({ min: 0, max: 5e12 }), fc.double(), any);
  const words = fc.oneof({ weight: 3, arbitrary: textOf(language.markdownWords, 8) }, { weight: 1, arbitrary: any });
  const mark = fc.record(
    { exact: words, prefix: words, suffix: words, colour: words, note: words, at: moment, changedAt: moment },
    { requiredKeys: [] },
  );
  const known = fc.record(
    {
      ...{ title: words, subtitle: words, byline: words, editor: words, source: words, lang: words, url: words },
      published: fc.oneof(fc.constantFrom("2014", "2014-01-15T10:20", "2014-01-15T10:20+08:00"), words),
      ...{ savedAt: moment, favouritedAt: moment, archivedAt: moment },
      tags: fc.oneof(fc.array(words, { maxLength: 5 }), any),
      edited: fc.oneof(fc.array(fc.constantFrom("title", "byline", "url")), any),
      marked: fc.oneof(fc.record({ as: fc.constantFrom("unread", "finished", "x"), at: moment }), any),
      place: fc.oneof(fc.record({ offset: moment, progress: moment, at: moment }), any),
      note: fc.oneof(fc.record({ text: words, at: moment }), any),
      highlights: fc.oneof(fc.array(mark, { maxLength: 5 }), any),
      file: fc.oneof(fc.constantFrom("EPUB/a.xhtml", "../a"), any),
    },
    { requiredKeys: [] },
  );
  return known.map((fields) => ({ liuye: 1, ...fields }));
}

/** A Markdown file with our front matter above it and our comment below it. */
export const ownMarkdown: fc.Arbitrary<string> = fc
  .tuple(textOf(language.markdownWords, 40), fc.oneof(exportedClaim.map(jsonOf), textOf(language.tableWords, 20)))
  .map(([body, json]) => `---\nliuye: 1\ntitle: 渡口\n---\n# 渡口\n\n${body}\n<!-- liuye ${json} -->\n`);

/** A good book with our list of articles in it, or something like it. */
export function ownBook(): fc.Arbitrary<ReadonlyMap<string, Uint8Array>> {
  const good = entriesOf(bookThree);
  const path = fc.oneof(fc.constantFrom(...good.keys()), textOf(language.addressWords, 3));
  const chapters = fc.array(
    fc.tuple(exportedClaim, path).map(([exported, file]) => ({ ...(exported as object), file })),
    { maxLength: 4 },
  );
  const list = fc.oneof(
    { weight: 4, arbitrary: chapters.map(jsonOf).map(bytesOf) },
    { weight: 1, arbitrary: textOf(language.tableWords, 20).map(bytesOf) },
  );
  return fc
    .tuple(
      list,
      fc.dictionary(fc.constantFrom(...good.keys()), textOf(language.htmlWords).map(bytesOf), { maxKeys: 2 }),
    )
    .map(([bytes, changed]) => new Map([...good, ...Object.entries(changed), ["META-INF/liuye.json", bytes]]));
}

/** Rows of some tables as lines: good ones with fields changed, and others. */
export function backupRows(): fc.Arbitrary<Partial<Record<TableName, string>>> {
  const good: Record<string, object> = {
    articles: {
      ...{ id: "a", identity: "url:https://a.invalid/", url: "https://a.invalid/", title: "渡口", lang: "zh" },
      ...{ excerpt: "", length: { han: 2, words: 0 }, savedAt: 1, refreshedAt: 1 },
    },
    contents: { id: "a", html: "<p>渡口</p>", text: "渡口", sanitizer: 1 },
    highlights: { id: "h", articleId: "a", anchor: { quote: { exact: "渡", prefix: "", suffix: "口" } }, at: 1 },
    notes: { id: "a", text: "好", at: 1 },
    tags: { name: "河", colour: "sky" },
  };
  const other = fc.oneof(fc.anything(), textOf(language.tableWords, 5));
  const row = (table: TableName) =>
    fc
      .tuple(
        fc.dictionary(fc.constantFrom("id", "title", "at", "html", "anchor", "__proto__", "length"), other, {
          maxKeys: 2,
        }),
      )
      .map(([changed]) => jsonOf({ ...(good[table] ?? { id: "a", at: 1 }), ...changed }));
  const line = (table: TableName) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(jsonOf(good[table] ?? {})) },
      { weight: 2, arbitrary: row(table) },
      { weight: 1, arbitrary: textOf(language.tableWords, 10) },
    );
  const lines = (table: TableName) =>
    fc.array(line(table), { maxLength: 4 }).map((all) => all.map((one) => `${one}\n`).join(""));
  return fc.record(Object.fromEntries(tableNames.map((table) => [table, lines(table)])), { requiredKeys: [] });
}

/** A backup of these rows whose manifest tells the truth about them: the work of one who knows the format. */
export async function backupOf(rows: Partial<Record<TableName, string>>): Promise<Blob> {
  const parts: Bytes[] = [];
  const zip = new ZipWriter({ write: async (bytes) => void parts.push(bytes) }, 0);
  const entries: object[] = [];
  const counts: Record<string, number> = {};
  for (const [table, lines] of Object.entries(rows)) {
    const name = partName(table as TableName, 1);
    const bytes = await pack(bytesOf(lines), "gzip");
    entries.push({ name, bytes: bytes.length, sha256: await sha256(bytes) });
    counts[table] = lines.split("\n").length - 1;
    await zip.add(name, bytes, { compress: false });
  }
  const told = { formatVersion, schema: schemaVersion, app: "fuzz", createdAt: 1, counts, entries };
  await zip.add(manifestName, bytesOf(jsonOf({ format: "liuye-backup", ...told })), { compress: true });
  await zip.close();
  return new Blob(parts);
}

/** What JSON has no words for is left out. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_, one) => (typeof one === "bigint" ? String(one) : one)) ?? "null";
}
