import type { Article } from "#domain/article.ts";
import { type Facts, readFacts, writeFacts } from "#domain/facts.ts";
import { byKey } from "./by-key.ts";
import { database } from "./database.ts";

/** Articles read together: some megabyte of rows. */
const group = 500;

/** Writes all facts anew from the articles, and gives them; an article the browser cannot read is left out, and no other with it. */
export async function remakeFacts(): Promise<Facts[]> {
  try {
    return await remakeTogether();
  } catch (error) {
    reportError(error);
    const ids = await database.articles.toCollection().primaryKeys();
    const articles = (await byKey<Article>(database.articles, ids)).filter((article) => article !== undefined);
    return readFacts(articles.map(writeFacts)) ?? [];
  }
}

function remakeTogether(): Promise<Facts[]> {
  return database.transaction("rw", database.articles, database.facts, async () => {
    await database.facts.clear();
    const made: string[] = [];
    for (let last = ""; ; ) {
      const articles = await database.articles.where("id").above(last).limit(group).toArray();
      const texts = articles.map(writeFacts);
      await database.facts.bulkPut(
        texts,
        articles.map(({ id }) => id),
      );
      made.push(...texts);
      if (articles.length < group) return readFacts(made) ?? [];
      last = articles.at(-1)?.id ?? "";
    }
  });
}
