// The Latin words of a segment, by which a mistyped one is set right.
import { afterMarks } from "./term.ts";

/** A word has 4 letters or more, and up to this many; shorter ones have too many like them. */
const longest = 20;

/** Packs words that come in order: how many letters each shares with the one before, then its own. */
export class WordList {
  #bytes = new Uint8Array(1 << 12);
  #end = 0;
  #last = "";

  /** Adds a term if it is such a word, in the text or in a field. */
  add(marked: string): void {
    const [, term, end = ""] = /^([a-z]{4,20})([^a-z\d]?)$/.exec(marked) ?? [];
    if (!term || end > afterMarks || term === this.#last) return;
    let shared = 0;
    while (shared < this.#last.length && shared < term.length && this.#last[shared] === term[shared]) shared++;
    if (this.#end + longest + 1 > this.#bytes.length) {
      const room = new Uint8Array(this.#bytes.length * 2);
      room.set(this.#bytes);
      this.#bytes = room;
    }
    this.#bytes[this.#end++] = shared;
    for (let at = shared; at < term.length; at++) this.#bytes[this.#end++] = term.charCodeAt(at);
    this.#last = term;
  }

  /** All of them, packed. */
  pack(): Uint8Array {
    return this.#bytes.slice(0, this.#end);
  }
}

/** Words one may have meant, at most this many. */
const mostMeant = 12;

/** The words of packed lists that are one edit away from a word (two from eight letters on), the nearest first. */
export function wordsLike(word: string, lists: readonly Uint8Array[]): string[] {
  const edits = word.length < 8 ? 1 : 2;
  const mask = lettersOf(word);
  const wanted = codes(word);
  const found = new Map<string, number>();
  const current = new Uint8Array(longest + 1);
  for (const list of lists) {
    let next = 0;
    while (next < list.length) {
      let length = list[next++] as number;
      while (next < list.length && (list[next] as number) >= 97) current[length++] = list[next++] as number;
      if (Math.abs(length - word.length) > edits) continue;
      let letters = 0;
      for (let at = 0; at < length; at++) letters |= 1 << ((current[at] as number) - 97);
      // An edit puts in, takes out or changes one letter: at most two differ.
      if (bitCount(letters & ~mask) > edits || bitCount(mask & ~letters) > edits) continue;
      const distance = distanceWithin(wanted, current, length, edits);
      if (distance > 0 && distance <= edits) found.set(String.fromCharCode(...current.subarray(0, length)), distance);
    }
  }
  return [...found]
    .sort(([a, far], [b, near]) => far - near || firstMiss(a, word) - firstMiss(b, word))
    .slice(0, mostMeant)
    .map(([like]) => like);
}

/** People mistype the beginning of a word last: the later the first difference, the likelier. */
function firstMiss(like: string, word: string): number {
  let at = 0;
  while (at < like.length && like[at] === word[at]) at++;
  return -at;
}

function codes(word: string): Uint8Array {
  return Uint8Array.from(word, (letter) => letter.charCodeAt(0));
}

function lettersOf(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97;
    if (letter >= 0 && letter < 26) mask |= 1 << letter;
  }
  return mask;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count++;
  return count;
}

const rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)] as const;

/** Damerau's distance, neighbours swapped counting as one edit; more than `most` when it is more than that. */
function distanceWithin(a: Uint8Array, b: Uint8Array, bLength: number, most: number): number {
  let [before, above, row] = rows as readonly [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= bLength; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let best = i;
    for (let j = 1; j <= bLength; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (before[j - 2] as number) + 1);
      }
      row[j] = value;
      if (value < best) best = value;
    }
    if (best > most) return best;
    [before, above, row] = [above, row, before];
  }
  return above[bLength] as number;
}
