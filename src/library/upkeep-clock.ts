import { type ReadonlySignal, signal } from "@preact/signals-core";
import { goRound, type Round } from "./upkeep.ts";

/** Where a round is remembered: losing it costs another round, and nothing else. */
const key = "liuye:upkeep";

const week = 7 * 24 * 60 * 60 * 1000;

/** Steps between two times a round is written down: a killed tab reads so many articles again. */
const stride = 20;

const round = signal<Round | undefined>(remembered());

/** The round under way, or the last one; undefined before the first. */
export const lastRound: ReadonlySignal<Round | undefined> = round;

/** Whether a round is to be begun or gone on with; a clock that was set back does not put it off for ever. */
export function isDue(last: Round | undefined, now: number): boolean {
  return last?.endedAt === undefined || now - last.endedAt > week || last.endedAt > now;
}

/** Goes round once, if it is time and no other tab does; between two articles it waits for `rest`. */
export async function keepUp(now: number, rest: () => Promise<unknown>): Promise<void> {
  if (!isDue(round.peek(), now)) return;
  const go = async () => {
    let steps = 0;
    for await (const step of goRound(round.peek(), now)) {
      round.value = step;
      if (step.endedAt !== undefined || ++steps % stride === 0) remember(step);
      await rest();
    }
  };
  if (!navigator.locks) return go();
  await navigator.locks.request(key, { ifAvailable: true }, (lock) => (lock ? go() : undefined));
}

function remember(step: Round): void {
  try {
    localStorage.setItem(key, JSON.stringify(step));
  } catch {
    // switched off or full: the next start begins again
  }
}

function remembered(): Round | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? "null");
    return Number.isFinite(found?.begunAt) && Array.isArray(found.needs) && typeof found.after === "string"
      ? found
      : undefined;
  } catch {
    return undefined;
  }
}
