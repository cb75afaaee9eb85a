// What other threads and tabs need to know of the library: what changed, and the words of what is kept.
import { Dexie } from "dexie";
import type { Article } from "#domain/article.ts";
import { database } from "./database.ts";

/** An article with the words of its body. */
export type Worded = { article: Article; text: string };

/** From this share on an article counts as read, as on the shelf. */
const finishedFrom = 0.97;

/** Dexie's set of keys as it crosses threads: a tree of ranges, without its methods; nothing is in it where `d` is 0. */
type Ranges = { d: number; from?: unknown; to?: unknown; l?: Ranges | null; r?: Ranges | null };

/** The stores an article's words are in. */
const worded = ["articles", "contents"];

/**
 * Calls back with the ids of articles that were written or deleted, in this thread or any other of Liuye; with undefined when
 * they are too many to name. Returns the function that ends it.
 */
export function onArticlesChanged(listener: (ids: string[] | undefined) => void): () => void {
  const hear = (parts: Record<string, unknown>) => {
    const ranges = worded.flatMap((store) => parts[`idb://${database.name}/${store}/`] ?? []);
    if (ranges.length === 0) return;
    const ids = new Set<string>();
    let isMany = false;
    const visit = (range: Ranges | null | undefined) => {
      if (!range?.d) return;
      if (typeof range.from === "string" && range.from === range.to) ids.add(range.from);
      else isMany = true;
      visit(range.l);
      visit(range.r);
    };
    for (const range of ranges) visit(range as Ranges);
    listener(isMany ? undefined : [...ids]);
  };
  Dexie.on("storagemutated", hear as never);
  return () => Dexie.on.storagemutated.unsubscribe(hear as never);
}

/** Some rows in the order of their ids, those after one; an empty list at the end. */
export function articlesAfter(id: string, most: number): Promise<Article[]> {
  return database.articles.where("id").above(id).limit(most).toArray();
}

/** Articles with their words, in the order of the ids; those that are no longer kept are left out. */
export async function wordedById(ids: readonly string[]): Promise<Worded[]> {
  const [articles, contents] = await Promise.all([
    database.articles.bulkGet(ids as string[]),
    database.contents.bulkGet(ids as string[]),
  ]);
  return articles.flatMap((article, at) => (article ? [{ article, text: contents[at]?.text ?? "" }] : []));
}

/** The ids of articles in a state, read from indexes where there are any. */
export async function idsInState(
  state: "favourite" | "archived" | "started" | "finished" | "noted",
): Promise<string[]> {
  if (state === "favourite") return database.articles.where("favouritedAt").above(0).primaryKeys();
  if (state === "archived") {
    return database.articles.filter(({ archivedAt }) => archivedAt !== undefined).primaryKeys();
  }
  if (state === "noted") {
    return database.articles.filter(({ note, passages }) => Boolean(note) || Boolean(passages?.length)).primaryKeys();
  }
  const least = state === "started" ? Number.MIN_VALUE : finishedFrom;
  return (await database.places.filter(({ progress }) => progress >= least).toArray()).map(({ id }) => id);
}

/** The ids of articles saved at or after a moment, in milliseconds since 1970. */
export function idsSavedSince(moment: number): Promise<string[]> {
  return database.articles.where("savedAt").aboveOrEqual(moment).primaryKeys();
}

/** How many articles are kept. */
export function articleCount(): Promise<number> {
  return database.articles.count();
}
