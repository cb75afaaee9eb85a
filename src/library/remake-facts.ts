import { type Facts, readFacts, writeFacts } from "#domain/facts.ts";
import { database } from "./database.ts";

/** Articles read together: some megabyte of rows. */
const group = 500;

/** Writes all facts anew from the articles, and gives them. */
export function remakeFacts(): Promise<Facts[]> {
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
