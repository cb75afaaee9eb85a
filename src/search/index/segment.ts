// A segment: some documents and the terms they have, written once and never changed. What was deleted is marked beside it.

import type { Neighbours } from "./neighbours.ts";

/** What is searched. All but the id may be empty. */
export type Document = {
  id: string;
  title: string;
  text: string;
  tags?: readonly string[] | undefined;
  byline?: string | undefined;
  source?: string | undefined;
  note?: string | undefined;
  /** The host of its address. */
  site?: string | undefined;
  /** When it was published, or else saved, in days since 1970. */
  day?: number | undefined;
  /** Any number that changes when the document does, up to 32 bits. */
  stamp?: number | undefined;
};

/** What a segment is, apart from its blocks: all that is held in memory. */
export type SegmentRow = {
  id: number;
  documents: number;
  /** The first term of each block, each behind its length. */
  firsts: Uint8Array;
  /** How long each document is, on a scale of one byte; see `lengthByte`. */
  lengths: Uint8Array;
  /** The sum of all lengths, in tokens. */
  tokens: number;
  days: Uint16Array;
  /** A hash of each id, by which a document is found. */
  hashes: Uint32Array;
};

/** What is known of each document of a segment besides its terms, read when first asked for. */
export type Details = {
  /** For each document its id, its folded title, then its author and tags; parted by tabs, each document a line. */
  lines: Uint8Array;
  /** Where each line begins, and where the last one ends. */
  starts: Uint32Array;
  stamps: Uint32Array;
};

/** A segment ready to be written. */
export type Draft = {
  row: Omit<SegmentRow, "id">;
  blocks: Uint8Array[];
  details: Details;
  words: Uint8Array;
  neighbours: Neighbours;
};

/** What one document's line says. */
export type Line = { id: string; title: string; people: string };

/** A length in tokens on a scale of one byte: an eleventh of a doubling each step. */
export function lengthByte(tokens: number): number {
  return Math.min(Math.round(Math.log2(tokens + 1) * 11), 255);
}

/** The length each byte of that scale stands for. */
export const lengthOf = Float32Array.from({ length: 256 }, (_, byte) => 2 ** (byte / 11) - 1);

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Packs lines and stamps. */
export function packDetails(lines: readonly Line[], stamps: readonly number[]): Details {
  const encoded = lines.map(({ id, title, people }) => encoder.encode(`${id}\t${title}\t${people}`));
  const starts = new Uint32Array(lines.length + 1);
  encoded.forEach((line, at) => {
    starts[at + 1] = (starts[at] as number) + line.length;
  });
  const bytes = new Uint8Array(starts[lines.length] as number);
  encoded.forEach((line, at) => {
    bytes.set(line, starts[at]);
  });
  return { lines: bytes, starts, stamps: Uint32Array.from(stamps) };
}

/** The line of one document. */
export function lineOf({ lines, starts }: Details, ordinal: number): Line {
  const [id = "", title = "", people = ""] = decoder
    .decode(lines.subarray(starts[ordinal], starts[ordinal + 1]))
    .split("\t");
  return { id, title, people };
}

/** Packs the first terms of blocks. */
export function packFirsts(firsts: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(firsts.reduce((sum, first) => sum + first.length + 1, 0));
  let end = 0;
  for (const first of firsts) {
    bytes[end++] = first.length;
    for (let at = 0; at < first.length; at++) bytes[end++] = first.charCodeAt(at);
  }
  return bytes;
}

/** The first terms of blocks again. */
export function unpackFirsts(bytes: Uint8Array): string[] {
  const firsts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at++] as number;
    firsts.push(String.fromCharCode(...bytes.subarray(at, at + length)));
    at += length;
  }
  return firsts;
}

/** Whether a bitmap has a bit set. */
export function hasBit(bitmap: Uint8Array | undefined, at: number): boolean {
  return bitmap !== undefined && ((bitmap[at >> 3] as number) & (1 << (at & 7))) !== 0;
}
