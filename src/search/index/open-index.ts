import type { Table } from "dexie";
import { hashOf } from "./hash.ts";
import { BlockCache, detailsOf, openPending, openSegment, type Reader, withDead } from "./reader.ts";
import { type Draft, hasBit, lineOf, type SegmentRow } from "./segment.ts";
import { type Former, IndexStore, type PendingRow } from "./store.ts";

/** An index at one moment: what a search looks through from beginning to end. */
export type Snapshot = {
  readers: readonly Reader[];
  store: IndexStore;
  cache: BlockCache;
  /** Living documents. */
  documents: number;
  /** The mean length of a document, in tokens. */
  meanLength: number;
};

/** An index on disk, open for searching; `index-writer.ts` writes it. */
export class OpenIndex {
  readonly store: IndexStore;
  readonly cache: BlockCache;
  readers: Reader[] = [];
  /** Called when there is something new to find, or something less. */
  onChange: (() => void) | undefined;
  /** Called when it was found damaged and emptied: to fill it again. */
  onLost: (() => void) | undefined;
  /** How often it was emptied: what was read of it before is of no use after. */
  timesEmptied = 0;
  #change = -1;

  constructor(name: string) {
    this.store = new IndexStore(name);
    this.cache = new BlockCache(this.store);
  }

  /** Opens it. */
  async open(): Promise<void> {
    await this.store.ready();
    await this.refresh();
  }

  /** The index as it is now, for one search. */
  snapshot(): Snapshot {
    const { readers, store, cache } = this;
    const all = readers.reduce((sum, { row }) => sum + row.documents, 0);
    const dead = readers.reduce((sum, { deadCount }) => sum + deadCount, 0);
    const tokens = readers.reduce((sum, { row }) => sum + row.tokens, 0);
    return { readers, store, cache, documents: all - dead, meanLength: Math.max(tokens / Math.max(all, 1), 1) };
  }

  /** A number that grows with every change this thread has heard of. */
  get changes(): number {
    return this.#change;
  }

  /** Takes over what this or another thread has written since. */
  async refresh(): Promise<void> {
    const { store } = this;
    await store.transaction("r", [store.meta, store.segments, store.dead, store.pending], async () => {
      const change = (await store.meta.get("change")) ?? 0;
      if (change === this.#change) return;
      const known = new Map(this.readers.map((reader) => [reader.id, reader]));
      const ids = await store.segments.toCollection().primaryKeys();
      const dead = await store.dead.bulkGet(ids);
      const segments: Reader[] = [];
      for (const [at, id] of ids.entries()) {
        const segment = known.get(id) ?? openSegment((await store.segments.get(id)) as SegmentRow);
        segments.push(withDead(segment, dead[at]));
      }
      const pending: Reader[] = [];
      for (const id of await store.pending.toCollection().primaryKeys()) {
        pending.push(known.get(id) ?? openPending((await store.pending.get(id)) as PendingRow));
      }
      this.readers = [...segments, ...pending];
      this.#change = change;
      this.onChange?.();
    });
  }

  /** Forgets everything. */
  async empty(): Promise<void> {
    this.timesEmptied++; // before anything is gone: a merge must not find half of it
    await this.store.empty();
    this.readers = [];
    this.cache.clear();
    await this.refresh();
  }

  /** Forgets everything, for it is damaged. */
  async lose(): Promise<void> {
    await this.empty();
    this.onLost?.();
  }

  /** The stamp of each living document by its id. */
  async stamps(): Promise<Map<string, number>> {
    const stamps = new Map<string, number>();
    for (const reader of this.readers) {
      const details = await detailsOf(reader, this.store);
      for (let ordinal = 0; ordinal < reader.row.documents; ordinal++) {
        if (hasBit(reader.dead, ordinal)) continue;
        stamps.set(lineOf(details, ordinal).id, details.stamps[ordinal] as number);
      }
    }
    return stamps;
  }

  /** The stamps of some documents, of those that are here. */
  async stampsOf(ids: readonly string[]): Promise<Map<string, number>> {
    const wanted = new Map(ids.map((id) => [hashOf(id), id]));
    const stamps = new Map<string, number>();
    for (const reader of this.readers) {
      for (const [ordinal, hash] of reader.row.hashes.entries()) {
        if (!wanted.has(hash) || hasBit(reader.dead, ordinal)) continue;
        const details = await detailsOf(reader, this.store);
        stamps.set(lineOf(details, ordinal).id, details.stamps[ordinal] as number);
      }
    }
    return stamps;
  }

  /** Where documents are: the pending ones, and for segments the bitmaps that have them dead too. */
  async formerOf(ids: readonly string[]): Promise<Former> {
    const wanted = new Set(ids.map(hashOf));
    const names = new Set(ids);
    const former: Former = { pending: [], dead: new Map() };
    for (const reader of this.readers) {
      const { hashes, documents } = reader.row;
      for (let ordinal = 0; ordinal < documents; ordinal++) {
        if (!wanted.has(hashes[ordinal] as number) || hasBit(reader.dead, ordinal)) continue;
        if (!names.has(lineOf(await detailsOf(reader, this.store), ordinal).id)) continue;
        if (reader.blocks) former.pending.push(reader.id);
        else {
          const bitmap = former.dead.get(reader.id) ?? reader.dead?.slice() ?? new Uint8Array((documents + 7) >> 3);
          bitmap[ordinal >> 3] = (bitmap[ordinal >> 3] as number) | (1 << (ordinal & 7));
          former.dead.set(reader.id, bitmap);
        }
      }
    }
    return former;
  }

  /** One transaction, after which searches see what it did; over everything unless told otherwise. */
  async change(deed: () => Promise<unknown>, tables: Table[] = this.store.tables): Promise<void> {
    const { store } = this;
    await store.transaction("rw", [...new Set([...tables, store.meta])], async () => {
      await deed();
      await store.touch();
    });
    await this.refresh();
  }

  /** Takes some documents out and puts one in, in one short transaction; searches see it without reading anything back. */
  async exchange(former: Former, draft?: Draft): Promise<void> {
    const { store } = this;
    const tables = [store.meta, store.pending, store.dead];
    const [change, row] = await store.transaction("rw", tables, () => store.exchange(former, draft));
    if (change !== this.#change + 1) return this.refresh(); // another thread has written too
    const left = this.readers.filter(({ id, blocks }) => !blocks || !former.pending.includes(id));
    const buried = left.map((reader) => {
      const dead = reader.blocks ? undefined : former.dead.get(reader.id);
      return dead ? withDead(reader, dead) : reader;
    });
    this.readers = row ? [...buried, openPending(row)] : buried;
    this.#change = change;
    this.onChange?.();
  }
}
