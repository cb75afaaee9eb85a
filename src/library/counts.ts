import { database } from "./database.ts";

/** How many articles, favourites and notes (marked passages too) are kept; of notes, those in the trash are left out. */
export type LibraryCounts = { articles: number; favourites: number; notes: number };

/** Counts them without reading one. */
export async function libraryCounts(): Promise<LibraryCounts> {
  const [articles, favourites, highlights, ofArticles] = await Promise.all([
    database.articles.count(),
    database.articles.where("favouritedAt").above(0).count(),
    database.highlights.count(),
    database.notes.count(),
  ]);
  const trashed = await database.articles.where("trashedAt").above(0).primaryKeys();
  const gone = trashed.length === 0 ? 0 : await notesIn(trashed);
  return { articles, favourites, notes: highlights + ofArticles - gone };
}

async function notesIn(articles: string[]): Promise<number> {
  const { highlights, notes } = database;
  return (
    (await highlights.where("articleId").anyOf(articles).count()) + (await notes.where("id").anyOf(articles).count())
  );
}

/** The length of everything kept, in characters (字) and words together; reads every row. */
export async function libraryLength(): Promise<number> {
  let length = 0;
  await database.articles.each((article) => {
    length += article.length.han + article.length.words;
  });
  return length;
}
