// Writes a ZIP archive (PKWARE's APPNOTE 6.3.9), entry by entry as they are made. Of each entry only its line of the directory
// stays in memory, so that an archive of any size can be written on a phone.
import { crc32 } from "./crc32.ts";
import { pack } from "./packing.ts";

/** Where an archive goes, piece by piece. */
export type Sink = { write(bytes: Uint8Array<ArrayBuffer>): Promise<void> };

/** What a field of four bytes, or two, says when the real number stands in the ZIP64 field. */
const over32 = 0xffffffff;
const over16 = 0xffff;

/** "Names are UTF-8", bit 11 of the flags. */
const utf8 = 0x800;

/** Pieces smaller than this are gathered: each write to a file is a message to another process. */
const pieceSize = 1024 * 1024;

export class ZipWriter {
  private readonly sink: Sink;
  private readonly directory: Uint8Array[] = [];
  private waiting: Uint8Array[] = [];
  private waitingSize = 0;
  private offset = 0;
  private readonly stamp: number;

  /** `now` is the time every entry gets, in milliseconds since 1970. */
  constructor(sink: Sink, now: number) {
    this.sink = sink;
    this.stamp = dosTime(now);
  }

  /** Adds an entry, compressed where that is asked for. */
  async add(name: string, bytes: Uint8Array<ArrayBuffer>, { compress }: { compress: boolean }): Promise<void> {
    const data = compress ? await pack(bytes, "deflate-raw") : bytes;
    const path = new TextEncoder().encode(name);
    const wide = this.offset >= over32;
    const common = [
      u16(wide ? 45 : 20), // the version of the form that is needed to read it
      u16(utf8),
      u16(compress ? 8 : 0),
      u32(this.stamp),
      u32(crc32(bytes)),
      u32(data.length),
      u32(bytes.length),
      u16(path.length),
    ];
    const extra = wide ? joined([u16(1), u16(8), u64(this.offset)]) : new Uint8Array();
    this.directory.push(
      joined([
        u32(0x02014b50),
        u16(0x031e), // made on Unix, so that the rights below are read
        ...common,
        u16(extra.length),
        ...[u16(0), u16(0), u16(0)],
        u32(0o100644 * 0x10000), // an ordinary file its owner may write
        u32(wide ? over32 : this.offset),
        path,
        extra,
      ]),
    );
    await this.put(joined([u32(0x04034b50), ...common, u16(0), path]));
    await this.put(data);
  }

  /** Writes the directory; the archive is whole when this has resolved. */
  async close(): Promise<void> {
    const start = this.offset;
    const count = this.directory.length;
    for (const line of this.directory) await this.put(line);
    const size = this.offset - start;
    if (start >= over32 || count >= over16 || size >= over32) {
      const end = this.offset;
      await this.put(
        joined([
          u32(0x06064b50),
          u64(44),
          u16(0x031e),
          u16(45),
          u32(0),
          u32(0),
          u64(count),
          u64(count),
          u64(size),
          u64(start),
        ]),
      );
      await this.put(joined([u32(0x07064b50), u32(0), u64(end), u32(1)]));
    }
    const [shownCount, shownSize, shownStart] = [
      Math.min(count, over16),
      Math.min(size, over32),
      Math.min(start, over32),
    ];
    await this.put(
      joined([
        u32(0x06054b50),
        u16(0),
        u16(0),
        u16(shownCount),
        u16(shownCount),
        u32(shownSize),
        u32(shownStart),
        u16(0),
      ]),
    );
    await this.flush();
  }

  private async put(bytes: Uint8Array): Promise<void> {
    this.waiting.push(bytes);
    this.waitingSize += bytes.length;
    this.offset += bytes.length;
    if (this.waitingSize >= pieceSize) await this.flush();
  }

  private async flush(): Promise<void> {
    const piece = joined(this.waiting);
    this.waiting = [];
    this.waitingSize = 0;
    await this.sink.write(piece);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function u16(value: number): Uint8Array {
  return new Uint8Array([value, value >>> 8]);
}

function u32(value: number): Uint8Array {
  return new Uint8Array([value, value >>> 8, value >>> 16, value >>> 24]);
}

function u64(value: number): Uint8Array {
  return joined([u32(value % 0x100000000), u32(Math.floor(value / 0x100000000))]);
}

/** Local time in steps of two seconds since 1980, as DOS counted it. */
function dosTime(now: number): number {
  const date = new Date(now);
  const day = ((date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate();
  return ((day << 16) | (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1)) >>> 0;
}
