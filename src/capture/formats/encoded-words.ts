import { decodeBase64 } from "#capture/base64.ts";
import { decodeQuotedPrintable } from "./transfer-encoding.ts";

const word = /=\?([^?\s]{1,60})\?([BbQq])\?([^?]*)\?=/g;

/** A header's text with its encoded words read; RFC 2047. */
export function decodeWords(text: string): string {
  const matches = [...text.matchAll(word)];
  let plain = "";
  let end = 0;
  for (let at = 0; at < matches.length; at++) {
    const match = matches[at];
    if (!match) break;
    const gap = text.slice(end, match.index);
    // Blanks between two encoded words are there for the folding alone.
    if (at === 0 || gap.trim() !== "") plain += gap;
    const pieces = [bytesOf(match)];
    // Some writers cut in the middle of a character: neighbours of one charset are read as one.
    for (let next = matches[at + 1]; next && isNeighbour(text, matches[at], next); next = matches[at + 1]) {
      pieces.push(bytesOf(next));
      at++;
    }
    plain += decodeAs(match[1] ?? "", joined(pieces));
    const last = matches[at];
    end = last ? last.index + last[0].length : text.length;
  }
  return plain + text.slice(end);
}

function isNeighbour(text: string, one: RegExpMatchArray | undefined, next: RegExpMatchArray): boolean {
  if (one?.index === undefined || one[1]?.toLowerCase() !== next[1]?.toLowerCase()) return false;
  return text.slice(one.index + one[0].length, next.index).trim() === "";
}

function bytesOf([, , encoding, text = ""]: RegExpMatchArray): Uint8Array {
  const bytes = new TextEncoder().encode(encoding?.toLowerCase() === "q" ? text.replaceAll("_", " ") : text);
  return encoding?.toLowerCase() === "q" ? decodeQuotedPrintable(bytes) : decodeBase64(bytes);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function decodeAs(charset: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(charset.replace(/\*.*/, "")).decode(bytes); // RFC 2231 hangs a language on the charset
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
