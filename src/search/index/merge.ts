import { BlockWriter, type Entry, entriesBetween, isSound, postingsOf } from "./block.ts";
import { joinNeighbours, type Neighbours } from "./neighbours.ts";
import { DamagedIndex, detailsOf, neighboursOf, type Reader } from "./reader.ts";
import { type Details, hasBit, packFirsts, type SegmentRow } from "./segment.ts";
import { blockKey, type IndexStore } from "./store.ts";
import { WordList } from "./words.ts";

/** Blocks read ahead for all segments of a merge together, and written in one go. */
const blocksAtOnce = 128;

/** A merge lets searches through after this many milliseconds. */
const longestBlock = 4;

/** Every term lies below this. */
const afterAll = "\xff\xff\xff";

/** What a merge has written under the new segment's number, and where each old document went: -1 for the deleted. */
export type Merged = {
  row: SegmentRow;
  details: Details;
  words: Uint8Array;
  neighbours: Neighbours;
  moved: Int32Array[];
};

/**
 * Writes the blocks of one new segment that has all living documents of others, in their order; a few hundred kilobytes of
 * memory, whatever their size. Between slices it waits for `breathe`. The caller puts the row in its place. Throws DamagedIndex.
 */
export async function mergeSegments(
  readers: readonly Reader[],
  id: number,
  store: IndexStore,
  breathe: () => Promise<void>,
): Promise<Merged> {
  const moved: Int32Array[] = [];
  let documents = 0;
  for (const { row, dead } of readers) {
    moved.push(Int32Array.from({ length: row.documents }, (_, old) => (hasBit(dead, old) ? -1 : documents++)));
  }
  const ordinals = new Int32Array(documents);
  const classes = new Uint8Array(documents);
  const words = new WordList();
  const firsts: string[] = [];
  let full: Uint8Array[] = [];
  let written = 0;
  const writer = new BlockWriter(documents, (first, block) => {
    firsts.push(first);
    full.push(block);
  });
  const flush = async () => {
    await store.writeBlocks(id, written, full);
    written += full.length;
    full = [];
  };

  const ahead = Math.max(Math.floor(blocksAtOnce / readers.length), 1);
  const cursors = readers.map((reader, at) => new Cursor(reader, moved[at] as Int32Array, store, ahead));
  let began = performance.now();
  const pause = async () => {
    if (performance.now() - began < longestBlock) return;
    await breathe();
    began = performance.now();
  };
  for (const cursor of cursors) {
    await cursor.fill();
    await pause();
  }
  const heap = new Heap(cursors.filter((cursor) => cursor.term !== undefined));
  while (heap.first) {
    const term = heap.first.term as string;
    const having: Cursor[] = [];
    while (heap.first?.term === term) having.push(heap.take());
    having.sort((a, b) => (a.base as number) - (b.base as number));
    let count = 0;
    for (const cursor of having) {
      count = cursor.copy(ordinals, classes, count);
      if (cursor.step()) await cursor.fill();
      if (cursor.term !== undefined) heap.put(cursor);
    }
    if (count === 0) continue;
    writer.add(term, ordinals, classes, count);
    words.add(term);
    if (full.length >= blocksAtOnce) await flush();
    if (performance.now() - began >= longestBlock) await pause();
  }
  writer.end();
  await flush();
  const { row, details } = await joinDocuments(readers, moved, documents, store);
  const neighbours = joinNeighbours(await Promise.all(readers.map((reader) => neighboursOf(reader, store))), moved);
  return { row: { ...row, id, firsts: packFirsts(firsts) }, details, words: words.pack(), neighbours, moved };
}

/** Walks the terms of one segment. */
class Cursor {
  term: string | undefined;
  /** The new number of the first document, by which postings of several segments stay in order. */
  base: number;
  #reader: Reader;
  #moved: Int32Array;
  #store: IndexStore;
  #ahead: number;
  #entries: Entry[] = [];
  #entry = 0;
  #blocks: Uint8Array[] = [];
  #nextBlock = 0;

  constructor(reader: Reader, moved: Int32Array, store: IndexStore, ahead: number) {
    this.#reader = reader;
    this.#moved = moved;
    this.#store = store;
    this.#ahead = ahead;
    this.base = moved.find((to) => to >= 0) ?? -1;
  }

  /** Goes to the next term; true when more must be read first. */
  step(): boolean {
    this.#entry++;
    while (this.#entry >= this.#entries.length) {
      const block = this.#blocks.shift();
      if (!block) return true;
      this.#entries = entriesBetween(block, "", afterAll, this.#reader.row.documents);
      this.#entry = 0;
    }
    this.term = this.#entries[this.#entry]?.term;
    return false;
  }

  /** Reads more, and stands at its first term; without any at the end. */
  async fill(): Promise<void> {
    const { id, blocks, firsts } = this.#reader;
    const to = Math.min(this.#nextBlock + this.#ahead, firsts.length);
    const numbers = Array.from({ length: to - this.#nextBlock }, (_, at) => this.#nextBlock + at);
    this.#nextBlock = to;
    const read = blocks
      ? numbers.map((number) => blocks[number])
      : await this.#store.blocks.bulkGet(numbers.map((number) => blockKey(id, number)));
    for (const block of read as unknown[]) {
      if (!isSound(block)) throw new DamagedIndex("A block is damaged or gone");
      this.#blocks.push(block);
    }
    this.#entries = [];
    if (this.step()) this.term = undefined;
  }

  /** Writes the present term's postings, renumbered, behind others; gives the new count. */
  copy(ordinals: Int32Array, classes: Uint8Array, from: number): number {
    const old = postingsOf(this.#entries[this.#entry] as Entry, this.#reader.row.documents);
    let count = from;
    for (let at = 0; at < old.ordinals.length; at++) {
      const to = this.#moved[old.ordinals[at] as number] as number;
      if (to < 0) continue;
      ordinals[count] = to;
      classes[count++] = old.classes[at] as number;
    }
    return count;
  }
}

/** Cursors, that with the lowest term first. */
class Heap {
  #cursors: Cursor[] = [];

  constructor(cursors: readonly Cursor[]) {
    for (const cursor of cursors) this.put(cursor);
  }

  get first(): Cursor | undefined {
    return this.#cursors[0];
  }

  put(cursor: Cursor): void {
    let at = this.#cursors.push(cursor) - 1;
    while (at > 0 && this.#isBelow(at, (at - 1) >> 1)) at = this.#swap(at, (at - 1) >> 1);
  }

  take(): Cursor {
    const first = this.#cursors[0] as Cursor;
    const last = this.#cursors.pop() as Cursor;
    if (this.#cursors.length === 0) return first;
    this.#cursors[0] = last;
    for (let at = 0; ; ) {
      let lowest = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.#cursors.length && this.#isBelow(child, lowest)) lowest = child;
      }
      if (lowest === at) return first;
      at = this.#swap(at, lowest);
    }
  }

  #isBelow(a: number, b: number): boolean {
    return ((this.#cursors[a] as Cursor).term as string) < ((this.#cursors[b] as Cursor).term as string);
  }

  #swap(a: number, b: number): number {
    const cursor = this.#cursors[a] as Cursor;
    this.#cursors[a] = this.#cursors[b] as Cursor;
    this.#cursors[b] = cursor;
    return b;
  }
}

/** The living documents of several segments, one after another. */
async function joinDocuments(
  readers: readonly Reader[],
  moved: readonly Int32Array[],
  documents: number,
  store: IndexStore,
): Promise<{ row: Omit<SegmentRow, "id" | "firsts">; details: Details }> {
  const lengths = new Uint8Array(documents);
  const days = new Uint16Array(documents);
  const hashes = new Uint32Array(documents);
  const stamps = new Uint32Array(documents);
  const starts = new Uint32Array(documents + 1);
  const lines: Uint8Array[] = [];
  let tokens = 0;
  let end = 0;
  for (const [at, reader] of readers.entries()) {
    const details = await detailsOf(reader, store);
    const { row } = reader;
    tokens += row.tokens * (1 - reader.deadCount / Math.max(row.documents, 1));
    (moved[at] as Int32Array).forEach((to, old) => {
      if (to < 0) return;
      lengths[to] = row.lengths[old] as number;
      days[to] = row.days[old] as number;
      hashes[to] = row.hashes[old] as number;
      stamps[to] = details.stamps[old] as number;
      const line = details.lines.subarray(details.starts[old], details.starts[old + 1]);
      lines.push(line);
      end += line.length;
      starts[to + 1] = end;
    });
  }
  const joined = new Uint8Array(end);
  lines.forEach((line, at) => {
    joined.set(line, starts[at]);
  });
  return {
    row: { documents, lengths, tokens, days, hashes },
    details: { lines: joined, starts, stamps },
  };
}
