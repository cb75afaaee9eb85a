import { database } from "./database.ts";

/** How much is kept: articles, favourites, and the length of all in characters (字) and words together. */
export type LibraryCounts = { articles: number; favourites: number; length: number };

/** Counts the library from its light rows. */
export async function libraryCounts(): Promise<LibraryCounts> {
  let length = 0;
  await database.articles.each((article) => {
    length += article.length.han + article.length.words;
  });
  const [articles, favourites] = await Promise.all([
    database.articles.count(),
    database.articles.where("favouritedAt").above(0).count(),
  ]);
  return { articles, favourites, length };
}
