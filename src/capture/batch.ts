import { codeOf, type ErrorCode } from "#domain/errors.ts";
import type { Saved } from "#library/articles.ts";
import { breathe } from "./breathe.ts";
import type { Page } from "./page.ts";

/** One thing to be kept: what to call it to the reader, and how to get its page, or the candidates it unfolds into. */
export type Candidate = { name: string; page: () => Promise<Page | Candidate[]> | Page };

/** What became of one candidate. */
export type Outcome = { name: string } & ({ kept: Saved; truncated: boolean } | { failed: ErrorCode });

/**
 * Captures candidates one after another, each whole or not at all, telling of each as it is done,
 * and of how many an archive turned out to hold.
 * Between two of them the page may draw and answer; after `signal` aborts no further one is begun.
 */
export async function captureAll(
  candidates: readonly Candidate[],
  signal: AbortSignal,
  tell: (outcome: Outcome) => void,
  unfold: (count: number) => void = () => {},
): Promise<void> {
  for (const { name, page } of candidates) {
    if (signal.aborted) return;
    const outcome = await captureOne(name, page);
    if (Array.isArray(outcome)) {
      unfold(outcome.length);
      await captureAll(outcome, signal, tell, unfold);
    } else tell(outcome);
    await breathe();
  }
}

async function captureOne(name: string, page: Candidate["page"]): Promise<Outcome | Candidate[]> {
  try {
    const found = await page();
    if (Array.isArray(found)) return found;
    const { capture } = await import("./capture.ts"); // with the first capture, not with the first screen
    const kept = await capture(found, Date.now());
    return { name, kept, truncated: found.truncated ?? false };
  } catch (error) {
    const failed = codeOf(error);
    if (failed === "unknown") reportError(error);
    return { name, failed };
  }
}
