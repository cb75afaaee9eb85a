import type { Place } from "#domain/article.ts";
import { finishedFrom } from "#domain/facts.ts";
import { database } from "./database.ts";
import { write } from "./write.ts";

/** Where the reader is in one article, or null when it was never read. */
export async function placeOf(id: string): Promise<Place | null> {
  return (await database.places.get(id)) ?? null;
}

/**
 * Remembers where the reader is in an article; one read to its end is marked as finished, and stays so when it is looked
 * into again. An article that has gone meanwhile gets no place.
 */
export function savePlace(id: string, place: Place): Promise<unknown> {
  return write(async () => {
    const article = await database.articles.get(id);
    if (!article) return;
    await database.places.put({ ...place, id });
    if (place.progress >= finishedFrom && article.marked?.as !== "finished")
      await database.articles.update(id, { marked: { as: "finished", at: place.at } });
  }, [database.articles, database.places]);
}
