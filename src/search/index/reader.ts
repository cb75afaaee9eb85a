// The segments of an index as a search sees them, and their blocks, of which the latest used stay in memory.
import { type Entry, entriesBetween, isSound } from "./block.ts";
import { type Neighbours, noNeighbours } from "./neighbours.ts";
import { type Details, type SegmentRow, unpackFirsts } from "./segment.ts";
import { blockKey, type IndexStore, type PendingRow } from "./store.ts";

/** Bytes of blocks that are kept in memory. */
const mostCached = 6 * 2 ** 20;

/** Thrown when what is on disk is not what was written: the index must be made anew. */
export class DamagedIndex extends Error {}

/** A segment, or a single pending document, open for searching. */
export type Reader = {
  id: number;
  row: Omit<SegmentRow, "id">;
  firsts: string[];
  dead: Uint8Array | undefined;
  /** How many of its documents are dead. */
  deadCount: number;
  /** The blocks themselves, of a pending document. */
  blocks?: readonly Uint8Array[];
  details?: Details;
  words?: Uint8Array;
  neighbours?: Neighbours;
};

/** Opens a segment. */
export function openSegment(row: SegmentRow): Reader {
  return { id: row.id, row, firsts: unpackFirsts(row.firsts), dead: undefined, deadCount: 0 };
}

/** Opens a pending document. */
export function openPending({ row, ...pending }: PendingRow): Reader {
  return { ...pending, row, firsts: unpackFirsts(row.firsts), dead: undefined, deadCount: 0 };
}

/** The same segment with other documents dead. */
export function withDead(reader: Reader, dead: Uint8Array | undefined): Reader {
  return { ...reader, dead, deadCount: countBits(dead) };
}

/** Reads blocks, and remembers the latest. */
export class BlockCache {
  #store: IndexStore;
  #held = new Map<number, Uint8Array>();
  #bytes = 0;

  constructor(store: IndexStore) {
    this.#store = store;
  }

  /** Forgets all of them. */
  clear(): void {
    this.#held.clear();
    this.#bytes = 0;
  }

  /** Reads all these blocks that are not held, in one go, and gives every one. Throws DamagedIndex. */
  async load(keys: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>> {
    const given = new Map<number, Uint8Array>();
    const missing: number[] = [];
    for (const key of new Set(keys)) {
      const held = this.#held.get(key);
      if (held) {
        this.#held.delete(key); // to the end of the line
        this.#held.set(key, held);
        given.set(key, held);
      } else missing.push(key);
    }
    if (missing.length > 0) {
      const read = await this.#store.blocks.bulkGet(missing);
      missing.forEach((key, at) => {
        const block: unknown = read[at];
        if (!isSound(block)) throw new DamagedIndex(`Block ${key} is ${block ? "damaged" : "gone"}`);
        given.set(key, block);
        this.#held.set(key, block);
        this.#bytes += block.length;
      });
      for (const [key, block] of this.#held) {
        if (this.#bytes <= mostCached) break;
        this.#held.delete(key);
        this.#bytes -= block.length;
      }
    }
    return given;
  }
}

/** Terms from one up to another, that one not included. */
export type Range = readonly [from: string, to: string];

/** For each reader and each range the entries it has. */
export async function entriesOf(
  readers: readonly Reader[],
  ranges: readonly Range[],
  cache: BlockCache,
): Promise<Entry[][][]> {
  const wanted: number[] = [];
  const spans = readers.map(({ firsts }) => ranges.map((range) => blocksOf(firsts, range)));
  readers.forEach(({ id, blocks }, at) => {
    if (blocks) return;
    for (const [from, to] of spans[at] as [number, number][]) {
      for (let number = from; number < to; number++) wanted.push(blockKey(id, number));
    }
  });
  const blocks = await cache.load(wanted);
  return readers.map((reader, at) =>
    ranges.map(([from, to], which) => {
      const [first, end] = (spans[at] as [number, number][])[which] as [number, number];
      const found: Entry[] = [];
      for (let number = first; number < end; number++) {
        const block = reader.blocks?.[number] ?? blocks.get(blockKey(reader.id, number));
        if (block) found.push(...entriesBetween(block, from, to, reader.row.documents));
      }
      return found;
    }),
  );
}

/** The details of a segment, read once. Throws DamagedIndex. */
export async function detailsOf(reader: Reader, store: IndexStore): Promise<Details> {
  const details = reader.details ?? (await store.details.get(reader.id));
  if (details?.starts?.length !== reader.row.documents + 1) throw new DamagedIndex("Details are gone");
  reader.details = details;
  return details;
}

/** The Latin words of a segment, read once. */
export async function latinWordsOf(reader: Reader, store: IndexStore): Promise<Uint8Array> {
  reader.words ??= (await store.words.get(reader.id)) ?? new Uint8Array();
  return reader.words;
}

/** Which words stand side by side in each document of a segment, read once. */
export async function neighboursOf(reader: Reader, store: IndexStore): Promise<Neighbours> {
  reader.neighbours ??= (await store.neighbours.get(reader.id)) ?? noNeighbours;
  return reader.neighbours;
}

/** The blocks in which a range can be: from the last that begins at or before it to the last that begins before its end. */
function blocksOf(firsts: readonly string[], [from, to]: Range): [number, number] {
  const begin = Math.max(countBelow(firsts, from, true) - 1, 0);
  return [begin, Math.max(countBelow(firsts, to, false), begin)];
}

/** How many of sorted strings are below a bound, or at it. */
function countBelow(sorted: readonly string[], bound: string, orAt: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const first = sorted[middle] as string;
    if (first < bound || (orAt && first === bound)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countBits(bitmap: Uint8Array | undefined): number {
  let count = 0;
  for (const byte of bitmap ?? []) for (let left = byte; left; left &= left - 1) count++;
  return count;
}
