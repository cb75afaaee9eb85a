import { LiuyeError } from "#domain/errors.ts";

/** A value of a property list; a dictionary is a Map, so that no key of a file's can mean anything to us. */
export type Plist = null | boolean | number | bigint | string | Date | Uint8Array | Plist[] | Map<string, Plist>;

const trailerLength = 32;
const deepest = 64;
/** Apple counts seconds from 2001, everyone else from 1970. */
const appleEpoch = Date.UTC(2001, 0, 1);

/**
 * Reads an Apple binary property list (`bplist00`), as CFBinaryPList.c writes it.
 * Throws `format-unknown` for anything else and `archive-damaged` for one that contradicts itself.
 */
export function readBinaryPlist(bytes: Uint8Array): Plist {
  if (String.fromCharCode(...bytes.subarray(0, 7)) !== "bplist0") throw new LiuyeError("format-unknown");
  try {
    return new Reader(bytes).top();
  } catch (cause) {
    throw cause instanceof LiuyeError ? cause : new LiuyeError("archive-damaged", { cause });
  }
}

class Reader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly offsetSize: number;
  private readonly referenceSize: number;
  private readonly count: number;
  private readonly topObject: number;
  private readonly table: number;
  private readonly done = new Map<number, Plist>();
  private readonly open = new Set<number>();
  /** Objects of an honest file do not overlap, so together they cannot be longer than the file. */
  private left: number;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.left = bytes.length;
    const trailer = bytes.length - trailerLength;
    this.offsetSize = this.view.getUint8(trailer + 6);
    this.referenceSize = this.view.getUint8(trailer + 7);
    this.count = this.unsigned(trailer + 8, 8);
    this.topObject = this.unsigned(trailer + 16, 8);
    this.table = this.unsigned(trailer + 24, 8);
    check(this.offsetSize >= 1 && this.offsetSize <= 8 && this.referenceSize >= 1 && this.referenceSize <= 8);
    check(this.table >= 8 && this.table + this.count * this.offsetSize <= trailer);
  }

  top(): Plist {
    return this.object(this.topObject);
  }

  private object(index: number): Plist {
    check(index < this.count);
    const known = this.done.get(index);
    if (known !== undefined) return known;
    check(!this.open.has(index) && this.open.size < deepest);
    this.open.add(index);
    const value = this.read(this.unsigned(this.table + index * this.offsetSize, this.offsetSize));
    this.open.delete(index);
    this.done.set(index, value);
    return value;
  }

  private read(at: number): Plist {
    check(at >= 8 && at < this.table);
    const marker = this.view.getUint8(at);
    const low = marker & 0x0f;
    switch (marker >> 4) {
      case 0x0:
        return low === 8 || low === 9 ? low === 9 : null; // null, fill byte, and addresses nobody writes
      case 0x1:
        return this.integer(at + 1, 1 << low);
      case 0x2:
        return this.real(at + 1, 1 << low);
      case 0x3:
        return new Date(appleEpoch + this.view.getFloat64(at + 1) * 1000);
      case 0x8:
        return this.unsigned(at + 1, low + 1);
    }
    const { count, start } = this.counted(at, low);
    switch (marker >> 4) {
      case 0x4:
        return this.slice(start, count);
      case 0x5:
        return new TextDecoder("windows-1252").decode(this.spent(start, count));
      case 0x6:
        return new TextDecoder("utf-16be").decode(this.spent(start, count * 2));
      case 0x7:
        return new TextDecoder().decode(this.spent(start, count));
      case 0xa:
      case 0xb:
      case 0xc:
        return this.references(start, count).map((reference) => this.object(reference));
      case 0xd:
        return this.dictionary(start, count);
      default:
        throw new LiuyeError("archive-damaged");
    }
  }

  private dictionary(start: number, count: number): Map<string, Plist> {
    const keys = this.references(start, count);
    const values = this.references(start + count * this.referenceSize, count);
    const dictionary = new Map<string, Plist>();
    for (const [at, reference] of keys.entries()) {
      const key = this.object(reference);
      check(typeof key === "string");
      dictionary.set(key, this.object(values[at] ?? this.count));
    }
    return dictionary;
  }

  private references(start: number, count: number): number[] {
    this.spent(start, count * this.referenceSize);
    return Array.from({ length: count }, (_, at) => this.unsigned(start + at * this.referenceSize, this.referenceSize));
  }

  /** A count of fifteen means that the true one follows as an integer. */
  private counted(at: number, low: number): { count: number; start: number } {
    if (low !== 0x0f) return { count: low, start: at + 1 };
    const marker = this.view.getUint8(at + 1);
    check(marker >> 4 === 0x1 && (marker & 0x0f) <= 3);
    const size = 1 << (marker & 0x0f);
    return { count: this.unsigned(at + 2, size), start: at + 2 + size };
  }

  private slice(start: number, length: number): Uint8Array {
    check(start + length <= this.table);
    return this.bytes.subarray(start, start + length);
  }

  private spent(start: number, length: number): Uint8Array {
    this.left -= length;
    check(this.left >= 0);
    return this.slice(start, length);
  }

  /** Big-endian; beyond 2^53 the value is wrong but still too large to pass for an offset. */
  private unsigned(at: number, size: number): number {
    let value = 0;
    for (let byte = 0; byte < size; byte++) value = value * 256 + this.view.getUint8(at + byte);
    return value;
  }

  /** One, two and four bytes are unsigned, eight and sixteen are signed. */
  private integer(at: number, size: number): number | bigint {
    check(size <= 16);
    if (size < 8) return this.unsigned(at, size);
    const high = size === 16 ? this.view.getBigInt64(at) << 64n : 0n;
    const value = size === 16 ? high | this.view.getBigUint64(at + 8) : this.view.getBigInt64(at);
    return value === BigInt(Number(value)) && Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }

  private real(at: number, size: number): number {
    check(size === 4 || size === 8);
    return size === 4 ? this.view.getFloat32(at) : this.view.getFloat64(at);
  }
}

function check(claim: boolean): asserts claim {
  if (!claim) throw new LiuyeError("archive-damaged");
}
