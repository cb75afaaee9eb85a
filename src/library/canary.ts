// A word about the library kept outside of it, so that one the browser has emptied is not taken for a new one.
import { liveQuery, type Subscription } from "dexie";
import { database } from "./database.ts";

/** How many articles there were, when that was last so (milliseconds since 1970), and whether they were found gone. */
export type Canary = { articles: number; at: number; lost?: true };

/** In two stores, because browsers do not always clear both: localStorage, and the cache storage under an address of its own. */
const key = "liuye:canary";
const cacheName = "liuye-canary";
const address = "canary.json";

let following: Subscription | undefined;

/** What was last known of the library, or null where nothing is. */
export async function lastKnown(): Promise<Canary | null> {
  return parsed(fromLocalStorage()) ?? parsed(await fromCache());
}

/** Writes down from now on how many articles there are, whenever that changes; one emptied meanwhile is told of instead. */
export function followLibrary(onLost: (known: Canary) => void): void {
  following?.unsubscribe();
  let last: Canary | undefined;
  following = liveQuery(isEmptied).subscribe(({ articles, emptied }) => {
    if (emptied && last && last.articles > 0) return onLost(last);
    last = { articles, at: Date.now() };
    keep(last).catch(reportError);
  }, reportError);
}

/** How many articles there are, and whether there is nothing at all: who deletes the last one leaves its tombstone. */
export async function isEmptied(): Promise<{ articles: number; emptied: boolean }> {
  const articles = await database.articles.count();
  return { articles, emptied: articles === 0 && (await database.tombstones.count()) === 0 };
}

/** Writes down that the articles were found gone, so that it is said until the reader has answered. */
export async function markLost(known: Canary): Promise<void> {
  if (!known.lost) await keep({ ...known, lost: true });
}

async function keep(canary: Canary): Promise<void> {
  const text = JSON.stringify(canary);
  try {
    localStorage.setItem(key, text);
  } catch {
    // switched off or full: the other store has it
  }
  if (!("caches" in globalThis)) return;
  await (await caches.open(cacheName)).put(address, new Response(text));
}

function fromLocalStorage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

async function fromCache(): Promise<string | null> {
  try {
    const response = await (await caches.open(cacheName)).match(address);
    return (await response?.text()) ?? null;
  } catch {
    return null; // no cache storage here, or none that answers
  }
}

function parsed(text: string | null): Canary | null {
  try {
    const { articles, at, lost } = JSON.parse(text ?? "null") ?? {};
    return Number.isInteger(articles) && Number.isFinite(at) ? { articles, at, ...(lost && { lost: true }) } : null;
  } catch {
    return null;
  }
}
