// Articles with all their words, for the search thread.
import type { Article, Content } from "#domain/article.ts";
import { byKey } from "./by-key.ts";
import { database } from "./database.ts";

/** An article with the words of its body, and the reader's own about it. */
export type Worded = { article: Article; text: string; note: string };

/** Some rows in the order of their ids, those after one; an empty list at the end. */
export function articlesAfter(id: string, most: number): Promise<Article[]> {
  return database.articles.where("id").above(id).limit(most).toArray();
}

/** Articles with their words, in the order of the ids; those no longer kept, or in the trash, are left out. */
export async function wordedById(ids: readonly string[]): Promise<Worded[]> {
  const [articles, contents, notes] = await Promise.all([
    byKey<Article>(database.articles, ids),
    byKey<Content>(database.contents, ids),
    notesOf(ids),
  ]);
  return articles.flatMap((article, at) =>
    article && !article.trashedAt
      ? [{ article, text: contents[at]?.text ?? "", note: notes.get(article.id) ?? "" }]
      : [],
  );
}

/** The reader's own words about articles and about passages of them, by article; about all where none are named. */
export async function notesOf(ids?: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const [notes, highlights] = await Promise.all([
    ids ? database.notes.bulkGet(ids as string[]) : database.notes.toArray(),
    ids ? database.highlights.where("articleId").anyOf(ids).toArray() : database.highlights.toArray(),
  ]);
  const words = new Map<string, string>();
  const add = (id: string, more: string | undefined) => {
    if (more) words.set(id, words.has(id) ? `${words.get(id)}\n${more}` : more);
  };
  for (const note of notes) if (note) add(note.id, note.text);
  for (const { articleId, note } of highlights.sort((a, b) => a.at - b.at)) add(articleId, note);
  return words;
}

/** How many articles are kept. */
export function articleCount(): Promise<number> {
  return database.articles.count();
}
