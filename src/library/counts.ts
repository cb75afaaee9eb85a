import { database } from "./database.ts";

/** How many articles and favourites are kept. */
export type LibraryCounts = { articles: number; favourites: number };

/** Counts articles and favourites without reading one. */
export async function libraryCounts(): Promise<LibraryCounts> {
  const [articles, favourites] = await Promise.all([
    database.articles.count(),
    database.articles.where("favouritedAt").above(0).count(),
  ]);
  return { articles, favourites };
}

/** The length of everything kept, in characters (字) and words together; reads every row. */
export async function libraryLength(): Promise<number> {
  let length = 0;
  await database.articles.each((article) => {
    length += article.length.han + article.length.words;
  });
  return length;
}
