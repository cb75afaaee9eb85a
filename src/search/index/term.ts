// A term as the index writes it: a string whose every unit is one byte, so that comparing strings compares bytes. ASCII is itself,
// the ideographs of U+3000 to U+9FFF take two bytes, anything else four. What a term says of its place is a mark at its end.

/** Marks at the end of a term: in which field it stands, or that it is the beginning of longer words. */
export const mark = {
  title: "\x02",
  tags: "\x03",
  byline: "\x04",
  source: "\x05",
  note: "\x06",
  begins: "\x07",
} as const;

/** A field besides the text itself. */
export type Field = Exclude<keyof typeof mark, "begins">;

/** Sorts after every mark and before every letter: the end of what belongs to one term. */
export const afterMarks = "\x0f";

/** Begins the terms that are a standard's number or a value of a field as a whole, and no word. */
const codeSign = "\x10";
const valueSign = "\x11";

/** A term keeps its length in one byte, and a mark has room. Words are shorter; a tag of a thousand characters counts by its beginning. */
const longestTerm = 250;

const unpaired = "\x01";
const pairsFrom = 0x3000;
const pairsTo = 0x9fff;

/** No byte of a term but a mark or sign is lower than this. */
const lowest = 0x20;
const low = 0x100 - lowest;

/** Words this long and shorter have their beginnings as terms of their own; the beginnings of longer ones are looked up. */
export const longestBeginning = 3;

/** A term of any characters. */
export function term(text: string): string {
  let bytes = "";
  for (let at = 0; at < text.length; at++) bytes += character(text.charCodeAt(at));
  return bytes;
}

/** The term of a standard's number, folded. */
export function codeTerm(code: string): string {
  return `${codeSign}${term(code)}`.slice(0, longestTerm);
}

/** The term of a tag or a host as a whole, folded. */
export function valueTerm(kind: "tag" | "site", value: string): string {
  return `${valueSign}${kind}:${term(value.slice(0, longestTerm))}`.slice(0, longestTerm);
}

/** Whether a character is one of the two-byte ones, in whose terms the order of bytes is the order of characters. */
export function isPaired(code: number): boolean {
  return code >= pairsFrom && code <= pairsTo;
}

/** A two-byte character's number, 0 to 28,671. */
export function pairedNumber(code: number): number {
  return code - pairsFrom;
}

/** The term of two-byte characters whose numbers are packed in 16 bits each, the second 0 when there is none, else one more. */
export function packedTerm(packed: number): string {
  const first = packed >>> 16;
  const second = (packed & 0xffff) - 1;
  const [high, lowByte] = [0x80 | Math.floor(first / low), (first % low) + lowest];
  return second < 0
    ? String.fromCharCode(high, lowByte)
    : String.fromCharCode(high, lowByte, 0x80 | Math.floor(second / low), (second % low) + lowest);
}

function character(code: number): string {
  if (code < 0x80) return String.fromCharCode(code);
  if (isPaired(code)) {
    const number = code - pairsFrom;
    return String.fromCharCode(0x80 | Math.floor(number / low), (number % low) + lowest);
  }
  return unpaired + String.fromCharCode((code >> 12) + lowest, ((code >> 6) & 63) + lowest, (code & 63) + lowest);
}
