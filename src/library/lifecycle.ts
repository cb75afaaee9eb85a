import { type ReadonlySignal, signal } from "@preact/signals-core";
import { database } from "./database.ts";

/** `unavailable`: this window cannot keep anything. `outdated`: a newer Liuye has changed the library under this page. */
export type LibraryTrouble = "unavailable" | "outdated";

/** Safari's first open may hang for good; past this many milliseconds it is said instead of an empty shelf shown. */
const openLimit = 8000;

const trouble = signal<LibraryTrouble | undefined>(undefined);

/** What keeps the library from working, if anything does. */
export const libraryTrouble: ReadonlySignal<LibraryTrouble | undefined> = trouble;

/** Opens the library and watches over it; true when it can be used. */
export async function openLibrary(): Promise<boolean> {
  database.on("versionchange", () => {
    // Another tab runs a newer schema: going on with old code would write old shapes into it.
    database.close({ disableAutoOpen: true });
    trouble.value = "outdated";
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, openLimit, new Error("The library did not open in time"));
  });
  try {
    await Promise.race([database.open(), late]);
    return true;
  } catch (error) {
    reportError(error);
    trouble.value = "unavailable";
    return false;
  } finally {
    clearTimeout(timer);
  }
}
