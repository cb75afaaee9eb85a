// MIME on raw bytes: parts are views of the file, and nothing is decoded before it is asked for.
import { LiuyeError } from "#domain/errors.ts";
import { decodeTransfer } from "./transfer-encoding.ts";

/** One MIME entity: a leaf with a body, or a container with parts. */
export type Part = {
  headers: ReadonlyMap<string, string>;
  /** The media type in small letters. */
  type: string;
  /** The parameters of its Content-Type, names in small letters. */
  parameters: ReadonlyMap<string, string>;
  /** As it was sent: `bodyOf` undoes the transfer encoding. */
  raw: Uint8Array;
  parts: Part[];
  /** False when a container's last boundary never came. */
  closed: boolean;
};

const longestHeaders = 64 * 1024;
const deepest = 8;
const mostParts = 20_000;
const newline = 0x0a;
const carriageReturn = 0x0d;
const hyphen = 0x2d;

/** Reads an entity and all in it (RFC 2045, 2046); undefined when its headers never end. Throws `archive-hostile`. */
export function readPart(bytes: Uint8Array, depth = 0, budget = { parts: mostParts }): Part | undefined {
  if (depth > deepest || budget.parts-- <= 0) throw new LiuyeError("archive-hostile");
  const end = endOfHeaders(bytes);
  if (end === undefined) return undefined;
  const headers = headersIn(headerText(bytes.subarray(0, end)));
  const { value, parameters } = parseParameters(headers.get("content-type") ?? "text/plain");
  const raw = bytes.subarray(nextLine(bytes, end));
  const part: Part = { headers, type: value.toLowerCase(), parameters, raw, parts: [], closed: true };
  const boundary = parameters.get("boundary");
  if (!part.type.startsWith("multipart/") || !boundary) return part;
  const { bodies, closed } = split(raw, boundary);
  const parts = bodies.map((body) => readPart(body, depth + 1, budget)).filter((inner) => inner !== undefined);
  return { ...part, parts, closed };
}

/** A leaf's body without its transfer encoding. */
export function bodyOf(part: Part): Uint8Array {
  return decodeTransfer(part.raw, part.headers.get("content-transfer-encoding") ?? "");
}

/** Where the empty line after the headers begins. */
function endOfHeaders(bytes: Uint8Array): number | undefined {
  for (let line = 0; line < Math.min(bytes.length, longestHeaders); line = nextLine(bytes, line)) {
    const byte = bytes[line];
    if (byte === newline || (byte === carriageReturn && bytes[line + 1] === newline)) return line;
  }
  return undefined;
}

function nextLine(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(newline, from);
  return at < 0 ? bytes.length : at + 1;
}

/** Headers ought to be ASCII; those that are not come from Chinese systems, in UTF-8 or GBK. */
function headerText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

function headersIn(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && /^[!-~]+$/.test(name) && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

function parseParameters(header: string): { value: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>();
  const pattern = /;\s*([\w*-]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"?|([^\s;]+))/g;
  for (const [, name = "", quoted, bare] of header.matchAll(pattern)) {
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, quoted?.replace(/\\(.)/g, "$1") ?? bare ?? "");
  }
  return { value: (header.split(";", 1)[0] ?? "").trim(), parameters };
}

/** The bodies between the boundaries; a body the file breaks off in is kept, without the beginning of a boundary. */
function split(body: Uint8Array, boundary: string): { bodies: Uint8Array[]; closed: boolean } {
  const delimiter = new TextEncoder().encode(`--${boundary}`);
  const bodies: Uint8Array[] = [];
  let start: number | undefined;
  let lastLine = 0;
  for (let line = 0; line < body.length; line = nextLine(body, line)) {
    lastLine = line;
    const found = delimiterAt(body, line, delimiter);
    if (!found) continue;
    if (start !== undefined) bodies.push(body.subarray(start, Math.max(start, beforeLineEnd(body, line))));
    if (found === "last") return { bodies, closed: true };
    start = nextLine(body, line);
  }
  if (start !== undefined && start < body.length) {
    const cut = lastLine > start && isBeginning(body.subarray(lastLine), delimiter);
    bodies.push(body.subarray(start, cut ? beforeLineEnd(body, lastLine) : body.length));
  }
  return { bodies, closed: false };
}

function delimiterAt(body: Uint8Array, line: number, delimiter: Uint8Array): "next" | "last" | undefined {
  if (body[line] !== hyphen || !delimiter.every((byte, at) => body[line + at] === byte)) return undefined;
  const after = line + delimiter.length;
  const isLast = body[after] === hyphen && body[after + 1] === hyphen;
  // A boundary may be the beginning of another one's: only blanks may follow.
  for (let at = isLast ? after + 2 : after; at < body.length && body[at] !== newline; at++) {
    if (body[at] !== 0x20 && body[at] !== 0x09 && body[at] !== carriageReturn) return undefined;
  }
  return isLast ? "last" : "next";
}

function isBeginning(rest: Uint8Array, delimiter: Uint8Array): boolean {
  return rest.length < delimiter.length + 2 && rest.every((byte, at) => byte === (delimiter[at] ?? hyphen));
}

/** The line break before a boundary belongs to the boundary. */
function beforeLineEnd(body: Uint8Array, line: number): number {
  const end = body[line - 1] === newline ? line - 1 : line;
  return body[end - 1] === carriageReturn ? end - 1 : end;
}
