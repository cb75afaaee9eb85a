import type { Reading } from "./reading.ts";

/** An article's place among those read in a month; `before` is its place in the month before, where it had one. */
export type Ranked = { articleId: string; place: number; reads: number; spent: number; before?: number };

/**
 * The articles read in a month, the most read first: by reads, then by time spent, then by who was read last.
 * `previous` are the readings of the month before, for the place each had there.
 */
export function rankMonth(readings: readonly Reading[], previous: readonly Reading[]): Ranked[] {
  const before = new Map(rank(previous).map(({ articleId }, index) => [articleId, index + 1]));
  return rank(readings).map(({ articleId, reads, spent }, index) => {
    const place = before.get(articleId);
    return { articleId, place: index + 1, reads, spent, ...(place !== undefined && { before: place }) };
  });
}

type Sum = { articleId: string; reads: number; spent: number; last: number };

function rank(readings: readonly Reading[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { articleId, spent, startedAt } of readings) {
    const sum = sums.get(articleId) ?? { articleId, reads: 0, spent: 0, last: 0 };
    sums.set(articleId, {
      articleId,
      reads: sum.reads + 1,
      spent: sum.spent + spent,
      last: Math.max(sum.last, startedAt),
    });
  }
  return [...sums.values()].sort(
    (a, b) => b.reads - a.reads || b.spent - a.spent || b.last - a.last || (a.articleId < b.articleId ? -1 : 1),
  );
}
