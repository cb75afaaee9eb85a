import type { ErrorCode } from "#domain/errors.ts";
import type { Saved } from "#library/articles.ts";
import { breathe } from "./breathe.ts";
import { prepare } from "./capture.ts";
import { failureOf } from "./failure.ts";
import type { Prepared } from "./identity.ts";
import type { Page } from "./page.ts";
import { SaveGroup } from "./save-group.ts";

/** One thing to be kept: what to call it to the reader, and how to get its page, or the candidates it unfolds into. */
export type Candidate = { name: string; page: () => Promise<Page | Candidate[]> | Page };

/** What became of one candidate. */
export type Outcome = { name: string } & (
  | { kept: Saved; truncated: boolean /** True when there was no room for its pictures. */; textOnly?: true }
  | { failed: ErrorCode /** What may succeed when it is tried again. */; again?: Candidate }
);

/** Candidates being read at a time: while one is looked for on the disk or packed, another is read. */
const mostAhead = 3;

type Made = (Prepared & { truncated: boolean }) | { unfolds: Candidate[] } | { error: unknown };

/**
 * Captures candidates in their order, each whole or not at all, telling of each once it is kept, and of how many an
 * archive turned out to hold. Between two of them the page may draw and answer; after `signal` aborts no further one is begun.
 */
export async function captureAll(
  candidates: readonly Candidate[],
  signal: AbortSignal,
  tell: (outcome: Outcome) => void,
  unfold: (count: number) => void = () => {},
): Promise<void> {
  const group = new SaveGroup(tell);
  await captureInto(group, candidates, signal, unfold);
  await group.end();
}

async function captureInto(
  group: SaveGroup,
  candidates: readonly Candidate[],
  signal: AbortSignal,
  unfold: (count: number) => void,
): Promise<void> {
  const ahead: { candidate: Candidate; made: Promise<Made> }[] = [];
  for (let next = 0; ahead.length > 0 || (next < candidates.length && !signal.aborted); ) {
    while (ahead.length < mostAhead && next < candidates.length && !signal.aborted) {
      const candidate = candidates[next++] as Candidate; // within the length
      ahead.push({ candidate, made: make(candidate.page) });
    }
    const first = ahead.shift();
    const made = await first?.made;
    if (!first || !made) return;
    if ("error" in made) group.fail(first.candidate, failureOf(made.error));
    else if ("draft" in made) await group.add({ candidate: first.candidate, ...made });
    else {
      unfold(made.unfolds.length);
      await captureInto(group, made.unfolds, signal, unfold);
    }
    await breathe();
  }
}

async function make(page: Candidate["page"]): Promise<Made> {
  try {
    const found = await page();
    if (Array.isArray(found)) return { unfolds: found };
    return { ...(await prepare(found, Date.now())), truncated: found.truncated ?? false };
  } catch (error) {
    return { error };
  }
}
