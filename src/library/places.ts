import type { Place } from "#domain/article.ts";
import { database } from "./database.ts";
import { write } from "./write.ts";

/** Where the reader is in one article, or null when it was never read. */
export async function placeOf(id: string): Promise<Place | null> {
  return (await database.places.get(id)) ?? null;
}

/** How much of each article has been read, 0 to 1, by its id; articles never read are not in it. */
export async function allProgress(): Promise<ReadonlyMap<string, number>> {
  const places = await database.places.toArray();
  return new Map(places.map(({ id, progress }) => [id, progress]));
}

/** Remembers where the reader is in an article; an article that has gone meanwhile gets no place. */
export function savePlace(id: string, place: Place): Promise<unknown> {
  return write(async () => {
    if (await database.articles.get(id)) await database.places.put({ ...place, id });
  }, [database.articles, database.places]);
}
