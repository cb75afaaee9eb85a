import { type ReadonlySignal, signal } from "@preact/signals-core";
import { database } from "./database.ts";

/**
 * `unavailable`: this window cannot keep anything. `insecure`: nor can any page that came over plain http.
 * `outdated`: a newer Liuye has changed the library under this page. `blocked`: an older one keeps it from opening.
 * `slow`: it is still opening.
 */
export type LibraryTrouble = "unavailable" | "insecure" | "outdated" | "blocked" | "slow";

/** Safari's first open may hang; past this many milliseconds it is said instead of an empty shelf shown. */
const patience = 8000;

const trouble = signal<LibraryTrouble | undefined>(undefined);

/** What keeps the library from working, if anything does. */
export const libraryTrouble: ReadonlySignal<LibraryTrouble | undefined> = trouble;

/** Opens the library and watches over it; true when it can be used. */
export async function openLibrary(): Promise<boolean> {
  if (!isSecureContext) {
    trouble.value = "insecure";
    return false;
  }
  database.on("versionchange", () => {
    // Another tab runs a newer schema: going on with old code would write old shapes into it.
    database.close({ disableAutoOpen: true });
    trouble.value = "outdated";
    return false; // else Dexie's own answer comes after ours, and lets the next query open it again
  });
  database.on("blocked", () => {
    trouble.value = "blocked";
  });
  const timer = setTimeout(() => {
    trouble.value ??= "slow";
  }, patience);
  try {
    await database.open();
    trouble.value = undefined;
    return true;
  } catch (error) {
    reportError(error);
    trouble.value = "unavailable";
    return false;
  } finally {
    clearTimeout(timer);
  }
}
