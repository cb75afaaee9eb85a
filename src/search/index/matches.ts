// Which documents of a segment match, and how well: ordinals in rising order, each with its score.
import { type Entry, postingsOf } from "./block.ts";
import { frequencies } from "./postings.ts";
import type { Reader } from "./reader.ts";
import { lengthOf } from "./segment.ts";

export type Matches = { ordinals: Int32Array; scores: Float32Array };

/** BM25's two constants: how soon more of a word stops mattering, and how much a long text counts against it. */
const saturation = 1.2;
const lengthShare = 0.6;

const none: Matches = { ordinals: new Int32Array(), scores: new Float32Array() };

/** Room for one sum a document; all zero between two uses. */
let sums = new Float32Array(1024);

/** The documents that have any of these entries, each with the sum of its frequencies times what each entry is worth. */
export function sumEntries(reader: Reader, entries: readonly { entry: Entry; worth: number }[]): Matches {
  const { documents } = reader.row;
  const [first] = entries;
  if (!first) return none;
  if (entries.length === 1) {
    const { ordinals, classes } = postingsOf(first.entry, documents);
    return { ordinals, scores: Float32Array.from(classes, (one) => (frequencies[one] as number) * first.worth) };
  }
  if (sums.length < documents) sums = new Float32Array(documents * 2);
  let count = 0;
  for (const { entry, worth } of entries) {
    const { ordinals, classes } = postingsOf(entry, documents);
    for (let at = 0; at < ordinals.length; at++) {
      const ordinal = ordinals[at] as number;
      if (sums[ordinal] === 0) count++;
      (sums[ordinal] as number) += (frequencies[classes[at] as number] as number) * worth;
    }
  }
  const found = { ordinals: new Int32Array(count), scores: new Float32Array(count) };
  for (let ordinal = 0, at = 0; at < count; ordinal++) {
    if (sums[ordinal] === 0) continue;
    found.ordinals[at] = ordinal;
    found.scores[at++] = sums[ordinal] as number;
    sums[ordinal] = 0;
  }
  return found;
}

/** Turns sums of frequencies into scores, by how rare the term is and how long each document. */
export function scoreByRarity(
  reader: Reader,
  { ordinals, scores }: Matches,
  rarity: number,
  meanLength: number,
): Matches {
  const { lengths } = reader.row;
  return {
    ordinals,
    scores: scores.map((frequency, at) => {
      const length = lengthOf[lengths[ordinals[at] as number] as number] as number;
      const damping = saturation * (1 - lengthShare + (lengthShare * length) / meanLength);
      return (rarity * frequency * (saturation + 1)) / (frequency + damping);
    }),
  };
}

/** How much a term says that so many of all documents have. */
export function rarityOf(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

/** The documents of both, scores added. */
export function both(a: Matches, b: Matches): Matches {
  const room = Math.min(a.ordinals.length, b.ordinals.length);
  const ordinals = new Int32Array(room);
  const scores = new Float32Array(room);
  let count = 0;
  for (let i = 0, j = 0; i < a.ordinals.length && j < b.ordinals.length; ) {
    const [left, right] = [a.ordinals[i] as number, b.ordinals[j] as number];
    if (left < right) i++;
    else if (left > right) j++;
    else {
      ordinals[count] = left;
      scores[count++] = (a.scores[i++] as number) + (b.scores[j++] as number);
    }
  }
  return { ordinals: ordinals.subarray(0, count), scores: scores.subarray(0, count) };
}

/** The documents of either; of two scores the better one, or their sum. */
export function either(a: Matches, b: Matches, join: (x: number, y: number) => number = Math.max): Matches {
  if (a.ordinals.length === 0) return b;
  if (b.ordinals.length === 0) return a;
  const room = a.ordinals.length + b.ordinals.length;
  const ordinals = new Int32Array(room);
  const scores = new Float32Array(room);
  let count = 0;
  for (let i = 0, j = 0; i < a.ordinals.length || j < b.ordinals.length; count++) {
    const left = a.ordinals[i] ?? Infinity;
    const right = b.ordinals[j] ?? Infinity;
    ordinals[count] = Math.min(left, right);
    scores[count] =
      left === right
        ? join(a.scores[i] as number, b.scores[j] as number)
        : ((left < right ? a.scores[i] : b.scores[j]) as number);
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return { ordinals: ordinals.subarray(0, count), scores: scores.subarray(0, count) };
}

/** Those documents for which a claim holds. */
export function only({ ordinals, scores }: Matches, claim: (ordinal: number) => boolean): Matches {
  const kept = { ordinals: new Int32Array(ordinals.length), scores: new Float32Array(ordinals.length) };
  let count = 0;
  for (let at = 0; at < ordinals.length; at++) {
    if (!claim(ordinals[at] as number)) continue;
    kept.ordinals[count] = ordinals[at] as number;
    kept.scores[count++] = scores[at] as number;
  }
  return { ordinals: kept.ordinals.subarray(0, count), scores: kept.scores.subarray(0, count) };
}

/** Every document, none better than another. */
export function all(reader: Reader): Matches {
  const { documents } = reader.row;
  return { ordinals: Int32Array.from({ length: documents }, (_, at) => at), scores: new Float32Array(documents) };
}

/** Whether an ordinal is among matches. */
export function among({ ordinals }: Matches): (ordinal: number) => boolean {
  return (wanted) => {
    let low = 0;
    let high = ordinals.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordinals[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return ordinals[low] === wanted;
  };
}
