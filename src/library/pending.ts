import type { Article } from "#domain/article.ts";
import { database } from "./database.ts";
import { write } from "./write.ts";

/** What is known of a page whose words have yet to arrive. */
export type Awaited = Pick<Article, "identity" | "title"> & { url: string } & Partial<
    Pick<Article, "source" | "byline" | "published" | "excerpt" | "favouritedAt">
  >;

/** Keeps addresses whose pages have yet to arrive; those already here, waiting or read, stay as they are. Gives the new ones. */
export function awaitArticles(awaited: readonly Awaited[], now: number): Promise<Article[]> {
  return write(async () => {
    const fresh: Article[] = [];
    for (const { identity, ...known } of awaited) {
      if (await database.articles.get({ identity })) continue;
      const article: Article = {
        excerpt: "",
        ...known,
        id: crypto.randomUUID(),
        identity,
        lang: "und",
        length: { han: 0, words: 0 },
        savedAt: now,
        refreshedAt: now,
        pending: true,
      };
      await database.articles.add(article);
      fresh.push(article);
    }
    return fresh;
  });
}
