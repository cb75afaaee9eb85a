import { LiuyeError } from "#domain/errors.ts";
import { dateIn } from "#domain/extract/dates.ts";
import { decodeBytes } from "#domain/text/decode.ts";
import { belongingOf, type Row } from "./belonging.ts";
import { type JsonRecord, listOf, recordsIn, wordsOf } from "./json-records.ts";
import { readPassages } from "./omnivore-passages.ts";

type Entries = ReadonlyMap<string, Uint8Array>;

/** Whether a record is of Omnivore's `metadata_0_to_20.json`. */
export function isOmnivoreRecord(record: JsonRecord): boolean {
  return "slug" in record && "url" in record && ("savedAt" in record || "readingProgress" in record);
}

/** Whether an unpacked archive is Omnivore's: lists called `metadata_…` of such records, articles in `content/`. */
export function isOmnivoreArchive(entries: Entries): boolean {
  const lists = metadataIn(entries).map((bytes) => textOf(bytes) ?? "");
  if (lists.some((text) => recordsIn(text)?.some(isOmnivoreRecord))) return true;
  return lists.some((text) => text.includes('"slug"') && text.includes('"readingProgress"'));
}

/** Reads Omnivore's archive; throws LiuyeError `archive-damaged` when none of its lists can be read. */
export function* fromOmnivore(entries: Entries): Generator<Row> {
  const contents = filesUnder("content", "html", entries);
  const passages = filesUnder("highlights", "md", entries);
  const lists = metadataIn(entries).map((bytes) => textOf(bytes) ?? "");
  const read = lists.map(recordsIn);
  if (read.every((records) => records === undefined)) throw new LiuyeError("archive-damaged");
  for (const [at, records] of read.entries()) {
    // A list that broke takes its articles with it; the reader is told how many there were.
    if (!records) for (const _ of lists[at]?.matchAll(/"slug"\s*:/g) ?? []) yield undefined;
    for (const record of records ?? []) yield articleOf(record, contents, passages);
  }
}

function articleOf(record: JsonRecord, contents: Entries, passages: Entries): Row {
  const slug = wordsOf(record.slug);
  const marked = readPassages(textOf(passages.get(slug)) ?? "");
  return belongingOf({
    url: record.url,
    title: record.title,
    savedAt: record.savedAt,
    archived: /^archived$/i.test(wordsOf(record.state)),
    tags: listOf(record.labels),
    readProgress: Number(wordsOf(record.readingProgress)) / 100,
    byline: record.author,
    published: dateIn(wordsOf(record.publishedAt)),
    note: marked.note,
    highlights: marked.passages,
    html: textOf(contents.get(slug)),
  });
}

function metadataIn(entries: Entries): Uint8Array[] {
  return [...entries].filter(([name]) => /(?:^|\/)metadata[^/]*\.json$/i.test(name)).map(([, bytes]) => bytes);
}

/** The files of a folder by their name without its ending, however deep the archive was packed. */
function filesUnder(folder: string, ending: string, entries: Entries): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const path = new RegExp(`(?:^|/)${folder}/([^/]+)\\.${ending}$`, "i");
  for (const [name, bytes] of entries) {
    const slug = path.exec(name)?.[1];
    if (slug !== undefined) files.set(slug, bytes);
  }
  return files;
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes && decodeBytes(bytes).text;
  } catch {
    return undefined;
  }
}
