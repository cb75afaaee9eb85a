import { addPlace, type Facts, readFacts, writeFacts } from "#domain/facts.ts";
import { stateOf } from "#domain/sift.ts";
import { database } from "./database.ts";

/** A state a search may be narrowed to. */
export type State = "favourite" | "unread" | "reading" | "read" | "archived" | "noted";

/** The ids of all articles in a state; of the few that are favourites or have notes, read from indexes. */
export async function idsInState(state: State): Promise<string[]> {
  if (state === "favourite") return database.articles.where("favouritedAt").above(0).primaryKeys();
  if (state === "noted") {
    const [highlighted, noted] = await Promise.all([
      database.highlights.orderBy("articleId").uniqueKeys(),
      database.notes.toCollection().primaryKeys(),
    ]);
    return [...new Set([...highlighted.map(String), ...noted])];
  }
  const facts = await allFacts();
  if (state === "archived") return facts.filter(({ archivedAt }) => archivedAt > 0).map(({ id }) => id);
  const wanted = state === "read" ? "finished" : state;
  return facts.filter((one) => stateOf(one) === wanted).map(({ id }) => id);
}

/** The ids of articles saved at or after a moment, in milliseconds since 1970. */
export function idsSavedSince(moment: number): Promise<string[]> {
  return database.articles.where("savedAt").aboveOrEqual(moment).primaryKeys();
}

/** The facts of every article, with how far each has been read. */
async function allFacts(): Promise<Facts[]> {
  const [texts, places] = await Promise.all([database.facts.toArray(), database.places.toArray()]);
  const facts = readFacts(texts) ?? readFacts((await database.articles.toArray()).map(writeFacts)) ?? [];
  const byId = new Map(facts.map((one) => [one.id, one]));
  for (const place of places) {
    const one = byId.get(place.id);
    if (one) addPlace(one, place);
  }
  return facts;
}
