import { type ReadonlySignal, signal } from "@preact/signals-core";
import { type Canary, followLibrary, isEmptied, lastKnown, markLost } from "./canary.ts";
import { database } from "./database.ts";
import { migrations } from "./migrations.ts";

/**
 * `unavailable`: this window cannot keep anything. `insecure`: nor can any page that came over plain http.
 * `outdated`: a newer Liuye has changed the library under this page. `blocked`: an older one keeps it from opening.
 * `slow`: it is still opening, or has stopped answering. `lost`: it is empty and should not be.
 */
export type LibraryTrouble = "unavailable" | "insecure" | "outdated" | "blocked" | "slow" | "lost";

/** Safari's first open may hang; past this many milliseconds it is said instead of an empty shelf shown. */
const patience = 8000;

/** A library that is open answers a small question within this many milliseconds, unless its process has died. */
const probePatience = 1000;

const trouble = signal<LibraryTrouble | undefined>(undefined);

/** What keeps the library from working, if anything does. */
export const libraryTrouble: ReadonlySignal<LibraryTrouble | undefined> = trouble;

const gone = signal<Canary | undefined>(undefined);

/** What was in the library before it was found empty; undefined unless the trouble is `lost`. */
export const lostLibrary: ReadonlySignal<Canary | undefined> = gone;

/** Opens the library and watches over it; true when it can be used. */
export async function openLibrary(): Promise<boolean> {
  if (!isSecureContext) {
    trouble.value = "insecure";
    return false;
  }
  // Another tab runs a newer schema; `false`, else Dexie's own answer comes after ours and opens it again.
  database.on("versionchange", ({ newVersion }) => (newVersion === null ? wiped() : giveUp()));
  database.on("blocked", () => {
    trouble.value = "blocked";
  });
  const timer = setTimeout(() => {
    trouble.value ??= "slow";
  }, patience);
  try {
    await database.open();
    if (isNewer()) return giveUp();
    trouble.value = undefined;
    if (await isLost()) return false;
    followLibrary(lose);
    watchWaking();
    return true;
  } catch (error) {
    reportError(error);
    trouble.value = "unavailable";
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** The reader has read that the articles are gone, and begins anew. */
export function beginAnew(): void {
  gone.value = undefined;
  trouble.value = undefined;
  database.open().catch(reportError); // it was closed where it was wiped under our eyes
  followLibrary(lose);
  watchWaking();
}

/** Someone deletes the whole library while it is open: what was in it is said, and no empty one is shown in its stead. */
function wiped(): false {
  database.close({ disableAutoOpen: true });
  lastKnown()
    .then((known) => known && known.articles > 0 && lose(known))
    .catch(reportError);
  return false;
}

function lose(known: Canary): void {
  gone.value = known;
  trouble.value = "lost";
  markLost(known).catch(reportError);
}

/** Going on with old code would write old shapes into a library that a newer Liuye has changed. */
function giveUp(): false {
  database.close({ disableAutoOpen: true });
  trouble.value = "outdated";
  return false;
}

/** Dexie opens a library of a later version without a word; what the browser has says which it is (Dexie counts in tens). */
function isNewer(): boolean {
  return database.backendDB().version / 10 > migrations.length;
}

async function isLost(): Promise<boolean> {
  const known = await lastKnown();
  if (!known || known.articles === 0) return false;
  if (!known.lost && !(await isEmptied()).emptied) return false;
  lose(known);
  return true;
}

/** On a phone the process that keeps the library may die while the app is out of sight: seen again, it is asked, and opened anew. */
function watchWaking(): void {
  const probe = async () => {
    if (document.hidden || trouble.peek() === "outdated") return;
    try {
      await answer();
      if (trouble.peek() === "slow") trouble.value = undefined;
    } catch {
      database.close({ disableAutoOpen: false });
      await answer().catch(() => {
        trouble.value = "slow";
      });
    }
  };
  document.addEventListener("visibilitychange", probe);
  addEventListener("pageshow", probe);
}

function answer(): Promise<unknown> {
  const late = new Promise((_, reject) => setTimeout(reject, probePatience));
  return Promise.race([database.articles.limit(1).primaryKeys(), late]);
}
