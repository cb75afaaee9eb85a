import { type ErrorCode, LiuyeError } from "#domain/errors.ts";

/** A file in a ZIP, as the archive's directory has it; only `packed` is certain, `size` is a claim. */
export type ZipEntry = { name: string; method: number; packed: Uint8Array; size: number };

/** A file that cannot be taken out, and why; the others can. */
export type BadEntry = { name: string; failed: ErrorCode };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const fileSignature = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;
const longestName = 512;
const encryptedFlag = 1;
const utf8Flag = 0x800;
const zip64Field = 0x0001;
const elsewhere = 0xffffffff;

/**
 * The files a ZIP holds, by its central directory (PKWARE APPNOTE 4.3), folders left out.
 * Throws `archive-damaged`, `archive-hostile` (two in one place) and `archive-too-many`; what is wrong with one file only
 * (`archive-locked`, `archive-outside`, `archive-damaged`) is said of that file.
 */
export function readDirectory(bytes: Uint8Array, mostEntries: number): (ZipEntry | BadEntry)[] {
  try {
    return entriesIn(bytes, mostEntries);
  } catch (cause) {
    // Reading past the end is the one thing a DataView complains of.
    throw cause instanceof LiuyeError ? cause : new LiuyeError("archive-damaged", { cause });
  }
}

function entriesIn(bytes: Uint8Array, mostEntries: number): (ZipEntry | BadEntry)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  // Something before the archive (a program, a page) shifts every offset; the directory ends where its end begins.
  const shift = offset === elsewhere ? 0 : end - size - offset;
  let at = offset === elsewhere ? zip64Directory(view, end) : offset + Math.max(0, shift);
  const names = new Set<string>();
  const entries: (ZipEntry | BadEntry)[] = [];
  let packedLength = 0;
  while (at + 4 <= end && view.getUint32(at, true) === entrySignature) {
    if (names.size >= mostEntries) throw new LiuyeError("archive-too-many");
    const { entry, next } = entryAt(bytes, view, at, Math.max(0, shift));
    if ("packed" in entry) packedLength += entry.packed.length;
    // Files that share their bytes are the trick of the bombs without nesting.
    if (names.has(entry.name) || packedLength > bytes.length) throw new LiuyeError("archive-hostile");
    names.add(entry.name);
    if (!entry.name.endsWith("/")) entries.push(entry);
    at = next;
  }
  const claimed = view.getUint16(end + 10, true);
  if (claimed !== 0xffff && claimed !== names.size % 0x10000) throw new LiuyeError("archive-damaged");
  return entries;
}

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw new LiuyeError("archive-damaged");
}

/** Large archives say in a record of their own where the directory is; its locator stands before the end. */
function zip64Directory(view: DataView, end: number): number {
  const record = Number(view.getBigUint64(end - 12, true));
  return Number(view.getBigUint64(record + 48, true));
}

function entryAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  shift: number,
): { entry: ZipEntry | BadEntry; next: number } {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (nameLength === 0 || nameLength > longestName) throw new LiuyeError("archive-hostile");
  const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & utf8Flag) !== 0);
  const failed = (code: ErrorCode) => ({ entry: { name, failed: code }, next });
  if (leadsOut(name)) return failed("archive-outside");
  if (flags & encryptedFlag) return failed("archive-locked");
  const [size, packedLength, local] = placesOf(view, at, at + 46 + nameLength, extraLength);
  const header = local + shift;
  if (header + 30 > bytes.length || view.getUint32(header, true) !== fileSignature) return failed("archive-damaged");
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packedLength > bytes.length) return failed("archive-damaged");
  return { entry: { name, method, size, packed: bytes.subarray(start, start + packedLength) }, next };
}

/** Size, packed size and offset; where one does not fit its field, the ZIP64 field has it, in this order. */
function placesOf(view: DataView, at: number, extra: number, extraLength: number): [number, number, number] {
  const places: [number, number, number] = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ];
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== zip64Field) continue;
    let from = field + 4;
    for (const [place, value] of places.entries()) {
      if (value !== elsewhere) continue;
      places[place] = Number(view.getBigUint64(from, true));
      from += 8;
    }
  }
  return places;
}

/** Names without the UTF-8 flag are UTF-8 all the same or, from Chinese Windows, GBK. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  return isUtf8 ? new TextDecoder().decode(bytes) : guessedName(bytes);
}

function leadsOut(name: string): boolean {
  return /^\/|^[a-z]:|[\\\0]/i.test(name) || name.split("/").includes("..");
}

function guessedName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
