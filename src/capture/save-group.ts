import type { ErrorCode } from "#domain/errors.ts";
import { type Draft, saveArticles } from "#library/articles.ts";
import type { Outcome } from "./batch.ts";
import { failureOf } from "./failure.ts";
import type { Page } from "./page.ts";

/** Articles written in one transaction: a disk waits once for all of them, and every list is drawn once. */
const mostTogether = 16;

/** No article waits longer than this to be written, in milliseconds: a killed tab loses no more. */
const longestWait = 400;

type Ready = { name: string; draft: Draft; truncated: boolean };
type Waiting = Ready | { name: string; failed: ErrorCode };

/** Articles that are ready and wait to be written together; each outcome is told in its turn, once it is true. */
export class SaveGroup {
  private waiting: Waiting[] = [];
  private since = 0;
  private readonly tell: (outcome: Outcome) => void;
  /** Every identity of this batch: a page prepared before another of its name was written must be looked at again. */
  private readonly identities = new Set<string>();

  constructor(tell: (outcome: Outcome) => void) {
    this.tell = tell;
  }

  fail(name: string, failed: ErrorCode): void {
    this.waiting.push({ name, failed });
  }

  async add(name: string, { page, draft }: { page: Page; draft: Draft }): Promise<void> {
    let own = draft;
    if (this.identities.has(draft.identity)) {
      await this.write(); // whether the two are one page can only be told once the first is in the library
      const { prepare } = await import("./capture.ts");
      own = await prepare(page, Date.now());
    }
    this.identities.add(own.identity);
    if (this.waiting.length === 0) this.since = performance.now();
    this.waiting.push({ name, draft: own, truncated: page.truncated ?? false });
    if (this.waiting.length >= mostTogether || performance.now() - this.since > longestWait) await this.write();
  }

  async write(): Promise<void> {
    const group = this.waiting;
    this.waiting = [];
    const outcomes = await writeTogether(group.filter((one) => "draft" in one));
    for (const one of group) this.tell("failed" in one ? one : (outcomes.shift() as Outcome)); // one for each draft
  }
}

/** Writes all in one transaction; when that fails each by itself, so that one without room takes no other along. */
async function writeTogether(group: readonly Ready[]): Promise<Outcome[]> {
  if (group.length === 0) return [];
  try {
    const drafts = group.map(({ draft }) => draft);
    const saved = await saveArticles(drafts, Date.now());
    return saved.map((kept, at) => ({ name: group[at]?.name ?? "", kept, truncated: group[at]?.truncated ?? false }));
  } catch (error) {
    if (group.length === 1) return group.map(({ name }) => ({ name, failed: failureOf(error) }));
    const outcomes: Outcome[] = [];
    for (const ready of group) outcomes.push(...(await writeTogether([ready])));
    return outcomes;
  }
}
