// Reads the ZIP archive of a backup as something a stranger made: what headers claim is compared with what is there, and nothing
// is unpacked before its size is known to be allowed.
import { isSafeName, largestEntry, mostEntries } from "#domain/backup/format.ts";
import { BackupError } from "#domain/backup/problem.ts";
import { crc32 } from "./crc32.ts";
import { unpack } from "./packing.ts";

/** Where an entry lies: its bytes as packed begin at `start`, once its own header has been read. */
type Place = { offset: number; packed: number; size: number; crc: number; method: number };

/** The end record, and the longest comment that may follow it. */
const endSize = 22;
const longestComment = 65_535;

/** Bytes read ahead: entries are read in the order they lie in, mostly. */
const ahead = 2 * 1024 * 1024;

const over32 = 0xffffffff;

/** An archive's entries by name, and their bytes on demand. The file must not change meanwhile: browsers refuse to read one that has. */
export class ZipReader {
  private readonly file: Blob;
  private readonly places: ReadonlyMap<string, Place>;
  private window = { start: 0, bytes: new Uint8Array() };

  private constructor(file: Blob, places: ReadonlyMap<string, Place>) {
    this.file = file;
    this.places = places;
  }

  /** Reads the directory. Throws BackupError `not-a-backup`, `file-damaged`, `name-unsafe` or `too-many`. */
  static async open(file: Blob): Promise<ZipReader> {
    return new ZipReader(file, await readDirectory(file));
  }

  has(name: string): boolean {
    return this.places.has(name);
  }

  names(): Iterable<string> {
    return this.places.keys();
  }

  /** The bytes of an entry. Throws BackupError `entry-missing`, `entry-too-large`, `entry-changed` or `entry-unreadable`. */
  async read(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const place = this.places.get(name);
    if (!place) throw new BackupError("entry-missing", name);
    const { offset, packed, size, crc, method } = place;
    if (size > largestEntry || packed > largestEntry) throw new BackupError("entry-too-large", name);
    const header = await this.slice(offset, 30);
    const view = viewOf(header);
    if (header.length < 30 || view.getUint32(0, true) !== 0x04034b50) throw new BackupError("entry-unreadable", name);
    const start = offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
    const data = (await this.slice(start, packed)).slice();
    if (data.length !== packed) throw new BackupError("entry-unreadable", name);
    // More than its own header says is damage: one bit is enough for that.
    const bytes = method === 0 ? data : await unpack(data, "deflate-raw", size, name, "entry-changed");
    if (bytes.length !== size || crc32(bytes) !== crc) throw new BackupError("entry-changed", name);
    return bytes;
  }

  private async slice(start: number, length: number): Promise<Uint8Array> {
    const { window } = this;
    if (start < window.start || start + length > window.start + window.bytes.length)
      this.window = { start, bytes: await bytesOf(this.file, start, Math.max(length, ahead)) };
    const from = start - this.window.start;
    return this.window.bytes.subarray(from, from + length);
  }
}

async function readDirectory(file: Blob): Promise<ReadonlyMap<string, Place>> {
  const { start, size, count } = await findDirectory(file);
  if (count > mostEntries || size > largestEntry) throw new BackupError("too-many");
  if (start + size > file.size) throw new BackupError("file-damaged");
  const bytes = await bytesOf(file, start, size);
  const view = viewOf(bytes);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const places = new Map<string, Place>();
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new BackupError("file-damaged");
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    const after = at + 46 + nameLength + extraLength + commentLength;
    if (after > bytes.length) throw new BackupError("file-damaged");
    const name = decode(decoder, bytes.subarray(at + 46, at + 46 + nameLength));
    const isFolder = name.endsWith("/");
    if (!isSafeName(isFolder ? name.slice(0, -1) : name) || places.has(name))
      throw new BackupError("name-unsafe", name);
    if (!isFolder) places.set(name, placeAt(view, at, nameLength, extraLength, name));
    at = after;
  }
  return places;
}

function placeAt(view: DataView, at: number, nameLength: number, extraLength: number, name: string): Place {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  if (flags & 1 || (method !== 0 && method !== 8)) throw new BackupError("entry-unreadable", name);
  const place = {
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    method,
  };
  // The ZIP64 field has, in this order, those of the three that did not fit.
  let field = at + 46 + nameLength;
  const end = field + extraLength;
  while (field + 4 <= end) {
    const [id, length] = [view.getUint16(field, true), view.getUint16(field + 2, true)];
    let value = field + 4;
    if (id === 1) {
      for (const key of ["size", "packed", "offset"] as const) {
        if (place[key] !== over32 || value + 8 > end) continue;
        place[key] = wide(view, value);
        value += 8;
      }
    }
    field += 4 + length;
  }
  return place;
}

async function findDirectory(file: Blob): Promise<{ start: number; size: number; count: number }> {
  const tail = Math.min(file.size, endSize + longestComment + 20);
  const tailStart = file.size - tail;
  const view = viewOf(await bytesOf(file, tailStart, tail));
  for (let at = tail - endSize; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const near = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      start: view.getUint32(at + 16, true),
    };
    if (at < 20 || view.getUint32(at - 20, true) !== 0x07064b50) return near;
    const far = viewOf(await bytesOf(file, wide(view, at - 12), 56));
    if (far.byteLength < 56 || far.getUint32(0, true) !== 0x06064b50) throw new BackupError("file-damaged");
    return { count: wide(far, 32), size: wide(far, 40), start: wide(far, 48) };
  }
  throw new BackupError("not-a-backup");
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new BackupError("name-unsafe");
  }
}

/** Eight bytes as a number; what is beyond exact numbers is beyond any file too. */
function wide(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x100000000;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

async function bytesOf(file: Blob, start: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(start, start + length).arrayBuffer());
  } catch {
    throw new BackupError("file-damaged"); // taken away, or changed, while it is read
  }
}
