// The facts of every article, in memory: what any filter, sort or count is answered from at once.
import { type ReadonlySignal, signal } from "@preact/signals-core";
import { Dexie, type ObservabilitySet, RangeSet } from "dexie";
import type { Place } from "#domain/article.ts";
import { addPlace, type Facts, readFacts, writeFacts } from "#domain/facts.ts";
import { isIn } from "#domain/sift.ts";
import { database } from "./database.ts";
import { refreshRows } from "./rows.ts";

/** The facts of all articles, by id. */
export type ShelfTable = ReadonlyMap<string, Facts>;

/** Changes within so many milliseconds are taken together: an import of thousands draws a list a few times a second. */
const pause = 200;

/** More changes than this at once are read quicker all together. */
const mostSingly = 500;

/** The rows of up to so many changed articles are read along, so that a new card is drawn at once. */
const mostRows = 60;

/** As many of the newest as fill a screen, some archived left out. */
const firstCards = 20;

/** Fewer than this fill none. */
const fewestCards = 8;

/** Milliseconds after which a screen that draws nothing is not waited for: the tab is hidden. */
const unseen = 200;

/** Facts read in one go: as many as cost a slow phone less than a frame or two. */
const slice = 2000;

/** Where the reader's own words about an article are, apart from its row. */
const noteStores = ["highlights", "notes"];

let noted: ReadonlySet<string> = new Set();
let notesChanged = true;
let changed = "all" as Set<string> | "all";
let timer: ReturnType<typeof setTimeout> | undefined;
let flushed = -pause;
let following = false;

const table = signal<ShelfTable | undefined>(undefined, {
  watched() {
    if (following) return;
    following = true;
    Dexie.on("storagemutated", notice);
    schedule();
  },
});

/** Follows the library from its first watcher on, a moment behind it; undefined until it has been read. */
export const shelfTable: ReadonlySignal<ShelfTable | undefined> = table;

const first = signal<ShelfTable | undefined>(undefined);

/** The newest on the shelf, before all facts are read; undefined where there are too few for a screen. */
export const newest: ReadonlySignal<ShelfTable | undefined> = first;

/** Told by Dexie of every write to any store, in this tab or another. */
function notice(parts: ObservabilitySet): void {
  if (noteStores.some((store) => parts[`idb://${database.name}/${store}/`])) notesChanged = true;
  for (const store of ["facts", "places", "thumbnails"]) {
    const written = parts[`idb://${database.name}/${store}/`];
    for (const { from, to } of written ? RangeSet(written) : []) {
      if (changed === "all") break;
      if (typeof from === "string" && from === to) changed.add(from);
      else changed = "all";
    }
  }
  if (notesChanged || changed === "all" || changed.size > 0) schedule();
}

function schedule(): void {
  if (timer !== undefined) return;
  timer = setTimeout(flush, Math.max(flushed + pause - performance.now(), 0));
}

async function flush(): Promise<void> {
  const ids = changed;
  const before = table.peek();
  changed = new Set<string>() as Set<string> | "all";
  try {
    if (!before) await readNewest();
    const isWhole = ids === "all" || !before || ids.size > mostSingly;
    const next = isWhole ? await readAll() : await readSome(before, [...ids]);
    if (notesChanged || isWhole) await readNoted();
    for (const facts of next.values()) facts.hasNotes = noted.has(facts.id);
    await refreshRows(ids, ids !== "all" && ids.size <= mostRows ? [...ids] : []);
    table.value = next;
  } catch (error) {
    reportError(error);
    changed = "all"; // the next change has it read whole
    timer = undefined;
    return;
  }
  flushed = performance.now();
  timer = undefined;
  if (notesChanged || changed === "all" || changed.size > 0) schedule();
}

/** Reads, by keys alone, which articles have a marked passage or a note. */
async function readNoted(): Promise<void> {
  notesChanged = false;
  const { highlights, notes } = database;
  // Safari never answers for the keys of an empty store (Dexie#1030).
  const marked = (await highlights.count()) > 0 ? await highlights.orderBy("articleId").uniqueKeys() : [];
  noted = new Set([...marked.map(String), ...(await notes.toCollection().primaryKeys())]);
}

/** Reads a first screen, and lets it be drawn before the rest is read. */
async function readNewest(): Promise<void> {
  const articles = await database.articles.orderBy("savedAt").reverse().limit(firstCards).toArray();
  const facts = (readFacts(articles.map(writeFacts)) ?? []).filter((one) => isIn("shelf", one));
  if (facts.length < fewestCards) return;
  const ids = facts.map(({ id }) => id);
  await refreshRows(new Set(), ids);
  first.value = join(new Map(), facts, await database.places.bulkGet(ids));
  await painted();
}

/** Resolves once what was just set stands on screen. */
function painted(): Promise<unknown> {
  const drawn = new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return Promise.race([drawn, new Promise((resolve) => setTimeout(resolve, unseen))]);
}

async function readSome(before: ShelfTable, ids: string[]): Promise<ShelfTable> {
  const [texts, places] = await database.transaction("r", database.facts, database.places, () =>
    Promise.all([database.facts.bulkGet(ids), database.places.bulkGet(ids)]),
  );
  const next = new Map(before);
  for (const id of ids) next.delete(id);
  const found = readFacts(texts.filter((text) => text !== undefined)) ?? [];
  return join(next, found, places);
}

async function readAll(): Promise<ShelfTable> {
  const all = (await readWhole()) ?? (await (await import("./remake-facts.ts")).remakeFacts());
  return join(new Map(), all, await database.places.toArray());
}

function join(table: Map<string, Facts>, found: Facts[], places: ((Place & { id: string }) | undefined)[]): ShelfTable {
  for (const facts of found) table.set(facts.id, facts);
  for (const place of places) {
    const facts = place && table.get(place.id);
    if (facts) addPlace(facts, place);
  }
  return table;
}

/** Null when the facts are not those of the articles there are: an older Liuye wrote them, or none did. */
function readWhole(): Promise<Facts[] | null> {
  const { facts, articles } = database;
  return database.transaction("r", facts, articles, async () => {
    const all: Facts[] = [];
    for (let texts: string[] = []; all.length === 0 || texts.length === slice; ) {
      texts = await facts
        .where(":id")
        .above(all.at(-1)?.id ?? "")
        .limit(slice)
        .toArray();
      const some = readFacts(texts);
      if (!some) return null;
      if (some.length === 0) break;
      all.push(...some);
    }
    return all.length === (await articles.count()) ? all : null;
  });
}
