// Inputs that know the form of what they spoil.
import fc from "fast-check";

/** No single input is longer than this, in characters: beyond it time is a matter of size and not of form. */
const longest = 120_000;

/** How often one thing may stand in an input: as often as its length allows where there is time, seldom in the ordinary tests. */
const repeats = { most: 3000 };

/** Lets inputs be as long as they may. */
export function allowLongInputs(): void {
  repeats.most = longest;
}

/** One thing again and again: what makes a careless pattern slow. */
const again = (pieces: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...pieces), fc.constantFrom(2, 30, 300, repeats.most))
    .map(([piece, times]) => piece.repeat(Math.min(times, Math.ceil(longest / 2 / piece.length))));

const noise = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("\0", "\ud800", "\u202e", "\u200b", "\ufeff", "\r", "\n\n", "\t", " ", "　", "__proto__", "。", "《"),
);

/** Texts put together of the words of a language, each now and then many times over. */
export function textOf(pieces: readonly string[], size = 40): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...pieces) },
    { weight: 2, arbitrary: noise },
    { weight: 1, arbitrary: again(pieces) },
    { weight: 1, arbitrary: fc.tuple(again(pieces), again(pieces)).map(([one, other]) => one + other) },
  );
  return fc.array(piece, { maxLength: size }).map((parts) => parts.join("").slice(0, longest));
}

/** Good bytes with some of them changed, cut out, doubled, or with a number put to an extreme. */
export function spoiled(samples: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom("flip", "extreme", "cut", "double", "insert"),
    length: fc.integer({ min: 1, max: 64 }),
    value: fc.constantFrom(0, 1, 0x7f, 0x80, 0xff),
  });
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 8 }))
    .map(([sample, changes]) => changes.reduce(spoil, sample));
}

type Change = { at: number; kind: string; length: number; value: number };

function spoil(bytes: Uint8Array, { at, kind, length, value }: Change): Uint8Array {
  const place = Math.floor(at * bytes.length);
  const piece = bytes.slice(place, place + length);
  if (kind === "flip" || kind === "extreme") {
    const copy = bytes.slice();
    if (kind === "extreme") copy.fill(value, place, place + Math.min(length, 8));
    else copy[place] = (copy[place] ?? 0) ^ (1 << (length % 8));
    return copy;
  }
  const middle = kind === "double" ? [...piece, ...piece] : kind === "insert" ? new Array(length).fill(value) : [];
  return Uint8Array.from([...bytes.subarray(0, place), ...middle, ...bytes.subarray(place + piece.length)]);
}

/** A text as bytes, in the encoding pages mostly have. */
export const bytesOf = (text: string) => new TextEncoder().encode(text);
