import type { Article } from "#domain/article.ts";
import { readingMinutes } from "#domain/text/count.ts";
import { isWhole } from "#domain/whole.ts";

/** From this share on an article counts as read: the rest is an end mark or a footer line. */
export const finishedFrom = 0.97;

/** An article of this many minutes is a long read. */
const longRead = 10;

export const shelfFilters = ["all", "unread", "reading", "long", "partial", "archive"] as const;
export type ShelfFilter = (typeof shelfFilters)[number];

/** Whether an article, read so far (0 to 1), belongs under a filter of the shelf; what is archived stands only there. */
export function passes(filter: ShelfFilter, article: Article, progress: number): boolean {
  if (filter === "archive") return article.archivedAt !== undefined;
  if (article.archivedAt !== undefined) return false;
  if (filter === "unread") return progress === 0;
  if (filter === "reading") return progress > 0 && progress < finishedFrom;
  if (filter === "long") return readingMinutes(article.length) >= longRead;
  if (filter === "partial") return !isWhole(article);
  return true;
}
