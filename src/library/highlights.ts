import type { Anchor } from "#domain/anchor/anchor.ts";
import { byPlace, type Colour, type Highlight } from "#domain/highlight.ts";
import { database } from "./database.ts";
import { write } from "./write.ts";

/** The highlights of an article in the order of its text. */
export async function highlightsOf(articleId: string): Promise<Highlight[]> {
  return byPlace(await database.highlights.where("articleId").equals(articleId).toArray());
}

/** How many highlights an article has. */
export function highlightCount(articleId: string): Promise<number> {
  return database.highlights.where("articleId").equals(articleId).count();
}

/** One highlight, or null when it is not (or no longer) kept. */
export async function highlightById(id: string): Promise<Highlight | null> {
  return (await database.highlights.get(id)) ?? null;
}

/** All highlights, the latest first. */
export function allHighlights(): Promise<Highlight[]> {
  return database.highlights.orderBy("at").reverse().toArray();
}

/**
 * Marks a passage; the same passage marked again takes the new colour. Null when the article has gone.
 * Throws LiuyeError `storage-full` or `storage-failed`, as all deeds here do.
 */
export function addHighlight(
  articleId: string,
  anchor: Anchor,
  colour: Colour,
  now: number,
): Promise<Highlight | null> {
  return change(async () => {
    if (!(await database.articles.get(articleId))) return null;
    const there = await database.highlights.where("articleId").equals(articleId).toArray();
    const same = there.find((other) => !other.lost && isSame(other.anchor, anchor));
    const highlight: Highlight = same
      ? { ...same, colour, changedAt: now }
      : { id: crypto.randomUUID(), articleId, anchor, colour, at: now };
    await database.highlights.put(highlight);
    return highlight;
  });
}

/** Gives a highlight another colour or other words; empty words take its note away. One that has gone stays away. */
export function editHighlight(id: string, changes: { colour?: Colour; note?: string }, now: number): Promise<unknown> {
  return change(async () => {
    const highlight = await database.highlights.get(id);
    if (!highlight) return;
    const { note: before, ...rest } = { ...highlight, ...changes, changedAt: now };
    const note = before?.trim();
    await database.highlights.put({ ...rest, ...(note && { note }) });
  });
}

/** Takes a highlight away and gives it to the caller, for `restoreHighlight`; null when it was not there. */
export function removeHighlight(id: string, now: number): Promise<Highlight | null> {
  return change(async () => {
    const highlight = await database.highlights.get(id);
    if (!highlight) return null;
    await database.highlights.delete(id);
    await database.tombstones.put({ id, at: now });
    return highlight;
  });
}

/** Undoes `removeHighlight`; false when its article has gone meanwhile. */
export function restoreHighlight(highlight: Highlight): Promise<boolean> {
  return change(async () => {
    if (!(await database.articles.get(highlight.articleId))) return false;
    await database.highlights.put(highlight);
    await database.tombstones.delete(highlight.id);
    return true;
  });
}

function change<T>(deed: () => Promise<T>): Promise<T> {
  return write(deed, [database.articles, database.highlights, database.tombstones]);
}

function isSame(one: Anchor, other: Anchor): boolean {
  return one.position?.start === other.position?.start && one.position?.end === other.position?.end;
}
