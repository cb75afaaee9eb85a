import type { Article, Place } from "./article.ts";
import { isWhole } from "./whole.ts";

/** From this share on an article counts as read: the rest is an end mark or a footer line. */
export const finishedFrom = 0.97;

/** What a list is sifted and ordered by; those of all articles are in memory, so they are small. Times are 0 when it never was. */
export type Facts = {
  id: string;
  savedAt: number;
  favouritedAt: number;
  archivedAt: number;
  trashedAt: number;
  /** As the page says it, `2014-01-15…`; empty when it does not. */
  published: string;
  /** How much there is to read: Chinese characters (字) and words of other scripts. */
  length: { han: number; words: number };
  isPartial: boolean;
  hasNotes: boolean;
  source: string;
  byline: string;
  lang: string;
  tags: readonly string[];
  /** When it was marked by hand as finished (above 0) or as unread (below 0). */
  marked: number;
  /** How much has been read, 0 to 1: what the marks say, else the place. */
  progress: number;
  /** When it was last read. */
  readAt: number;
};

/** Changes with what `writeFacts` writes; facts of another version are made anew. */
const version = 1;

/** The facts of an article's row as one text: JSON, which an engine reads by the thousand in a few milliseconds. */
export function writeFacts(article: Article): string {
  const { marked, length } = article;
  return JSON.stringify([
    version,
    article.id,
    article.savedAt,
    article.favouritedAt ?? 0,
    article.archivedAt ?? 0,
    article.trashedAt ?? 0,
    article.published ?? "",
    length?.han ?? 0,
    length?.words ?? 0,
    Number(!isWhole(article)),
    Number(Boolean(article.note || article.passages?.length)),
    article.source ?? "",
    article.byline ?? "",
    article.lang ?? "und",
    article.tags ?? [],
    marked ? (marked.as === "finished" ? marked.at : -marked.at) : 0,
  ]);
}

type Written = [
  version: number,
  id: string,
  savedAt: number,
  favouritedAt: number,
  archivedAt: number,
  trashedAt: number,
  published: string,
  han: number,
  words: number,
  partial: number,
  notes: number,
  source: string,
  byline: string,
  lang: string,
  tags: string[],
  marked: number,
];

/** Reads facts written by `writeFacts`; null when some are of another version or none at all. */
export function readFacts(texts: readonly string[]): Facts[] | null {
  let rows: Written[];
  try {
    rows = JSON.parse(`[${texts.join(",")}]`);
  } catch {
    return null;
  }
  if (rows.some((row) => row?.[0] !== version)) return null;
  return rows.map(
    ([
      _,
      id,
      savedAt,
      favouritedAt,
      archivedAt,
      trashedAt,
      published,
      han,
      words,
      partial,
      notes,
      source,
      byline,
      lang,
      tags,
      marked,
    ]) => ({
      id,
      savedAt,
      favouritedAt,
      archivedAt,
      trashedAt,
      published,
      length: { han, words },
      isPartial: partial === 1,
      hasNotes: notes === 1,
      source,
      byline,
      lang,
      tags,
      marked,
      progress: marked > 0 ? 1 : 0,
      readAt: 0,
    }),
  );
}

/** Joins an article's place to its facts: a mark as finished stands, one as unread until the article is read again. */
export function withPlace(facts: Facts, place: Place | undefined): Facts {
  if (!place) return facts;
  const isMarked = facts.marked > 0 || place.at <= -facts.marked;
  return { ...facts, readAt: place.at, progress: isMarked ? facts.progress : place.progress };
}
