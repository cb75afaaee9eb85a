// How what is here and what a backup holds become one. Where a field has a time, the newer wins; sets are united; what has no time
// stays as it is here. A merge takes nothing away, and merging the same again changes nothing.
import type { Article } from "#domain/article.ts";
import type { ArticleNote, Highlight } from "#domain/highlight.ts";
import type { Reading } from "#domain/reading.ts";
import type { Tag } from "#domain/tag.ts";
import type { PlaceRow, TombstoneRow } from "./tables.ts";

/** Whose capture of a page is kept: with its words and pictures go all fields that were read from the page. */
export type Side = "here" | "backup";

/** What the reader, and not the page, gave an article: each has a rule of its own. */
const ownFields = [
  "id",
  "identity",
  "savedAt",
  "favouritedAt",
  "archivedAt",
  "trashedAt",
  "undoneAt",
  "marked",
  "tags",
  "edited",
] as const;

/** Whose capture is the better one: a page that arrived before one still awaited, one with a body before one without, else the later. */
export function betterCapture(here: Article, backup: Article, hasBody: Record<Side, boolean>): Side {
  if (Boolean(here.pending) !== Boolean(backup.pending)) return here.pending ? "backup" : "here";
  if (hasBody.here !== hasBody.backup && !here.pending) return hasBody.here ? "here" : "backup";
  return backup.refreshedAt > here.refreshedAt ? "backup" : "here";
}

/** Two rows of one article as one, under the id and identity it has here. */
export function mergeArticles(here: Article, backup: Article, capture: Side): Article {
  const [better, other] = capture === "here" ? [here, backup] : [backup, here];
  const tags = [...new Set([...(here.tags ?? []), ...(backup.tags ?? [])])];
  const edited = [...new Set([...(better.edited ?? []), ...(other.edited ?? [])])];
  const marked = later(here.marked, backup.marked);
  const trashedAt = trashTime(here, backup);
  const favouritedAt = here.favouritedAt ?? backup.favouritedAt;
  const archivedAt = here.archivedAt ?? backup.archivedAt;
  return {
    ...(without(better, ownFields) as Article),
    ...writtenByHand(other, better.edited),
    id: here.id,
    identity: here.identity,
    savedAt: Math.min(here.savedAt, backup.savedAt),
    ...(favouritedAt !== undefined && { favouritedAt }),
    ...(archivedAt !== undefined && { archivedAt }),
    ...(trashedAt !== undefined && { trashedAt }),
    ...(marked && { marked }),
    ...((here.tags || tags.length > 0) && { tags }),
    ...(edited.length > 0 && { edited }),
  };
}

/** When anything was last done to an article, as far as its row says. */
export function lastChange(article: Article): number {
  const { savedAt, refreshedAt, favouritedAt = 0, archivedAt = 0, marked } = article;
  return Math.max(savedAt, refreshedAt, favouritedAt, archivedAt, marked?.at ?? 0);
}

/** Whether something was deleted here after anything the backup knows of it. */
export function isDeleted(tombstone: TombstoneRow | undefined, changedAt: number): boolean {
  return tombstone !== undefined && tombstone.at >= changedAt;
}

/** Whether an article here waits in the trash and stays there, because it was put there after all that the backup knows of it. */
export function staysInTrash(here: Article, backup: Article): boolean {
  if (here.trashedAt === undefined || backup.trashedAt !== undefined || isUndone(here)) return false;
  return here.trashedAt >= lastChange(backup);
}

/** Whether an article is in the trash only because the restore that brought it was undone: nobody deleted it. */
export function isUndone({ trashedAt, undoneAt }: Article): boolean {
  return trashedAt !== undefined && trashedAt === undoneAt;
}

/** When a highlight was last changed. */
export function highlightChange({ at, changedAt = 0 }: Highlight): number {
  return Math.max(at, changedAt);
}

/** Two states of one highlight as one: the later one. */
export function mergeHighlights(here: Highlight, backup: Highlight): Highlight {
  return highlightChange(backup) > highlightChange(here) ? backup : here;
}

export function mergeNotes(here: ArticleNote, backup: ArticleNote): ArticleNote {
  return later(here, backup) ?? here;
}

export function mergePlaces(here: PlaceRow, backup: PlaceRow): PlaceRow {
  return later(here, backup) ?? here;
}

/** Two accounts of one visit as one: the longer one, which was written later. */
export function mergeReadings(here: Reading, backup: Reading): Reading {
  return backup.spent > here.spent ? backup : here;
}

export function mergeTags(here: Tag, backup: Tag): Tag {
  return here.colour || !backup.colour ? here : { ...here, colour: backup.colour };
}

export function mergeTombstones(here: TombstoneRow, backup: TombstoneRow): TombstoneRow {
  return later(here, backup) ?? here;
}

/** In the trash only where both have it there, or where it was put there last of all: a backup puts nothing into the trash. */
function trashTime(here: Article, backup: Article): number | undefined {
  if (isUndone(here)) return backup.trashedAt;
  if (here.trashedAt === undefined) return undefined;
  if (backup.trashedAt !== undefined) return Math.max(here.trashedAt, backup.trashedAt);
  return staysInTrash(here, backup) ? here.trashedAt : undefined;
}

/** The fields that were written by hand, save those written by hand on the other side too. */
function writtenByHand({ edited = [], ...row }: Article, taken: Article["edited"] = []): Partial<Article> {
  const names: readonly string[] = edited.filter((name) => !taken.includes(name));
  return Object.fromEntries(Object.entries(row).filter(([name, value]) => names.includes(name) && value !== undefined));
}

function later<Row extends { at: number }>(here: Row | undefined, backup: Row | undefined): Row | undefined {
  if (!here || !backup) return here ?? backup;
  return backup.at > here.at ? backup : here;
}

function without(article: Article, names: readonly string[]): Partial<Article> {
  return Object.fromEntries(Object.entries(article).filter(([name]) => !names.includes(name)));
}
