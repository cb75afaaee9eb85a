import type { ArticleNote } from "#domain/highlight.ts";
import { database } from "./database.ts";
import { write } from "./write.ts";

/** The reader's own words about an article, or null where there are none. */
export async function articleNoteOf(id: string): Promise<ArticleNote | null> {
  return (await database.notes.get(id)) ?? null;
}

/** All notes about whole articles, the latest first. */
export function allArticleNotes(): Promise<ArticleNote[]> {
  return database.notes.orderBy("at").reverse().toArray();
}

/**
 * Keeps the reader's words about an article; empty ones take the note away, and an article that has gone gets none.
 * Throws LiuyeError `storage-full` or `storage-failed`.
 */
export function saveArticleNote(id: string, text: string, now: number): Promise<unknown> {
  return write(async () => {
    if (!(await database.articles.get(id)) || text.trim() === "") await database.notes.delete(id);
    else await database.notes.put({ id, text, at: now });
  }, [database.articles, database.notes]);
}
