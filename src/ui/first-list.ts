import { effect } from "@preact/signals";
import { libraryTrouble } from "#library/lifecycle.ts";
import { newest, shelfTable } from "#library/shelf-table.ts";

/** The first frame stands no longer than so many milliseconds for want of a library. */
const patience = 1500;

/**
 * Resolves when the app can be drawn in the place of the first frame without showing less than it: when the first cards
 * are known. `begun` is when the library may be read.
 */
export function firstList(begun: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, patience);
    effect(() => {
      if (libraryTrouble.value) resolve();
    });
    begun.then(() =>
      effect(() => {
        if (newest.value || shelfTable.value) resolve();
      }),
    );
  });
}
