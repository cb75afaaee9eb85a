import { packedTerm } from "./term.ts";

/** A term is numbered in a sum of packed key and number, exact in a double: 2^31 keys of 2^21 numbers. */
const numbers = 2 ** 21;

/** Counts terms document by document: which documents have each, in rising order, and how often. */
export class Tally {
  /** How many postings there are. */
  postings = 0;
  #packed = new Uint32Array(1 << 13); // open addressing; 0 is no term
  #packedNumbers = new Int32Array(1 << 13);
  #packedCount = 0;
  #strings = new Map<string, number>();
  #heads = new Int32Array(1 << 12);
  #tails = new Int32Array(1 << 12);
  #terms = 0;
  #values = new Int32Array(1 << 13); // ordinal and frequency
  #next = new Int32Array(1 << 13);

  /** Counts a term in a document; documents come in order. */
  count(term: string, ordinal: number): void {
    this.countNumber(this.numberOf(term), ordinal);
  }

  /** The number of a term, by which it is counted quicker. */
  numberOf(term: string): number {
    let number = this.#strings.get(term);
    if (number === undefined) {
      number = this.#newTerm();
      this.#strings.set(term, number);
    }
    return number;
  }

  /** Counts a packed term, quicker: there are thousands in a text. */
  countPacked(key: number, ordinal: number): void {
    let slot = slotOf(key, this.#packed.length);
    for (; this.#packed[slot] !== key; slot = (slot + 1) & (this.#packed.length - 1)) {
      if (this.#packed[slot] !== 0) continue;
      this.#packed[slot] = key;
      this.#packedNumbers[slot] = this.#newTerm();
      this.#packedCount++;
      break;
    }
    this.countNumber(this.#packedNumbers[slot] as number, ordinal);
    if (this.#packedCount * 2 > this.#packed.length) this.#rehash();
  }

  /** Visits every term in order, with its documents and how often each has it; both arrays are used anew for the next. */
  each(
    documents: number,
    visit: (term: string, ordinals: Int32Array, frequencies: Uint8Array, count: number) => void,
  ): void {
    const ordinals = new Int32Array(documents);
    const frequencies = new Uint8Array(documents);
    const show = (term: string, number: number) => {
      let count = 0;
      for (let at = this.#heads[number] as number; at >= 0; at = this.#next[at] as number) {
        const value = this.#values[at] as number;
        ordinals[count] = value >> 8;
        frequencies[count++] = value & 0xff;
      }
      visit(term, ordinals, frequencies, count);
    };
    const strings = [...this.#strings].sort(([a], [b]) => (a < b ? -1 : 1));
    let string = 0;
    const sums = this.#packedInOrder();
    for (let at = 0; at < sums.length; at++) {
      const sum = sums[at] as number;
      const term = packedTerm(Math.floor(sum / numbers));
      for (; string < strings.length && (strings[string] as [string, number])[0] < term; string++) {
        show(...(strings[string] as [string, number]));
      }
      show(term, sum % numbers);
    }
    for (; string < strings.length; string++) show(...(strings[string] as [string, number]));
  }

  /** Counts a term by its number. */
  countNumber(number: number, ordinal: number): void {
    const tail = this.#tails[number] as number;
    const value = tail >= 0 ? (this.#values[tail] as number) : -1;
    if (tail >= 0 && value >> 8 === ordinal) {
      if ((value & 0xff) < 0xff) this.#values[tail] = value + 1;
      return;
    }
    const at = this.postings++;
    if (at === this.#values.length) {
      this.#values = grown(this.#values);
      this.#next = grown(this.#next);
    }
    this.#values[at] = (ordinal << 8) | 1;
    this.#next[at] = -1;
    if (tail >= 0) this.#next[tail] = at;
    else this.#heads[number] = at;
    this.#tails[number] = at;
  }

  #newTerm(): number {
    if (this.#terms === this.#heads.length) {
      this.#heads = grown(this.#heads);
      this.#tails = grown(this.#tails);
    }
    this.#tails[this.#terms] = -1;
    return this.#terms++;
  }

  #rehash(): void {
    const [keys, numbers] = [this.#packed, this.#packedNumbers];
    this.#packed = new Uint32Array(keys.length * 2);
    this.#packedNumbers = new Int32Array(keys.length * 2);
    keys.forEach((key, at) => {
      if (!key) return;
      let slot = slotOf(key, this.#packed.length);
      while (this.#packed[slot] !== 0) slot = (slot + 1) & (this.#packed.length - 1);
      this.#packed[slot] = key;
      this.#packedNumbers[slot] = numbers[at] as number;
    });
  }

  #packedInOrder(): Float64Array {
    const sums = new Float64Array(this.#packedCount);
    let end = 0;
    this.#packed.forEach((key, slot) => {
      if (key) sums[end++] = key * numbers + (this.#packedNumbers[slot] as number);
    });
    return sums.sort();
  }
}

function slotOf(key: number, room: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 8) & (room - 1);
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const room = new Int32Array(array.length * 2);
  room.set(array);
  return room;
}
