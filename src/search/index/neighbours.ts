// Which Latin words stand side by side in each document: the index knows no places, and six plain words in their order would not
// be told from the same words elsewhere. A document keeps, of each two neighbours, one bit of a filter that fits it (Bloom's).
import { tokenize } from "#domain/text/tokenize.ts";
import { hashOf } from "./hash.ts";

/** The filters of a segment's documents one behind another, and the byte where each begins and the last one ends. */
export type Neighbours = { filters: Uint8Array; starts: Uint32Array };

/** Of a segment of which nothing is known. */
export const noNeighbours: Neighbours = { filters: new Uint8Array(), starts: new Uint32Array() };

/** Bits for each two neighbours: with more a filter says more, and the index grows. */
const bitsEach = 2.5;

/** The chance that a filter has neighbours the document has not. */
const chance = 1 - Math.exp(-1 / bitsEach);

/** Takes in the words of documents in their order. */
export class NeighbourList {
  #filters: Uint8Array[] = [];
  #bytes = 0;
  #starts = [0];
  #pairs = new Uint32Array(256);
  #count = 0;
  #last = 0;

  /** The next word of a document, by its hash. */
  next(hash: number): void {
    if (this.#last) {
      if (this.#count === this.#pairs.length) {
        const room = new Uint32Array(this.#count * 2);
        room.set(this.#pairs);
        this.#pairs = room;
      }
      this.#pairs[this.#count++] = pairOf(this.#last, hash);
    }
    this.#last = hash;
  }

  /** Something else stands between two words. */
  part(): void {
    this.#last = 0;
  }

  /** Ends a document. */
  endDocument(): void {
    const pairs = this.#pairs.subarray(0, this.#count).sort();
    let different = 0;
    for (let at = 0; at < pairs.length; at++) if (at === 0 || pairs[at] !== pairs[at - 1]) different++;
    const filter = new Uint8Array(Math.ceil((different * bitsEach) / 8));
    for (const pair of pairs) {
      const bit = bitOf(pair, filter.length);
      filter[bit >> 3] = (filter[bit >> 3] as number) | (1 << (bit & 7));
    }
    this.#filters.push(filter);
    this.#bytes += filter.length;
    this.#starts.push(this.#bytes);
    this.#count = 0;
    this.#last = 0;
  }

  /** All documents so far. */
  pack(): Neighbours {
    return { filters: joined(this.#filters, this.#bytes), starts: Uint32Array.from(this.#starts) };
  }
}

/** The living documents of several segments, in the order they are given. */
export function joinNeighbours(all: readonly Neighbours[], moved: readonly Int32Array[]): Neighbours {
  const filters: Uint8Array[] = [];
  const starts = [0];
  let bytes = 0;
  all.forEach((one, at) => {
    (moved[at] as Int32Array).forEach((to, old) => {
      if (to < 0) return;
      const filter = one.filters.subarray(one.starts[old] ?? 0, one.starts[old + 1] ?? 0);
      filters.push(filter);
      bytes += filter.length;
      starts.push(bytes);
    });
  });
  return { filters: joined(filters, bytes), starts: Uint32Array.from(starts) };
}

/** The neighbours among a query's words. */
export function neighboursIn(words: string): number[] {
  const pairs = new Set<number>();
  let last = 0;
  const part = () => {
    last = 0;
  };
  tokenize(words, {
    single: part,
    pair: part,
    word: (word) => {
      const hash = hashOf(word);
      if (last) pairs.add(pairOf(last, hash));
      last = hash;
    },
  });
  return [...pairs];
}

/** How surely a document has neighbours: 0 to nearly 1. */
export function nearnessOf({ filters, starts }: Neighbours, ordinal: number, pairs: readonly number[]): number {
  const from = starts[ordinal] ?? 0;
  const length = (starts[ordinal + 1] ?? 0) - from;
  if (length === 0) return 0;
  let having = 0;
  for (const pair of pairs) {
    const bit = bitOf(pair, length);
    having += ((filters[from + (bit >> 3)] as number) >> (bit & 7)) & 1;
  }
  return having === pairs.length ? 1 - chance ** having : having / pairs.length / 2;
}

/** Two hashes as one, in which their order counts. */
function pairOf(first: number, second: number): number {
  const mixed = Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) + second;
  const twice = Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39);
  return (twice ^ (twice >>> 16)) >>> 0;
}

function bitOf(pair: number, bytes: number): number {
  return pair % (bytes * 8);
}

function joined(parts: readonly Uint8Array[], bytes: number): Uint8Array {
  const all = new Uint8Array(bytes);
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}
