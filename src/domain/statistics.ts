import { dayAfter, type Reading } from "./reading.ts";

/** What was read on one day: milliseconds, and characters (字) and words together. */
export type DayRead = { day: string; spent: number; passed: number };

/** The reading of each of so many days up to and with the last, the oldest first; days without any are there with zeros. */
export function readByDay(readings: readonly Reading[], last: string, days: number): DayRead[] {
  const list = Array.from({ length: days }, (_, index) => ({
    day: dayAfter(last, index - days + 1),
    spent: 0,
    passed: 0,
  }));
  const byDay = new Map(list.map((entry) => [entry.day, entry]));
  for (const { day, spent, passed } of readings) {
    const entry = byDay.get(day);
    if (!entry) continue;
    entry.spent += spent;
    entry.passed += passed;
  }
  return list;
}

/** How many days in a row, up to today or yesterday, something was read: a day that is not over yet breaks nothing. */
export function daysInARow(days: ReadonlySet<string>, today: string): number {
  let day = days.has(today) ? today : dayAfter(today, -1);
  let count = 0;
  for (; days.has(day); day = dayAfter(day, -1)) count++;
  return count;
}

/** How many articles were read to the end, each once. */
export function finishedArticles(readings: readonly Reading[]): number {
  return new Set(readings.filter(({ finished }) => finished).map(({ articleId }) => articleId)).size;
}

/** Sources by the time spent with them, the longest first; articles without a source are left out. */
export function busiestSources(
  readings: readonly Reading[],
  sourceOf: (articleId: string) => string | undefined,
): { source: string; spent: number; reads: number }[] {
  const sums = new Map<string, { source: string; spent: number; reads: number }>();
  for (const { articleId, spent } of readings) {
    const source = sourceOf(articleId);
    if (!source) continue;
    const sum = sums.get(source) ?? { source, spent: 0, reads: 0 };
    sums.set(source, { source, spent: sum.spent + spent, reads: sum.reads + 1 });
  }
  return [...sums.values()].sort((a, b) => b.spent - a.spent || b.reads - a.reads || (a.source < b.source ? -1 : 1));
}
