import type { ErrorCode } from "#domain/errors.ts";
import { type Draft, type Saved, saveArticles } from "#library/articles.ts";
import { makeRoomFor } from "#library/spare.ts";
import type { Candidate, Outcome } from "./batch.ts";
import { keepWithRoom } from "./capture.ts";
import { failureOf } from "./failure.ts";
import { type Prepared, settleClaims } from "./identity.ts";

/** Articles written in one transaction: a disk waits once for all of them, and every list is drawn once. */
const mostTogether = 64;

/** Bytes written in one transaction, about: what waits is in memory. */
const mostBytes = 8 * 1024 * 1024;

/** Before more bytes than this are written the browser is asked whether there is room. */
const largeSave = 1024 * 1024;

/** No article waits longer than this to be written, in milliseconds: a killed tab loses no more, and progress is seen to move. */
const longestWait = 600;

type Ready = Prepared & { candidate: Candidate; truncated: boolean };
type Waiting = Ready | { candidate: Candidate; failed: ErrorCode };

/**
 * Articles that are ready and wait to be written together; each outcome is told in its turn, once it is true.
 * While one group is being written the next gathers; never more than those two are in memory.
 */
export class SaveGroup {
  private waiting: Waiting[] = [];
  private identities = new Set<string>();
  private bytes = 0;
  private since = 0;
  private writing: Promise<void> = Promise.resolve();
  private readonly tell: (outcome: Outcome) => void;

  constructor(tell: (outcome: Outcome) => void) {
    this.tell = tell;
  }

  fail(candidate: Candidate, failed: ErrorCode): void {
    this.waiting.push({ candidate, failed });
  }

  /** Resolves when there is room for another one. */
  async add(ready: Ready): Promise<void> {
    const { draft } = ready;
    // Two of one name are written one after the other: only then can it be told what the second is to the first.
    if (this.identities.has(draft.identity)) await this.begin();
    if (this.waiting.length === 0) this.since = performance.now();
    this.waiting.push(ready);
    this.identities.add(draft.identity);
    this.bytes += sizeOf(draft);
    const isFull = this.waiting.length >= mostTogether || this.bytes >= mostBytes;
    if (isFull || performance.now() - this.since > longestWait) await this.begin();
  }

  /** Writes what is left; resolves when all of it is on the disk and told of. */
  async end(): Promise<void> {
    await this.begin();
    await this.writing;
  }

  /** Begins to write the group, once the one before it is written. */
  private async begin(): Promise<void> {
    const group = this.waiting;
    this.waiting = [];
    this.identities = new Set();
    this.bytes = 0;
    await this.writing;
    this.writing = this.write(group);
  }

  private async write(group: readonly Waiting[]): Promise<void> {
    const outcomes = await writeTogether(group.filter((one) => "draft" in one));
    for (const one of group) this.tell("failed" in one ? failure(one) : (outcomes.shift() as Outcome)); // one for each draft
  }
}

/** Writes all in one transaction; when that fails each by itself, so that one without room takes no other along. */
async function writeTogether(group: readonly Ready[]): Promise<Outcome[]> {
  const [first, ...others] = group;
  if (!first) return [];
  try {
    const drafts = await settleClaims(group);
    const bytes = drafts.reduce((sum, draft) => sum + sizeOf(draft), 0);
    if (bytes > largeSave) await makeRoomFor(bytes);
    if (others.length === 0) return [success(first, await keepWithRoom(drafts[0] as Draft, Date.now()))];
    const saved = await saveArticles(drafts, Date.now());
    return saved.map((kept, at) => success(group[at] as Ready, kept));
  } catch (error) {
    if (others.length === 0) return [failure({ candidate: first.candidate, failed: failureOf(error) })];
    const outcomes: Outcome[] = [];
    for (const ready of group) outcomes.push(...(await writeTogether([ready])));
    return outcomes;
  }
}

function success({ candidate: { name }, truncated, draft }: Ready, kept: Saved): Outcome {
  const textOnly = (draft.pictures?.length ?? 0) > 0 && kept.article.receipt?.pictures.kept === 0;
  return { name, kept, truncated, ...(textOnly && { textOnly }) };
}

/** What the disk refused can be tried again; anything else would fail again. */
function failure({ candidate, failed }: { candidate: Candidate; failed: ErrorCode }): Outcome {
  const again = failed === "storage-full" || failed === "storage-failed";
  return { name: candidate.name, failed, ...(again && { again: candidate }) };
}

/** About how much room a draft takes in memory. */
function sizeOf({ html, text, pictures = [], original }: Draft): number {
  const words = 2 * (html.length + text.length);
  return pictures.reduce((sum, { bytes }) => sum + bytes.byteLength, words + (original?.gzip.byteLength ?? 0));
}
