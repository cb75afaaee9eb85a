import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { libraryCounts } from "#library/counts.ts";
import type { Chip } from "#search/chips.ts";
import type { Answered } from "#search/search.ts";
import { useLive } from "#ui/use-live.ts";

/** What there is to show of a query, and which query it answers; "failed" when the search thread is gone. */
export type Shown = { answer: Answered; query: string; chip: Chip } | "failed" | undefined;

/** What the index takes in is shown this long after it, in milliseconds: it may be one of many. */
const settle = 300;

/**
 * What a query finds, at most so many hits, asked again when the index has something new or when something is kept or deleted.
 * The former answer stays until the new one comes.
 */
export function useAnswer(query: string, chip: Chip, most: number): Signal<Shown> {
  const kept = useLive(libraryCounts)?.articles;
  const shown = useSignal<Shown>(undefined);
  useEffect(() => {
    let wanted = true; // an answer to an older query is dropped
    let timer = 0;
    let stop = () => {};
    const begin = async () => {
      const { find, onIndexChanged } = await import("#search/search.ts");
      const ask = async () => {
        const answer = await find(query, chip, most);
        if (wanted) shown.value = { answer, query, chip };
      };
      if (!wanted) return;
      stop = onIndexChanged(() => {
        clearTimeout(timer);
        timer = window.setTimeout(() => ask().catch(fail), settle);
      });
      await ask();
    };
    const fail = (error: unknown) => {
      reportError(error);
      if (wanted) shown.value = "failed";
    };
    if (query) begin().catch(fail);
    else shown.value = undefined;
    return () => {
      wanted = false;
      clearTimeout(timer);
      stop();
    };
  }, [query, chip, most, kept, shown]);
  return shown;
}
