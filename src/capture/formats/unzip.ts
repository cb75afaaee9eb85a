import { Inflate } from "fflate";
import { codeOf, type ErrorCode, LiuyeError } from "#domain/errors.ts";
import { readDirectory, type ZipEntry } from "./zip-directory.ts";

/** What an archive may become; all lengths in bytes, counted while it is inflated and never taken from its headers. */
export type ZipLimits = {
  entries: number;
  entry: number;
  total: number;
  /** Inflated to packed. */
  ratio: number;
  /** Below this the ratio does not count: a small file of blanks packs well and harms nobody. */
  ratioFrom: number;
};

const mebibyte = 1024 * 1024;

/** The largest archive a reader can mean. */
export const zipLimits: ZipLimits = {
  entries: 20_000,
  entry: 50 * mebibyte,
  total: 200 * mebibyte,
  ratio: 200,
  ratioFrom: mebibyte,
};

/** Deflate makes at most 1032 bytes of one, so this much input cannot grow past 8 MB before it is counted. */
const step = 8 * 1024;
/** Inflated bytes between two pauses, so that a page can still draw. */
const breath = 8 * mebibyte;
const stored = 0;
const deflated = 8;

/** What came out of a ZIP by name, and why the rest did not. */
export type Unzipped = { files: Map<string, Uint8Array>; failures: Map<string, ErrorCode> };

/** The files of a ZIP by name, all of them: throws as `unzipEach` does, and what that says of one file. */
export async function unzip(bytes: Uint8Array, limits = zipLimits): Promise<Map<string, Uint8Array>> {
  const { files, failures } = await unzipEach(bytes, limits);
  for (const failure of failures.values()) throw new LiuyeError(failure);
  return files;
}

/**
 * The files of a ZIP by name, as far as they are sound: `archive-damaged`, `archive-locked`, `archive-outside` and
 * `format-unknown` (packed some other way) are said of one file. Archives inside it are bytes like others, and never opened.
 * Throws what `readDirectory` throws, and `archive-too-large` for what grows beyond the limits.
 */
export async function unzipEach(bytes: Uint8Array, limits = zipLimits): Promise<Unzipped> {
  const files: Unzipped["files"] = new Map();
  const failures: Unzipped["failures"] = new Map();
  let total = 0;
  let unpaused = 0;
  for (const entry of readDirectory(bytes, limits.entries)) {
    const file = "failed" in entry ? entry.failed : open(entry, Math.min(limits.entry, limits.total - total), limits);
    if (typeof file === "string") {
      failures.set(entry.name, file);
      continue;
    }
    files.set(entry.name, file);
    total += file.length;
    unpaused += file.length;
    if (unpaused < breath) continue;
    unpaused = 0;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { files, failures };
}

/** A file, or what is wrong with it alone. */
function open({ method, packed, size }: ZipEntry, most: number, limits: ZipLimits): Uint8Array | ErrorCode {
  if (method !== stored && method !== deflated) return "format-unknown";
  if (method === stored && packed.length > most) throw new LiuyeError("archive-too-large");
  try {
    const file = method === deflated ? inflate(packed, most, limits) : packed;
    return file.length === size ? file : "archive-damaged";
  } catch (error) {
    if (codeOf(error) === "archive-damaged") return "archive-damaged";
    throw error;
  }
}

function inflate(packed: Uint8Array, most: number, { ratio, ratioFrom }: ZipLimits): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate((piece) => {
    length += piece.length;
    if (length > most || (length > ratioFrom && length > ratio * packed.length))
      throw new LiuyeError("archive-too-large");
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length; at += step) {
      inflater.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch (cause) {
    throw cause instanceof LiuyeError ? cause : new LiuyeError("archive-damaged", { cause });
  }
  return joined(pieces, length);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
