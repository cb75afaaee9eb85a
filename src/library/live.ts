import { type ReadonlySignal, signal } from "@preact/signals-core";
import { liveQuery } from "dexie";

/** A signal that follows a library query; it listens only while someone is watching, and is undefined until the first answer. */
export function live<T>(query: () => Promise<T>): ReadonlySignal<T | undefined> {
  let stop = () => {};
  return signal<T | undefined>(undefined, {
    watched() {
      const subscription = liveQuery(query).subscribe((answer) => {
        this.value = answer;
      }, reportError);
      stop = () => subscription.unsubscribe();
    },
    unwatched: () => stop(),
  });
}
