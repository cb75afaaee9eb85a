// Terms in order with their postings, packed into blocks of a few kilobytes: each term keeps only what differs from the one before.
import { BitWriter, type Postings, readPostings } from "./postings.ts";

/** A block is closed when it has grown past this many bytes: one read of the disk, and a short walk to any term. */
const blockSize = 4096;

/** Bytes before the first term: a checksum of the rest. */
const headerSize = 4;

/**
 * The first byte of an entry: whether the term is in one document alone, how many bytes it shares with the term before, how
 * many are its own. Longer counts are written behind. Half of all terms are alone, and take no count and no length.
 */
const alone = 0x80;
const mostShared = 7;
const mostOwn = 15;

/** A term found in a block, and where its postings are. */
export type Entry = { term: string; count: number; block: Uint8Array; start: number };

/** Packs terms, which must come in order, and gives each block that is full away with its first term. */
export class BlockWriter {
  #out = new BitWriter();
  #first = "";
  #last = "";
  #documents: number;
  #give: (first: string, block: Uint8Array) => void;
  #coded = new BitWriter();

  constructor(documents: number, give: (first: string, block: Uint8Array) => void) {
    this.#documents = documents;
    this.#give = give;
    this.#begin();
  }

  /** Adds a term and its postings. */
  add(term: string, ordinals: ArrayLike<number>, classes: ArrayLike<number>, count: number): void {
    if (this.#out.end > blockSize) this.#close();
    const isFirst = this.#out.end === headerSize;
    if (isFirst) this.#first = term;
    const shared = isFirst ? 0 : sharedLength(this.#last, term);
    const own = term.length - shared;
    const out = this.#out;
    out.byte((count === 1 ? alone : 0) | (Math.min(shared, mostShared) << 4) | Math.min(own, mostOwn));
    if (shared >= mostShared) out.number(shared - mostShared);
    if (own >= mostOwn) out.number(own - mostOwn);
    for (let at = shared; at < term.length; at++) out.byte(term.charCodeAt(at));
    if (count === 1) {
      const value = (ordinals[0] as number) * 2 + Math.min(classes[0] as number, 1);
      for (let byte = bytesAlone(this.#documents) - 1; byte >= 0; byte--) out.byte(value >> (byte * 8));
    } else {
      this.#coded.clear();
      this.#coded.writePostings(ordinals, classes, count, this.#documents);
      out.number(count);
      out.number(this.#coded.end);
      out.copy(this.#coded.bytes, this.#coded.end);
    }
    this.#last = term;
  }

  /** Gives the last block away. */
  end(): void {
    if (this.#out.end > headerSize) this.#close();
  }

  #begin(): void {
    this.#out.clear();
    for (let at = 0; at < headerSize; at++) this.#out.byte(0);
  }

  #close(): void {
    const block = this.#out.bytes.slice(0, this.#out.end);
    new DataView(block.buffer).setUint32(0, checksum(block));
    this.#give(this.#first, block);
    this.#begin();
  }
}

/** Whether a block is as it was written. */
export function isSound(block: unknown): block is Uint8Array {
  return (
    block instanceof Uint8Array &&
    block.length > headerSize &&
    new DataView(block.buffer, block.byteOffset).getUint32(0) === checksum(block)
  );
}

/** The postings of an entry, in a segment of so many documents. */
export function postingsOf({ block, start, count }: Entry, documents: number): Postings {
  if (count === 1) {
    let value = 0;
    for (let at = start; at < start + bytesAlone(documents); at++) value = (value << 8) | (block[at] as number);
    return { ordinals: Int32Array.of(value >> 1), classes: Uint8Array.of(value & 1) };
  }
  return readPostings(block, start, count, documents);
}

/** The current term of a walk; no term is longer, since words are cut. */
const current = new Uint8Array(512);

/** The entries of a block, in a segment of so many documents, from one term on up to another, that one not included. */
export function entriesBetween(block: Uint8Array, from: string, to: string, documents: number): Entry[] {
  const found: Entry[] = [];
  let next = headerSize;
  let matched = 0; // bytes the last term had in common with `from`
  let reached = false;
  const single = bytesAlone(documents);
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = block[next++] as number;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (next < block.length) {
    const head = block[next++] as number;
    let shared = (head >> 4) & mostShared;
    let own = head & mostOwn;
    if (shared === mostShared) shared += number();
    if (own === mostOwn) own += number();
    const length = shared + own;
    for (let at = shared; at < length; at++) current[at] = block[next++] as number;
    const count = head & alone ? 1 : number();
    const bytes = head & alone ? single : number();
    const start = next;
    next += bytes;
    if (!reached) {
      if (shared < matched) reached = true;
      else if (shared === matched) {
        while (matched < length && matched < from.length && current[matched] === from.charCodeAt(matched)) matched++;
        reached =
          matched === from.length || (matched < length && (current[matched] as number) > from.charCodeAt(matched));
      }
      if (!reached) continue;
    }
    const term = String.fromCharCode(...current.subarray(0, length));
    if (term >= to) break;
    found.push({ term, count, block, start });
  }
  return found;
}

/** Bytes of one document's number, and a bit that says whether it has the term more than once. */
function bytesAlone(documents: number): number {
  return Math.ceil((33 - Math.clz32(Math.max(documents - 1, 1))) / 8);
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** Adler's sum: enough to see a block that was torn or is another's. */
function checksum(block: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = headerSize; at < block.length; at++) {
    a += block[at] as number;
    b += a;
    if ((at & 0xfff) === 0) {
      a %= 65521;
      b %= 65521;
    }
  }
  return ((b % 65521) * 65536 + (a % 65521)) >>> 0;
}
