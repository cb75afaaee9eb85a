import { Dexie, type EntityTable, type Table } from "dexie";
import type { Neighbours } from "./neighbours.ts";
import type { Details, Draft, SegmentRow } from "./segment.ts";

/** The shape and the rules of what is written: another number, and the index is made anew. */
const formatVersion = 3;

/** A segment has fewer blocks than this; block keys are segment × this + number. */
const mostBlocks = 2 ** 20;

/** One document on its own, not yet part of a segment. */
export type PendingRow = Draft & { id: number };

/** Where documents stand that are to go: pending ones, and for segments the bitmaps that have them dead too. */
export type Former = { pending: number[]; dead: Map<number, Uint8Array> };

/** The index in IndexedDB, in a database of its own: a fault in it can never touch what is kept. */
export class IndexStore extends Dexie {
  declare segments: EntityTable<SegmentRow, "id">;
  declare pending: EntityTable<PendingRow, "id">;
  declare blocks: Table<Uint8Array, number>;
  declare details: Table<Details, number>;
  declare words: Table<Uint8Array, number>;
  declare neighbours: Table<Neighbours, number>;
  /** Bitmaps of what was deleted, by segment. */
  declare dead: Table<Uint8Array, number>;
  declare meta: Table<number, string>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: "relaxed" }); // a cache: what a power cut takes is made again
    this.version(1).stores({ segments: "id", pending: "id", blocks: "", details: "", words: "", dead: "", meta: "" });
    this.version(2).stores({ neighbours: "" });
  }

  /** Opens it, empty if it was of another format or cannot be read. */
  async ready(): Promise<void> {
    try {
      await this.open();
    } catch {
      await this.delete();
      await this.open();
    }
    if ((await this.meta.get("format")) !== formatVersion) await this.empty();
  }

  /** Forgets everything. */
  empty(): Promise<unknown> {
    return this.transaction("rw", this.tables, async () => {
      await Promise.all(this.tables.filter((table) => table !== this.meta).map((table) => table.clear()));
      await this.meta.put(formatVersion, "format");
      await this.touch();
    });
  }

  /** What a segment is put in its place with. */
  get allButBlocks(): Table[] {
    return this.tables.filter((table) => table !== (this.blocks as Table));
  }

  /** Says to other threads that something changed; inside a transaction. */
  async touch(): Promise<void> {
    await this.meta.put(((await this.meta.get("change")) ?? 0) + 1, "change");
  }

  /** A number for a new segment, never given before: not even by an index of this name that was thrown away. */
  async newSegmentId(): Promise<number> {
    const id = segmentAfter((await this.meta.get("segment")) ?? 0);
    await this.meta.put(id, "segment");
    return id;
  }

  /**
   * Takes some documents out and puts one in, in two steps to the disk; inside a transaction. Gives the number of the change
   * and what was put in.
   */
  async exchange({ pending, dead }: Former, draft: Draft | undefined): Promise<[number, PendingRow | undefined]> {
    const [before = 0, last = 0] = await this.meta.bulkGet(["change", "segment"]);
    const row = draft && { ...draft, id: segmentAfter(last) };
    await Promise.all([
      this.meta.bulkPut([before + 1, row?.id ?? last], ["change", "segment"]),
      row && this.pending.put(row),
      dead.size > 0 && this.dead.bulkPut([...dead.values()], [...dead.keys()]),
      pending.length > 0 && this.pending.bulkDelete(pending),
    ]);
    return [before + 1, row];
  }

  /** Writes some blocks of a segment that is not there yet. */
  writeBlocks(segment: number, from: number, blocks: readonly Uint8Array[]): Promise<unknown> {
    return this.blocks.bulkPut(
      blocks as Uint8Array[],
      blocks.map((_, at) => blockKey(segment, from + at)),
    );
  }

  /** Takes away segments, all but their blocks. */
  async dropSegments(ids: readonly number[]): Promise<void> {
    for (const table of [this.segments, this.details, this.words, this.neighbours, this.dead])
      await (table as Table).bulkDelete(ids as number[]);
  }

  /** Takes away the blocks of segments that are no more. */
  async dropBlocks(ids: readonly number[]): Promise<void> {
    for (const id of ids) {
      await this.blocks
        .where(":id")
        .between(blockKey(id, 0), blockKey(id + 1, 0))
        .delete();
    }
  }

  /** Takes away what a killed merge left behind: blocks of segments that never came to be. */
  async dropOrphans(): Promise<void> {
    const known = new Set(await this.segments.toCollection().primaryKeys());
    for (let key = 0; ; ) {
      const next = await this.blocks.where(":id").aboveOrEqual(key).limit(1).primaryKeys();
      if (next[0] === undefined) return;
      const segment = Math.floor(next[0] / mostBlocks);
      if (!known.has(segment)) await this.dropBlocks([segment]);
      key = blockKey(segment + 1, 0);
    }
  }
}

/** Where a block of a segment is kept. */
export function blockKey(segment: number, number: number): number {
  return segment * mostBlocks + number;
}

function segmentAfter(last: number): number {
  return Math.max(last + 1, Math.floor(Date.now() / 1000));
}
