// The best of what matches, in order: by rarity and frequency first, then by words that stand side by side and by titles.
import type { Matches } from "./matches.ts";
import { nearnessOf, neighboursIn } from "./neighbours.ts";
import type { Snapshot } from "./open-index.ts";
import type { Plan } from "./plan.ts";
import { detailsOf, neighboursOf, type Reader } from "./reader.ts";
import { type Line, lineOf } from "./segment.ts";

/** A document that matches, by its segment and number there. */
export type Candidate = Line & { score: number };

/** So many of the best are looked at again by their titles. */
const mostReranked = 200;

/** What words that stand side by side as they were typed add, as a share of the best score. */
const nearnessWeight = 0.5;

/** The best of matches, so many, in order. Throws DamagedIndex. */
export async function rank(
  index: Snapshot,
  plan: Plan,
  matches: readonly Matches[],
  limit: number,
): Promise<Candidate[]> {
  const phrase = plan.wanted.map(({ wanted }) => wanted.words).join(" ");
  const pieces = plan.wanted.map(({ wanted }) => wanted.words);
  const best = highest(await byNearness(index, phrase, matches), Math.max(limit, mostReranked));
  const top = best[0]?.score ?? 0;
  const candidates: Candidate[] = [];
  for (const { at, ordinal, score } of best) {
    const line = lineOf(await detailsOf(index.readers[at] as Reader, index.store), ordinal);
    candidates.push({ ...line, score: score + top * titleBonus(line.title, phrase, pieces) });
  }
  return candidates.sort((a, b) => b.score - a.score).slice(0, limit);
}

/** Scores raised where Latin words stand in their order. */
async function byNearness(
  { readers, store }: Snapshot,
  phrase: string,
  matches: readonly Matches[],
): Promise<readonly Matches[]> {
  const pairs = neighboursIn(phrase);
  if (pairs.length === 0 || matches.reduce((sum, { ordinals }) => sum + ordinals.length, 0) < 2) return matches;
  let top = 0;
  for (const { scores } of matches) for (const score of scores) if (score > top) top = score;
  return Promise.all(
    matches.map(async ({ ordinals, scores }, at) => {
      if (ordinals.length === 0) return { ordinals, scores };
      const neighbours = await neighboursOf(readers[at] as Reader, store);
      const weight = top * nearnessWeight;
      return {
        ordinals,
        scores: scores.map((score, i) => score + weight * nearnessOf(neighbours, ordinals[i] as number, pairs)),
      };
    }),
  );
}

/** What a title adds, as a share of the best score: the whole query as the title, in it, or its words there. */
function titleBonus(title: string, phrase: string, pieces: readonly string[]): number {
  if (!phrase || !title) return 0;
  if (title === phrase) return 2;
  const covered = Math.min(phrase.length / title.length, 1);
  if (title.includes(phrase)) return 0.6 + 0.6 * covered;
  const within = pieces.filter((piece) => title.includes(piece)).length / pieces.length;
  return within === 1 ? 0.4 + 0.4 * covered : within * 0.2;
}

/** The highest scores of all segments, the best first; of equals the later kept. */
function highest(matches: readonly Matches[], most: number): { at: number; ordinal: number; score: number }[] {
  const best: { at: number; ordinal: number; score: number }[] = [];
  let least = -1;
  matches.forEach(({ ordinals, scores }, at) => {
    for (let i = 0; i < ordinals.length; i++) {
      const score = scores[i] as number;
      if (best.length >= most * 2) {
        best.sort((a, b) => b.score - a.score);
        best.length = most;
        least = best.at(-1)?.score ?? -1;
      }
      if (score >= least || best.length < most) best.push({ at, ordinal: ordinals[i] as number, score });
    }
  });
  return best.sort((a, b) => b.score - a.score || b.at - a.at || b.ordinal - a.ordinal).slice(0, most);
}
