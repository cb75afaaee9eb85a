import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { libraryCounts } from "#library/counts.ts";
import type { Chip } from "#search/chips.ts";
import type { Answered } from "#search/search.ts";
import { useLive } from "#ui/use-live.ts";

/** What there is to show of a query, and which query it answers; "failed" when the search thread is gone. */
export type Shown = { answer: Answered; query: string; chip: Chip } | "failed" | undefined;

/** While the index is being made, a query is asked again this often, in milliseconds. */
const askAgain = 800;

/** What a query finds, at most so many hits, asked again when something is kept or deleted. The former answer stays until the new one comes. */
export function useAnswer(query: string, chip: Chip, most: number): Signal<Shown> {
  const kept = useLive(libraryCounts)?.articles;
  const shown = useSignal<Shown>(undefined);
  useEffect(() => {
    let wanted = true; // an answer to an older query is dropped
    let timer = 0;
    const ask = async () => {
      const { find } = await import("#search/search.ts");
      const answer = await find(query, chip, most);
      if (!wanted) return;
      shown.value = { answer, query, chip };
      if (answer.progress) timer = window.setTimeout(() => ask().catch(fail), askAgain);
    };
    const fail = (error: unknown) => {
      reportError(error);
      if (wanted) shown.value = "failed";
    };
    if (query) ask().catch(fail);
    else shown.value = undefined;
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [query, chip, most, kept, shown]);
  return shown;
}
