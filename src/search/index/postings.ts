// The documents that have a term, and how often: ordinals as gaps in Golomb-Rice code, frequencies in classes, bit by bit.

/** The documents of one term in rising order, and the class of its frequency in each. */
export type Postings = { ordinals: Int32Array; classes: Uint8Array };

/** What each class of frequencies counts as: once, twice, three or four times, five to eight, more. */
export const frequencies = [1, 2, 3.5, 6, 12] as const;

/** The class of a frequency. */
export function classOf(frequency: number): number {
  if (frequency < 3) return frequency - 1;
  return frequency < 5 ? 2 : frequency < 9 ? 3 : 4;
}

/** Bits of a gap written plainly, the best for gaps whose mean is `documents / count`; the rest is counted out. */
function plainBits(count: number, documents: number): number {
  return Math.max(31 - Math.clz32(Math.max((documents / count) * 0.69, 1)), 0);
}

/** Writes bytes, numbers and bits one after another. */
export class BitWriter {
  bytes = new Uint8Array(1 << 16);
  end = 0;
  #bits = 0;
  #held = 0;

  /** Begins anew, keeping the room. */
  clear(): void {
    this.end = 0;
    this.#bits = 0;
    this.#held = 0;
  }

  /** One byte. */
  byte(value: number): void {
    if (this.end === this.bytes.length) this.#grow();
    this.bytes[this.end++] = value;
  }

  /** A number, seven bits a byte. */
  number(value: number): void {
    let left = value;
    for (; left >= 0x80; left >>>= 7) this.byte((left & 0x7f) | 0x80);
    this.byte(left);
  }

  /** The first bytes of others. */
  copy(bytes: Uint8Array, length: number): void {
    while (this.end + length > this.bytes.length) this.#grow();
    this.bytes.set(bytes.subarray(0, length), this.end);
    this.end += length;
  }

  /** The postings of a term: `documents` and `count` is how many the segment has. */
  writePostings(ordinals: ArrayLike<number>, classes: ArrayLike<number>, count: number, documents: number): void {
    const low = plainBits(count, documents);
    let previous = -1;
    for (let at = 0; at < count; at++) {
      const ordinal = ordinals[at] as number;
      const gap = ordinal - previous - 1;
      previous = ordinal;
      this.#ones(gap >>> low);
      this.#put(gap & ((1 << low) - 1), low);
      const frequency = classes[at] as number;
      if (frequency === 4) this.#put(0b1111, 4);
      else this.#ones(frequency);
    }
    if (this.#held > 0) this.#put(0, 8 - this.#held);
  }

  #ones(count: number): void {
    let left = count;
    for (; left >= 16; left -= 16) this.#put(0xffff, 16);
    this.#put(((1 << left) - 1) << 1, left + 1);
  }

  #put(value: number, count: number): void {
    let left = count;
    while (left > 0) {
      const take = Math.min(left, 8 - this.#held);
      left -= take;
      this.#bits = (this.#bits << take) | ((value >>> left) & ((1 << take) - 1));
      this.#held += take;
      if (this.#held < 8) continue;
      this.byte(this.#bits);
      this.#bits = 0;
      this.#held = 0;
    }
  }

  #grow(): void {
    const room = new Uint8Array(this.bytes.length * 2);
    room.set(this.bytes);
    this.bytes = room;
  }
}

/** Reads the postings of `count` documents out of `documents` that begin at a byte. */
export function readPostings(bytes: Uint8Array, from: number, count: number, documents: number): Postings {
  const low = plainBits(count, documents);
  const ordinals = new Int32Array(count);
  const classes = new Uint8Array(count);
  let next = from;
  let window = 0; // the bits to come, at the top of 32
  let held = 0;
  let previous = -1;
  for (let at = 0; at < count; at++) {
    let high = 0;
    for (;;) {
      for (; held <= 24; held += 8) window |= (bytes[next++] ?? 0) << (24 - held);
      const ones = Math.clz32(~window);
      if (ones < held) {
        high += ones;
        window = ones === 31 ? 0 : window << (ones + 1);
        held -= ones + 1;
        break;
      }
      high += held;
      window = 0;
      held = 0;
      if (next > bytes.length + 8) throw new RangeError("The postings are damaged");
    }
    for (; held <= 24; held += 8) window |= (bytes[next++] ?? 0) << (24 - held); // enough for 20 plain bits and a class
    const rest = low === 0 ? 0 : window >>> (32 - low);
    window <<= low;
    held -= low;
    const frequency = Math.min(Math.clz32(~window), 4);
    const used = Math.min(frequency + 1, 4);
    window <<= used;
    held -= used;
    classes[at] = frequency;
    previous += (high << low) + rest + 1;
    ordinals[at] = previous;
  }
  return { ordinals, classes };
}
