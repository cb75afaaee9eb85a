import type { Article } from "#domain/article.ts";
import type { Reading } from "#domain/reading.ts";
import { database } from "./database.ts";
import { write } from "./write.ts";

/** Keeps a visit that counted; a longer account of the same visit takes the place of the shorter one. */
export function saveReading(reading: Reading): Promise<unknown> {
  return write(async () => {
    if (await database.articles.get(reading.articleId)) await database.readings.put(reading);
  }, [database.articles, database.readings]);
}

/** The readings of the days from the first to the last, both with it (`2026-11-01`); a month's last may be `2026-11-31`. */
export function readingsBetween(first: string, last: string): Promise<Reading[]> {
  return database.readings.where("day").between(first, last, true, true).toArray();
}

/** Readings, and the rows of the articles that were read, by id; those that are gone are not in it, those in the trash are. */
export type ReadingsAndArticles = { readings: Reading[]; articles: ReadonlyMap<string, Article> };

/** What `readingsBetween` gives, with the articles' rows. */
export async function readArticlesBetween(first: string, last: string): Promise<ReadingsAndArticles> {
  const readings = await readingsBetween(first, last);
  const rows = await database.articles.bulkGet([...new Set(readings.map(({ articleId }) => articleId))]);
  return { readings, articles: new Map(rows.flatMap((row) => (row ? [[row.id, row]] : []))) };
}

/** The days on which something was read. */
export async function readingDays(): Promise<ReadonlySet<string>> {
  if ((await database.readings.count()) === 0) return new Set(); // Safari never answers for an empty store (Dexie#1030)
  return new Set((await database.readings.orderBy("day").uniqueKeys()) as string[]);
}

/** How often an article was read. */
export function readsOf(articleId: string): Promise<number> {
  return database.readings.where("articleId").equals(articleId).count();
}

/** The visits of an article that counted, the first one first. */
export async function readingsOf(articleId: string): Promise<Reading[]> {
  const readings = await database.readings.where("articleId").equals(articleId).toArray();
  return readings.sort((one, other) => one.startedAt - other.startedAt);
}

/** Forgets every reading and gives them back, so that the deed can be undone. */
export function forgetReadings(): Promise<Reading[]> {
  return write(async () => {
    const readings = await database.readings.toArray();
    await database.readings.clear();
    return readings;
  }, [database.readings]);
}

/** Undoes `forgetReadings`. */
export function restoreReadings(readings: readonly Reading[]): Promise<unknown> {
  return write(() => database.readings.bulkPut([...readings]), [database.readings]);
}
