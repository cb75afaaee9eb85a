import { countReading, usualMinutes } from "./count.ts";

/** How fast someone reads beside the usual reader's 400 字 or 230 words a minute: 2 is twice as fast. */
export const paceRange = { min: 0.4, max: 3, usual: 1 };

/** Minutes; what is read between two looks at the clock tells nothing when it is shorter, and nobody was reading when it is longer. */
const sample = { shortest: 0.15, longest: 5 };

/** Beside the usual reader; whoever goes slower is away from the page, whoever goes faster is looking for something. */
const reading = { slowest: 0.25, fastest: 4 };

/** After so many minutes of reading half of what is believed comes from them. */
const halfLife = 6;

/** Usual minutes of reading before each piece of a text, and, last, for all of them. */
export function minutesBefore(pieces: readonly string[]): Float64Array {
  const before = new Float64Array(pieces.length + 1);
  pieces.forEach((piece, index) => {
    before[index + 1] = (before[index] ?? 0) + usualMinutes(countReading(piece));
  });
  return before;
}

/** Whole minutes left for one who reads at a pace, never less than one. */
export function minutesLeft(usual: number, pace: number): number {
  return Math.max(1, Math.ceil(usual / pace));
}

/** What to say of the rest: never more minutes than were said of all, and 100 percent only when nothing is left. */
export function restOf(
  total: number,
  ahead: number | undefined,
  progress: number,
): { minutes: number; percent: number } {
  if (progress >= 1) return { minutes: 0, percent: 100 };
  const minutes = Math.min(Math.max(ahead ?? Math.ceil(total * (1 - progress)), 1), total);
  return { minutes, percent: Math.min(Math.floor(progress * 100), 99) };
}

/** The pace after reading `usual` minutes' worth in `taken` minutes; the same where that was no reading. */
export function adjustPace(pace: number, usual: number, taken: number): number {
  const seen = usual / taken;
  if (!(taken >= sample.shortest && taken <= sample.longest)) return pace;
  if (!(seen >= reading.slowest && seen <= reading.fastest)) return pace;
  const kept = 0.5 ** (taken / halfLife);
  return Math.min(Math.max(pace ** kept * seen ** (1 - kept), paceRange.min), paceRange.max);
}
