import { effect, type ReadonlySignal } from "@preact/signals";
import { adjustPace, minutesBefore, minutesLeft } from "#domain/text/reading-pace.ts";
import type { View } from "#ui/reader/place/follow-place.ts";
import type { Run } from "#ui/reader/place/reading-place.ts";
import { keptText } from "#ui/reader/place/shown-text.ts";
import { minutesAhead, type OpenBody } from "./aid.ts";
import { pace } from "./aid-preferences.ts";

/** So many pieces of text are counted before the page gets a breath. */
const atATime = 500;

/** Reading is timed over at least this long, in milliseconds: a single line says little. */
const shortestSample = 20_000;

/** Says, while an article is read, how many minutes are left for this reader, and learns the reader's pace from it. */
export function countTimeLeft({ runs }: OpenBody, view: ReadonlySignal<View>): () => void {
  let stop: (() => void) | undefined;
  let isGone = false;
  count(runs, () => isGone).then((before) => {
    if (isGone) return;
    const minutesAt = (offset: number) => before[firstAfter(runs, offset)] ?? 0;
    const all = before.at(-1) ?? 0;
    let sample = { minutes: minutesAt(view.peek().offset), at: Date.now() };
    stop = effect(() => {
      const { offset, progress } = view.value;
      const minutes = minutesAt(offset);
      const taken = Date.now() - sample.at;
      if (minutes < sample.minutes) sample = { minutes, at: Date.now() };
      else if (taken >= shortestSample) {
        pace.value = adjustPace(pace.peek(), minutes - sample.minutes, taken / 60_000);
        sample = { minutes, at: Date.now() };
      }
      minutesAhead.value = progress >= 1 ? 0 : minutesLeft(all - minutes, pace.peek());
    });
  }, reportError);
  return () => {
    isGone = true;
    stop?.();
    minutesAhead.value = undefined;
  };
}

async function count(runs: readonly Run[], isOver: () => boolean): Promise<number[]> {
  const before = [0];
  for (let from = 0; from < runs.length && !isOver(); from += atATime) {
    await new Promise((resolve) => setTimeout(resolve));
    const pieces = minutesBefore(runs.slice(from, from + atATime).map(({ node }) => keptText(node)));
    const sum = before.at(-1) ?? 0;
    before.push(...[...pieces].slice(1).map((minutes) => sum + minutes));
  }
  return before;
}

/** How many runs begin before a character: the count of all the words that lie behind it, but for those of its own run. */
function firstAfter(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.start ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
