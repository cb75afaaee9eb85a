import { Inflate } from "fflate";
import { LiuyeError } from "#domain/errors.ts";
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

/**
 * The files of a ZIP by name. Archives inside it are bytes like others, and never opened.
 * Throws `archive-damaged`, `archive-hostile` (limits, names), `archive-locked` and `format-unknown` (packed some other way).
 */
export async function unzip(bytes: Uint8Array, limits = zipLimits): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  let total = 0;
  let unpaused = 0;
  for (const entry of readDirectory(bytes, limits.entries)) {
    const most = Math.min(limits.entry, limits.total - total);
    const file = open(entry, most, limits);
    if (file.length !== entry.size) throw new LiuyeError("archive-damaged");
    files.set(entry.name, file);
    total += file.length;
    unpaused += file.length;
    if (unpaused < breath) continue;
    unpaused = 0;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return files;
}

function open({ method, packed }: ZipEntry, most: number, limits: ZipLimits): Uint8Array {
  if (method === deflated) return inflate(packed, most, limits);
  if (method !== stored) throw new LiuyeError("format-unknown");
  if (packed.length > most) throw new LiuyeError("archive-hostile");
  return packed;
}

function inflate(packed: Uint8Array, most: number, { ratio, ratioFrom }: ZipLimits): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate((piece) => {
    length += piece.length;
    if (length > most || (length > ratioFrom && length > ratio * packed.length))
      throw new LiuyeError("archive-hostile");
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
