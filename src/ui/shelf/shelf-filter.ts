import type { Article } from "#domain/article.ts";
import { readingMinutes } from "#domain/text/count.ts";

/** From this share on an article counts as read: the rest is an end mark or a footer line. */
export const finishedFrom = 0.97;

/** An article of this many minutes is a long read. */
const longRead = 10;

export const shelfFilters = ["all", "unread", "reading", "long"] as const;
export type ShelfFilter = (typeof shelfFilters)[number];

/** Whether an article belongs under a filter of the shelf. */
export function passes(filter: ShelfFilter, article: Article): boolean {
  const progress = article.place?.progress ?? 0;
  if (filter === "unread") return progress === 0;
  if (filter === "reading") return progress > 0 && progress < finishedFrom;
  if (filter === "long") return readingMinutes(article.length) >= longRead;
  return true;
}
