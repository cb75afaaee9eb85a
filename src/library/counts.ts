import { database } from "./database.ts";

/** How many articles, favourites and notes (marked passages too) are kept; of notes, those in the trash are left out. */
export type LibraryCounts = { articles: number; favourites: number; notes: number };

/** Counts them; of articles only those in the trash are read, because they count no more, nor do their notes. */
export async function libraryCounts(): Promise<LibraryCounts> {
  const { articles, highlights, notes } = database;
  const [all, starred, trashed, passages, ofArticles] = await Promise.all([
    articles.count(),
    articles.where("favouritedAt").above(0).count(),
    articles.where("trashedAt").above(0).toArray(),
    highlights.count(),
    notes.count(),
  ]);
  const gone = trashed.map(({ id }) => id);
  const [goneMarks, goneNotes] = await Promise.all([
    highlights.where("articleId").anyOf(gone).count(),
    notes.where("id").anyOf(gone).count(),
  ]);
  const lost = trashed.filter(({ favouritedAt }) => favouritedAt !== undefined).length;
  return {
    articles: all - trashed.length,
    favourites: starred - lost,
    notes: passages + ofArticles - goneMarks - goneNotes,
  };
}

/** The length of everything kept, in characters (字) and words together; reads every row. */
export async function libraryLength(): Promise<number> {
  let length = 0;
  await database.articles.each((article) => {
    if (article.trashedAt === undefined) length += article.length.han + article.length.words;
  });
  return length;
}
