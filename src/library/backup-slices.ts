// The library in slices that fit in memory, for a backup: each with some articles and everything that belongs to them.
import type { Article, Content, Original, Picture } from "#domain/article.ts";
import { mostCharacters, mostRows } from "#domain/backup/format.ts";
import type { PlaceRow } from "#domain/backup/tables.ts";
import type { ArticleNote, Highlight } from "#domain/highlight.ts";
import type { Version } from "#domain/version.ts";
import { database } from "./database.ts";
import { migrations } from "./migrations.ts";

/** Some articles and what belongs to them; pictures come apart, one at a time. */
export type Slice = {
  articles: Article[];
  contents: Content[];
  places: PlaceRow[];
  originals: Original[];
  highlights: Highlight[];
  notes: ArticleNote[];
  /** Earlier texts. */
  versions: Version[];
};

/** Articles read in one go: few enough that even long ones fit in memory together. */
const atOnce = 25;

/** The number of the schema this Liuye's library has. */
export const schemaVersion = migrations.length;

/** What is in the library, and the library's own caches, which no backup holds: `facts`, `thumbnails`, `restores`. */
export const cacheTables = ["facts", "thumbnails", "restores"];

/** All articles in the order of their ids, slice by slice; each group of them is read in one transaction. Ends with what belongs to none. */
export async function* librarySlices(): AsyncGenerator<Slice> {
  const ids = await database.articles.toCollection().primaryKeys();
  let slice = emptySlice();
  let size = 0;
  for (let from = 0; from < ids.length; from += atOnce) {
    const group = await readGroup(ids.slice(from, from + atOnce));
    slice = join(slice, group);
    size += sizeOf(group);
    if (size < mostCharacters && slice.articles.length + atOnce <= mostRows) continue;
    yield slice;
    slice = emptySlice();
    size = 0;
  }
  const strays = await wordsOfNone(new Set(ids));
  slice = join(slice, strays);
  if (Object.values(slice).some((rows) => rows.length > 0)) yield slice;
}

/** The rows of a table that stand by themselves, some at a time. */
export async function* looseRows(table: "tags" | "readings" | "tombstones"): AsyncGenerator<object[]> {
  const keys = await database.table(table).toCollection().primaryKeys();
  for (let from = 0; from < keys.length; from += mostRows) {
    const rows = await database.table(table).bulkGet(keys.slice(from, from + mostRows));
    yield rows.filter((row) => row !== undefined);
  }
}

/** One picture, or undefined when it has gone. */
export function pictureById(id: string): Promise<Picture | undefined> {
  return database.pictures.get(id);
}

function emptySlice(): Slice {
  return { articles: [], contents: [], places: [], originals: [], highlights: [], notes: [], versions: [] };
}

function join(one: Slice, other: Slice): Slice {
  const names = Object.keys(one) as (keyof Slice)[];
  return Object.fromEntries(names.map((name) => [name, [...one[name], ...other[name]]])) as Slice;
}

function readGroup(ids: string[]): Promise<Slice> {
  const { articles, contents, places, originals, highlights, notes, versions } = database;
  return database.transaction("r", [articles, contents, places, originals, highlights, notes, versions], async () => {
    const rows = await Promise.all([
      articles.bulkGet(ids),
      contents.bulkGet(ids),
      places.bulkGet(ids),
      originals.bulkGet(ids),
      highlights.where("articleId").anyOf(ids).toArray(),
      notes.bulkGet(ids),
      versions.where("articleId").anyOf(ids).toArray(),
    ]);
    const [article, content, place, original, highlight, note, version] = rows;
    return {
      articles: present(article),
      contents: present(content),
      places: present(place),
      originals: present(original),
      highlights: highlight,
      notes: present(note),
      versions: version,
    };
  });
}

/** What the reader wrote is kept even where its article has gone by some accident. */
async function wordsOfNone(ids: ReadonlySet<string>): Promise<Slice> {
  const { highlights, notes } = database;
  const noted = (await notes.toCollection().primaryKeys()).filter((id) => !ids.has(id));
  // Safari never answers for the keys of an empty store (Dexie#1030).
  const marked = (await highlights.count()) > 0 ? await highlights.orderBy("articleId").uniqueKeys() : [];
  const astray = marked.map(String).filter((id) => !ids.has(id));
  return {
    ...emptySlice(),
    highlights: await highlights.where("articleId").anyOf(astray).toArray(),
    notes: present(await notes.bulkGet(noted)),
  };
}

/** About, in characters and bytes. */
function sizeOf({ contents, originals, versions }: Slice): number {
  const pages = [...originals, ...versions.flatMap(({ original }) => original ?? [])];
  const words = [...contents, ...versions].reduce((sum, { html, text }) => sum + html.length + text.length, 0);
  return pages.reduce((sum, { gzip }) => sum + gzip.byteLength, words);
}

function present<Row>(rows: readonly (Row | undefined)[]): Row[] {
  return rows.filter((row) => row !== undefined);
}
