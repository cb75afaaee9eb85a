import { Gatherer } from "./gather.ts";
import { mergeSegments } from "./merge.ts";
import type { OpenIndex } from "./open-index.ts";
import { DamagedIndex, type Reader } from "./reader.ts";
import { type Document, hasBit } from "./segment.ts";
import type { Former } from "./store.ts";

/** So many documents wait on their own before they become a segment. */
const mostPending = 32;

/** While documents come one after another merging waits, until so many stand on their own that searches would feel it. */
const mostWaiting = 64;

/** Milliseconds after which nothing more is taken to come. */
const quiet = 300;

/** A segment outweighs all smaller ones together by this factor, or they become one: so there are never many. */
const outweighs = 2;

/** A segment of which this share is deleted is written anew. */
const mostDead = 0.3;

/** More segments than this while a library is first taken in would make every search slow. */
const mostSegments = 60;

/** Adds to an index, removes from it and merges it. There must be one only, in all threads and tabs. */
export class IndexWriter {
  #index: OpenIndex;
  #turn: Promise<unknown> = Promise.resolve();
  #merging: Promise<unknown> | undefined;
  #addedAt = -quiet;
  #isToSettle = false;
  #isEnding = false;

  constructor(index: OpenIndex) {
    this.#index = index;
  }

  /** Adds documents, or puts new ones in the place of those with the same id; `told` hears how many are in. */
  async addAll(
    documents: Iterable<Document> | AsyncIterable<Document>,
    told: (added: number) => void = () => {},
  ): Promise<void> {
    const { store } = this.#index;
    let gatherer = new Gatherer();
    let ids: string[] = [];
    let added = 0;
    const write = async () => {
      const draft = gatherer.finish();
      const replaced = ids;
      gatherer = new Gatherer();
      ids = [];
      await this.#inTurn(async () => {
        const former = await this.#index.formerOf(replaced);
        const id = await store.transaction("rw", store.meta, () => store.newSegmentId());
        await store.writeBlocks(id, 0, draft.blocks);
        await this.#index.change(async () => {
          await this.#bury(former);
          await store.segments.put({ ...draft.row, id });
          await store.details.put(draft.details, id);
          await store.words.put(draft.words, id);
          await store.neighbours.put(draft.neighbours, id);
        });
      });
      added += replaced.length;
      told(added);
      if (this.#index.readers.length > mostSegments) await this.settle(this.#index.readers.length - 1);
    };
    for await (const document of documents) {
      if (ids.includes(document.id)) await write(); // the later one of two counts
      gatherer.add(document);
      ids.push(document.id);
      if (gatherer.isFull) await write();
    }
    if (ids.length > 0) await write();
    await this.settle();
  }

  /** Adds one document, or puts it in the place of the one with its id; found by the next search. */
  add(document: Document): Promise<void> {
    const gatherer = new Gatherer();
    gatherer.add(document);
    const draft = gatherer.finish();
    return this.#inTurn(async () => {
      await this.#index.exchange(await this.#index.formerOf([document.id]), draft);
      this.#addedAt = performance.now();
      if (this.#pending.length >= mostPending && !this.#isToSettle) this.#settleLater();
    });
  }

  /** Takes documents out. */
  remove(ids: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      const former = await this.#index.formerOf(ids);
      if (former.pending.length + former.dead.size > 0) await this.#index.exchange(former);
    });
  }

  /** Merges what should be merged; one merge at a time, beside searching and adding. With `all`, so many into one. */
  settle(all = 0): Promise<void> {
    const before = this.#merging ?? Promise.resolve();
    const mine = before.then(async () => {
      for (;;) {
        await this.#breathe();
        if (this.#isEnding) return;
        const chosen = all > 0 ? this.#index.readers.slice(0, all) : this.#toMerge();
        if (chosen.length === 0 || !(await this.#mergeSound(chosen)) || all > 0) return;
      }
    });
    this.#merging = mine.catch(() => {});
    return mine;
  }

  /** Ends when what is being written is; a merge gives up. */
  async end(): Promise<void> {
    this.#isEnding = true;
    await this.#merging;
    await this.#turn;
  }

  #settleLater(): void {
    this.#isToSettle = true;
    const done = () => {
      this.#isToSettle = false;
    };
    this.settle().catch(reportError).then(done);
  }

  #toMerge(): readonly Reader[] {
    const pending = this.#pending;
    if (pending.length >= mostPending) return pending;
    const segments = this.#index.readers.filter(({ blocks }) => !blocks);
    const holed = segments.find(({ row, deadCount }) => deadCount > row.documents * mostDead);
    if (holed) return [holed];
    segments.sort((a, b) => b.row.documents - a.row.documents);
    let smaller = segments.reduce((sum, { row }) => sum + row.documents, 0);
    for (const [at, { row }] of segments.entries()) {
      smaller -= row.documents;
      if (smaller > 0 && row.documents < smaller * outweighs) return segments.slice(at);
    }
    return [];
  }

  /** False where it gave up, for the writer ends or the index was emptied or is damaged: then its owner fills it again. */
  async #mergeSound(chosen: readonly Reader[]): Promise<boolean> {
    const { store, timesEmptied } = this.#index;
    const isVain = () => this.#isEnding || this.#index.timesEmptied !== timesEmptied;
    const givenUp = new Error("A merge has given up");
    const id = await store.transaction("rw", store.meta, () => store.newSegmentId());
    try {
      await this.#merge(chosen, id, () => {
        if (isVain()) throw givenUp;
      });
      return true;
    } catch (error) {
      if (error !== givenUp && !(error instanceof DamagedIndex)) throw error;
      if (isVain()) await store.dropBlocks([id]);
      else await this.#inTurn(() => this.#index.lose());
      return false;
    }
  }

  /** Throws, and has changed nothing, where `goOn` does. */
  async #merge(chosen: readonly Reader[], id: number, goOn: () => void): Promise<void> {
    const { store } = this.#index;
    const { row, details, words, neighbours, moved } = await mergeSegments(chosen, id, store, async () => {
      await this.#breathe();
      goOn();
    });
    const former = chosen.flatMap(({ id, blocks }) => (blocks ? [] : id));
    await this.#inTurn(async () => {
      const dead = this.#deadSince(chosen, moved, row.documents);
      await this.#index.change(async () => {
        goOn();
        if (row.documents > 0) {
          await store.segments.put(row);
          await store.details.put(details, id);
          await store.words.put(words, id);
          await store.neighbours.put(neighbours, id);
          if (dead) await store.dead.put(dead, id);
        }
        await store.dropSegments(former);
        await store.pending.bulkDelete(chosen.flatMap(({ id, blocks }) => (blocks ? id : [])));
      }, store.allButBlocks);
    });
    await store.dropBlocks(former); // thousands of them, perhaps: nothing waits for it, and what a kill leaves is found again
  }

  /** Documents on their own. */
  get #pending(): readonly Reader[] {
    return this.#index.readers.filter(({ blocks }) => blocks);
  }

  /** Lets searches through, and what is being added; while more may come a merge waits, unless too many wait already. */
  async #breathe(): Promise<void> {
    for (;;) {
      await this.#turn;
      const left =
        this.#isEnding || this.#pending.length >= mostWaiting ? 0 : this.#addedAt + quiet - performance.now();
      await new Promise((resolve) => setTimeout(resolve, Math.max(left, 0)));
      if (left <= 0) return;
    }
  }

  /** What died while it was being merged, as a bitmap of the new segment. */
  #deadSince(chosen: readonly Reader[], moved: readonly Int32Array[], documents: number): Uint8Array | undefined {
    const dead = new Uint8Array((documents + 7) >> 3);
    let some = false;
    chosen.forEach((then, at) => {
      const now = this.#index.readers.find(({ id }) => id === then.id);
      (moved[at] as Int32Array).forEach((to, old) => {
        if (to < 0 || (now && !hasBit(now.dead, old))) return;
        dead[to >> 3] = (dead[to >> 3] as number) | (1 << (to & 7));
        some = true;
      });
    });
    return some ? dead : undefined;
  }

  /** Marks them as deleted; inside a transaction. */
  async #bury({ pending, dead }: Former): Promise<void> {
    const { store } = this.#index;
    if (dead.size > 0) await store.dead.bulkPut([...dead.values()], [...dead.keys()]);
    if (pending.length > 0) await store.pending.bulkDelete(pending);
  }

  /** One write after another. */
  #inTurn<T>(deed: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(deed);
    this.#turn = mine.catch(() => {});
    return mine;
  }
}
