import { LiuyeError } from "#domain/errors.ts";
import { declaredEncoding } from "./declared-encoding.ts";
import { guessEncoding } from "./guess-encoding.ts";
import { isKnownBinary } from "./known-binary.ts";
import { utf16In } from "./utf16.ts";

type Decoded = { text: string; encoding: string; truncated: boolean };

/**
 * Reads bytes as text, whatever their label says; throws `file-empty` and `not-text`.
 *
 * The order was measured on Chinese pages of 2003 to 2024, none of which it spoils: byte order mark, UTF-8 that is
 * valid, the declared label, then the characters themselves.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new LiuyeError("file-empty");
  const start = latin(bytes.subarray(0, 16));
  if (isKnownBinary(start)) throw new LiuyeError("not-text");
  const { text, encoding, truncated } = decodeAs(encodingOf(bytes), bytes);
  const clean = text.replaceAll("\uFEFF", "").replace(/\r\n?/g, "\n");
  if (clean.trim() === "") throw new LiuyeError("file-empty");
  if (isBinary(clean)) throw new LiuyeError("not-text");
  return { text: clean, encoding, truncated };
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  const wide = utf16In(bytes);
  if (wide) return wide;
  if (bytes.every((byte) => byte < 0x80)) {
    const declared = declaredEncoding(bytes);
    // ISO-2022-JP writes Japanese in seven bits.
    return declared === "iso-2022-jp" ? declared : "utf-8";
  }
  if (isUtf8(bytes)) return "utf-8";
  const declared = declaredEncoding(bytes);
  if (declared && declared !== "utf-8" && fits(declared, bytes)) return declared;
  return guessEncoding(bytes);
}

/** Valid to the last byte, or to the middle of the last character, provided there is a whole one before it. */
function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    const whole = decoder.decode(bytes, { stream: true });
    return /\P{ASCII}/u.test(whole);
  } catch {
    return false;
  }
}

/** Whether a label can be true: a page in another encoding breaks somewhere in every few hundred bytes. */
function fits(encoding: string, bytes: Uint8Array): boolean {
  const text = decodeAs(encoding, bytes).text;
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const high = bytes.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);
  return broken <= high / 100;
}

/** The decoder is asked for its last word apart, so that half a character at the end is seen and dropped. */
function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  const decoder = new TextDecoder(encoding);
  const text = decoder.decode(bytes, { stream: true });
  const rest = decoder.decode();
  const truncated = rest.includes("\uFFFD");
  return { text: truncated ? text : text + rest, encoding, truncated };
}

/** Of control characters text has line breaks and tabs; more than a stray one of the others is something else. */
function isBinary(text: string): boolean {
  const strange = text.match(/[^\P{Cc}\s]/gu)?.length ?? 0;
  return strange > text.length / 200 || text.includes("\0\0");
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
