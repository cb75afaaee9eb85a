import { decodeBase64 } from "#capture/base64.ts";

const newline = 0x0a;
const carriageReturn = 0x0d;
const equals = 0x3d;
const space = 0x20;
const tab = 0x09;

/** A body as it was before it was made fit for mail; RFC 2045 §6. Unknown encodings are taken as they stand. */
export function decodeTransfer(body: Uint8Array, encoding: string): Uint8Array {
  const name = encoding.trim().toLowerCase();
  if (name === "base64") return decodeBase64(body);
  return name === "quoted-printable" ? decodeQuotedPrintable(body) : body;
}

/** Quoted-printable by RFC 2045 §6.7; an escape that is none stays as it is written, a cut one at the end is dropped. */
export function decodeQuotedPrintable(body: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0;
    if (byte === equals) {
      const next = afterSoftBreak(body, at + 1);
      const value = hexValue(body[at + 1]) * 16 + hexValue(body[at + 2]);
      if (next !== undefined) at = next - 1;
      else if (at + 2 >= body.length) return decoded.subarray(0, length);
      else if (Number.isNaN(value)) decoded[length++] = byte;
      else {
        decoded[length++] = value;
        at += 2;
      }
    } else if (byte === space || byte === tab) {
      // Blanks at a line's end were added on the way; only one look ahead per run keeps this linear.
      const end = afterBlanks(body, at);
      if (!isLineEnd(body[end])) for (let blank = at; blank < end; blank++) decoded[length++] = body[blank] ?? space;
      at = end - 1;
    } else decoded[length++] = byte;
  }
  return decoded.subarray(0, length);
}

/** Where the text goes on after `=` at a line's end, or undefined when no line ends here. */
function afterSoftBreak(body: Uint8Array, from: number): number | undefined {
  const at = afterBlanks(body, from);
  if (body[at] === carriageReturn && body[at + 1] === newline) return at + 2;
  return isLineEnd(body[at]) ? at + 1 : undefined;
}

function afterBlanks(body: Uint8Array, from: number): number {
  let at = from;
  while (body[at] === space || body[at] === tab) at++;
  return at;
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === newline || byte === carriageReturn;
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20; // lower case is not allowed, but written
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : Number.NaN;
}
