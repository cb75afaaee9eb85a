// Brings a backup's slices into the library: merged by id, each group of articles in one transaction that also writes down what
// it wrote over. Whatever was brought in before an interruption is whole, and restoring again finishes the rest.
import type { Article, Content, Original, Picture } from "#domain/article.ts";
import {
  betterCapture,
  highlightChange,
  isDeleted,
  isUndone,
  lastChange,
  mergeArticles,
  mergeHighlights,
  mergeNotes,
  mergePlaces,
  type Side,
  staysInTrash,
} from "#domain/backup/merge.ts";
import type { PlaceRow } from "#domain/backup/tables.ts";
import type { ArticleNote, Highlight } from "#domain/highlight.ts";
import type { Version } from "#domain/version.ts";
import { database } from "./database.ts";
import { Recorder } from "./restore-record.ts";
import { write } from "./write.ts";

/** Some articles of a backup and what belongs to them, checked and clean. */
export type Incoming = {
  articles: Article[];
  contents: Content[];
  places: PlaceRow[];
  originals: Original[];
  pictures: Picture[];
  highlights: Highlight[];
  notes: ArticleNote[];
  versions: Version[];
};

/** What is to become of one of a backup's articles; `id` is the one it has here. */
export type Standing = {
  id: string;
  fate: "new" | "newer" | "same" | "older" | "deleted";
  /** Whose words and pictures are kept. */
  capture: Side;
};

/** What would become of these articles; nothing is written. `bringBack` says that what was deleted here comes back. */
export async function standingOf(
  articles: readonly Article[],
  bodies: ReadonlySet<string>,
  bringBack: boolean,
): Promise<Standing[]> {
  const ids = articles.map(({ id }) => id);
  const [byId, deleted] = await Promise.all([database.articles.bulkGet(ids), database.tombstones.bulkGet(ids)]);
  const found = await Promise.all(articles.map(({ identity }, at) => byId[at] ?? database.articles.get({ identity })));
  const here = found.flatMap((article) => article?.id ?? []);
  const withBody = new Set(await database.contents.where("id").anyOf(here).primaryKeys());
  return articles.map((article, at) => {
    const known = found[at];
    if (!known) {
      const gone = !bringBack && isDeleted(deleted[at], lastChange(article));
      return { id: article.id, fate: gone ? "deleted" : "new", capture: "backup" };
    }
    const capture = betterCapture(known, article, { here: withBody.has(known.id), backup: bodies.has(article.id) });
    const base = { id: known.id, capture };
    if (!bringBack && staysInTrash(known, article)) return { ...base, fate: "deleted" };
    if (isUndone(known) || (bringBack && staysInTrash(known, article))) return { ...base, fate: "new" };
    if (!isSame(known, merged(known, article, capture, bringBack)) || capture === "backup")
      return { ...base, fate: "newer" };
    return { ...base, fate: article.refreshedAt < known.refreshedAt ? "older" : "same" };
  });
}

/**
 * Merges some articles and what belongs to them into the library, all or nothing, and writes the step of restore `id` that undoes
 * it. Bodies must be clean, and every picture the taken ones show be there. Throws as `write` does.
 */
export async function restoreArticles(
  incoming: Incoming,
  id: string,
  bringBack: boolean,
  now: number,
): Promise<Standing[]> {
  const { followBody } = await import("./anchored.ts"); // before the transaction, which does not wait
  const contentOf = new Map(incoming.contents.map((content) => [content.id, content]));
  return write(async () => {
    const record = new Recorder(id, now);
    const standings = await standingOf(incoming.articles, new Set(contentOf.keys()), bringBack);
    const idHere = new Map<string, string>();
    for (const [at, { id: ofHere, fate }] of standings.entries())
      if (fate !== "deleted") idHere.set(incoming.articles[at]?.id ?? "", ofHere);
    await loadRows(record, incoming, [...idHere.values()]);
    const follow = async (article: string, before: string | undefined, after: string) => {
      await record.flush();
      for (const mark of await database.highlights.where("articleId").equals(article).toArray())
        record.remember("highlights", mark.id, mark);
      await followBody(article, before, after);
    };
    const takesBody = new Set<string>();
    for (const [at, article] of incoming.articles.entries()) {
      const standing = standings[at];
      if (!standing || standing.fate === "deleted") continue;
      const known = record.get("articles", standing.id);
      record.put("articles", known ? merged(known, article, standing.capture, bringBack) : article);
      record.remove("tombstones", standing.id);
      const body = contentOf.get(article.id);
      if (!body || standing.capture === "here") continue;
      takesBody.add(article.id);
      const before = record.get("contents", standing.id);
      if (before) await follow(standing.id, before.html, body.html);
      record.put("contents", { ...body, id: standing.id });
      record.remove("thumbnails", standing.id);
      if (before) await dropUnshown(record, before.pictures);
    }
    for (const picture of await absent(incoming.pictures)) record.put("pictures", picture);
    for (const original of incoming.originals) {
      const id = idHere.get(original.id);
      if (id === undefined) continue;
      if (takesBody.has(original.id) || !record.get("originals", id)) record.put("originals", { ...original, id });
    }
    for (const place of incoming.places) {
      const id = idHere.get(place.id);
      const known = id === undefined ? undefined : record.get("places", id);
      if (id !== undefined) record.put("places", known ? mergePlaces(known, { ...place, id }) : { ...place, id });
    }
    for (const version of incoming.versions) {
      const articleId = idHere.get(version.articleId);
      if (articleId !== undefined && !record.get("versions", version.id))
        record.put("versions", { ...version, articleId });
    }
    restoreWords(incoming, idHere, record, bringBack);
    for (const [incomingId, id] of idHere) {
      const [present, brought] = [record.get("contents", id), contentOf.get(incomingId)];
      // Marks made in other words than those that are here now are looked for in these.
      if (present && brought && present.html !== brought.html) await follow(id, undefined, present.html);
    }
    await record.keep();
    return standings;
  });
}

/** Reads at once what the incoming rows may meet here; `ids` are those of their articles here. */
async function loadRows(
  record: Recorder,
  { articles, highlights, notes, versions }: Incoming,
  ids: readonly string[],
): Promise<void> {
  const marks = highlights.map(({ id }) => id);
  await Promise.all([
    ...(["articles", "contents", "originals", "places", "thumbnails"] as const).map((name) => record.load(name, ids)),
    record.load("tombstones", [...ids, ...articles.map(({ id }) => id), ...marks]),
    record.load("highlights", marks),
    record.load(
      "versions",
      versions.map(({ id }) => id),
    ),
    record.load("notes", [...ids, ...notes.map(({ id }) => id)]),
  ]);
}

/** Those of some pictures that are not here; none of the bytes that are here is read. */
async function absent(pictures: readonly Picture[]): Promise<Picture[]> {
  if (pictures.length === 0) return [];
  const ids = pictures.map(({ id }) => id);
  const here = new Set(await database.pictures.where("id").anyOf(ids).primaryKeys());
  return pictures.filter(({ id }) => !here.has(id));
}

/** Takes away the pictures of a body that was replaced, where no other shows them; an undo has them again. */
async function dropUnshown(record: Recorder, pictures: readonly string[] = []): Promise<void> {
  await record.flush();
  await record.load("pictures", pictures);
  for (const picture of pictures) {
    const shown = await Promise.all(
      [database.contents, database.versions].map((table) => table.where("pictures").equals(picture).count()),
    );
    if (shown.every((count) => count === 0)) record.remove("pictures", picture);
  }
}

/** Highlights and notes; those of an article that is deleted here stay away with it. */
function restoreWords(
  { articles, highlights, notes }: Incoming,
  idHere: ReadonlyMap<string, string>,
  record: Recorder,
  bringBack: boolean,
): void {
  const brought = new Set(articles.map(({ id }) => id));
  for (const highlight of highlights) {
    const articleId = idHere.get(highlight.articleId) ?? highlight.articleId;
    if (brought.has(highlight.articleId) && !idHere.has(highlight.articleId)) continue;
    const known = record.get("highlights", highlight.id);
    const tombstone = record.get("tombstones", highlight.id);
    if (!known && !bringBack && isDeleted(tombstone, highlightChange(highlight))) continue;
    const next = { ...highlight, articleId };
    record.put("highlights", known ? mergeHighlights(known, next) : next);
    record.remove("tombstones", highlight.id);
  }
  for (const note of notes) {
    const id = idHere.get(note.id) ?? note.id;
    if (brought.has(note.id) && !idHere.has(note.id)) continue;
    const known = record.get("notes", id);
    record.put("notes", known ? mergeNotes(known, { ...note, id }) : { ...note, id });
  }
}

function merged(here: Article, backup: Article, capture: Side, bringBack: boolean): Article {
  const article = mergeArticles(here, backup, capture);
  if (!bringBack || !staysInTrash(here, backup)) return article;
  const { trashedAt: _, ...live } = article;
  return live;
}

/** Whether two rows say the same, in whatever order. */
function isSame(one: object, other: object): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)]));
}
