import { type ReadonlySignal, signal } from "@preact/signals-core";
import { liveQuery, type Subscription } from "dexie";
import { isPassing, pauses } from "./write.ts";

/**
 * A signal that follows a library query; it listens only while someone is watching, and is undefined until the first answer.
 * When the browser loses its storage for a moment the query is asked again; what fails for good is reported; the
 * last answer stands, or `whenFailed` where there was none. It begins with `begin`: who has an answer already need not
 * ask before it is on screen.
 */
export function live<T>(
  query: () => Promise<T>,
  whenFailed?: T,
  begin?: Promise<unknown>,
): ReadonlySignal<T | undefined> {
  let stop = () => {};
  return signal<T | undefined>(undefined, {
    watched() {
      let subscription: Subscription | undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let attempt = 0;
      let isOver = false;
      const follow = () => {
        if (isOver) return;
        subscription = liveQuery(query).subscribe(
          (answer) => {
            attempt = 0;
            this.value = answer;
          },
          (error) => {
            const pause = pauses[attempt++];
            if (isPassing(error) && pause !== undefined) {
              timer = setTimeout(follow, pause);
              return;
            }
            reportError(error);
            if (whenFailed !== undefined && this.peek() === undefined) this.value = whenFailed;
          },
        );
      };
      if (begin) begin.then(follow);
      else follow();
      stop = () => {
        isOver = true;
        clearTimeout(timer);
        subscription?.unsubscribe();
      };
    },
    unwatched: () => stop(),
  });
}
