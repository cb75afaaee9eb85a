import type { ArticleNote, Highlight } from "#domain/highlight.ts";
import { database } from "./database.ts";

/** What the reader wrote into an article. */
export type Written = { highlights: Highlight[]; note: ArticleNote | undefined };

/** Takes what the reader wrote into an article away with it; to be called inside a `write`. */
export async function takeWritten(articleId: string): Promise<Written> {
  const highlights = await database.highlights.where("articleId").equals(articleId).toArray();
  const note = await database.notes.get(articleId);
  await database.highlights.bulkDelete(highlights.map(({ id }) => id));
  await database.notes.delete(articleId);
  return { highlights, note };
}

/** Puts back what `takeWritten` took; to be called inside a `write`. */
export async function putWritten({ highlights, note }: Written): Promise<void> {
  await database.highlights.bulkPut(highlights);
  if (note) await database.notes.put(note);
}
