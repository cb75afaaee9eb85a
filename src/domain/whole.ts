import type { Article } from "./article.ts";

/** How many pictures of an article were not kept, for whatever reason. */
export function missingPictures({ receipt }: Pick<Article, "receipt">): number {
  return Object.values(receipt?.pictures.missing ?? {}).reduce((sum, count) => sum + count, 0);
}

/** Whether nothing of an article is waited for, missing or cut off, as far as is known. */
export function isWhole(article: Pick<Article, "pending" | "receipt">): boolean {
  return !article.pending && !article.receipt?.truncated && missingPictures(article) === 0;
}
