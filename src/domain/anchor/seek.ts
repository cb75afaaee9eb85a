import { align } from "./align.ts";
import type { Span } from "./anchor.ts";
import { type GramIndex, gramLength } from "./grams.ts";

/** A text to search, without white space, and the index of its grams, made when first asked for. */
export type Ground = { text: string; grams: () => GramIndex };

/** What is sought: a quote between its context, all without white space, and about where it is to be. */
export type Sought = { prefix: string; exact: string; suffix: string; hint: number | undefined };

/** A place where what is sought may lie. */
type Find = Span & { edits: number /** Share of the quote's characters that are there, 0 to 1. */; kept: number };

/** Seeds within so many characters of one diagonal speak for the same place: edits of 5 % shift a pattern less. */
const diagonalWidth = 16;

/** Places worth laying the pattern into; the right one is among the most spoken for. */
const mostPlaces = 8;

/** Of the whole pattern so much must be there, or of a quote that stands nowhere else; chance gives a third. */
const leastPattern = 0.7;
const leastQuote = 0.5;
const leastAlone = 0.8;
const leastOfTiny = 0.8;

/**
 * A quote shorter than this is there whole or not at all: chance finds half of two letters anywhere. It is believed only
 * beside a letter it stood beside, and not where letters like it have come to stand so near: no one could tell which were marked.
 */
const tiny = 3;
const nearby = 2;

/** A quote as long as this speaks for itself when its context has gone: characters, of which a Latin letter is a third. */
const longEnough = 8;

/** Of two places as good as one another, the nearer is the right one only when it is nearer by this factor. */
const clearlyNearer = 3;

/** Finds a quote with its context in a text, edited or not; undefined rather than a place that may be wrong. */
export function seek(ground: Ground, sought: Sought): Span | undefined {
  const { prefix, exact, suffix, hint } = sought;
  const pattern = prefix + exact + suffix;
  // Where it was is looked at too: its twins may have kept more seeds, and none of them is it.
  const there = hint === undefined ? [] : [Math.max(hint - prefix.length, 0)];
  const finds = [...placesOf(ground, pattern), ...there]
    .map((place) => layInto(ground.text, sought, pattern, place))
    .filter((find) => find !== undefined)
    .sort((a, b) => a.edits - b.edits);
  const apart = finds.filter((find, at) => finds.findIndex((other) => other.start === find.start) === at);
  const least = exact.length < tiny ? leastOfTiny : leastPattern;
  const good = apart.filter(({ edits }) => edits <= pattern.length * (1 - least));
  if (good.length > 0) {
    // Chosen before it is asked whether the quote is still there: where it has gone, its twin elsewhere is not it.
    const chosen = choose(good, pattern, hint);
    if (!chosen) return undefined;
    const isThere = exact.length < tiny ? isVouchedFor(ground.text, sought, chosen) : chosen.kept >= leastQuote;
    return isThere ? chosen : undefined;
  }
  const alone = wholeAlone(ground.text, exact) ?? apart.filter(({ kept }) => kept >= leastAlone);
  return alone.length === 1 && weightOf(exact) >= longEnough ? alone[0] : undefined;
}

/** Where a pattern may begin, the likeliest first: seed and extend, as in BLAST (S. Altschul et al., 1990). */
function placesOf({ text, grams }: Ground, pattern: string): number[] {
  if (pattern.length < 2 * gramLength) return everyPlace(text, pattern);
  const find = grams();
  const votes = new Map<number, number>();
  for (let at = 0; at + gramLength <= pattern.length; at++) {
    for (const place of find(pattern, at)) {
      const diagonal = Math.floor((place - at) / diagonalWidth);
      votes.set(diagonal, (votes.get(diagonal) ?? 0) + 1);
    }
  }
  const joined = [...votes].map(([diagonal, count]) => ({
    place: diagonal * diagonalWidth,
    count: count + Math.max(votes.get(diagonal - 1) ?? 0, votes.get(diagonal + 1) ?? 0),
  }));
  return joined
    .sort((a, b) => b.count - a.count)
    .slice(0, mostPlaces)
    .map(({ place }) => place);
}

/** Every place of a short text, up to a number nobody needs to see. */
function everyPlace(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < 64; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

function layInto(text: string, { prefix, exact }: Sought, pattern: string, place: number): Find | undefined {
  const slack = 2 * diagonalWidth + (pattern.length >> 3);
  const from = Math.max(place - slack, 0);
  const { edits, matched } = align(pattern, text.slice(from, place + pattern.length + slack));
  const first = prefix.length;
  const last = first + exact.length;
  const there = [...matched.subarray(first, last)].filter((at) => at >= 0);
  const [begin] = there;
  const end = there.at(-1);
  if (begin === undefined || end === undefined) {
    // Its context is here and nothing of it is: a place to be weighed against its twins, and no place to show.
    const gone = from + Math.max(matched.subarray(0, first).findLast((at) => at >= 0) ?? -1, 0);
    return { start: gone, end: gone, edits, kept: 0 };
  }
  // A character at the quote's edge that was replaced by another is still the quote's.
  const lostBefore = matched.subarray(first, last).indexOf(begin);
  const lostBehind = last - 1 - matched.lastIndexOf(end);
  const beforeThat = matched.subarray(0, first).findLastIndex((at) => at >= 0);
  const behindThat = matched.subarray(last).findIndex((at) => at >= 0);
  const floor = beforeThat < 0 ? 0 : (matched[beforeThat] as number) + first - beforeThat;
  const ceiling = behindThat < 0 ? end + 1 : (matched[last + behindThat] as number) - behindThat;
  const start = from + Math.min(begin, Math.max(begin - lostBefore, floor));
  const stop = from + Math.max(end + 1, Math.min(end + 1 + lostBehind, ceiling));
  if (stop - start > exact.length * 2 + diagonalWidth) return undefined;
  return { start, end: stop, edits, kept: there.length / exact.length };
}

/** The best of several; where others are nearly as good, the one clearly nearest to where it was. */
function choose(finds: Find[], pattern: string, hint: number | undefined): Find | undefined {
  const [best] = finds;
  if (!best) return undefined;
  // Where two places say nearly the same, edits of 5 % fall so unevenly that fewer of them decide nothing.
  const chance = Math.max(3, Math.ceil(pattern.length / 6));
  const rivals = finds.filter(({ edits }) => edits <= best.edits + chance);
  if (rivals.length === 1 || hint === undefined) return best;
  const byDistance = rivals
    .map((find) => ({ find, distance: Math.abs(find.start - hint) }))
    .sort((a, b) => a.distance - b.distance);
  const [near, next] = byDistance;
  return near && next && near.distance * clearlyNearer < next.distance ? near.find : undefined;
}

/** Whether a tiny quote stands whole at a place, beside one of its neighbours, and without a twin it did not have. */
function isVouchedFor(text: string, { prefix, exact, suffix }: Sought, { start, end }: Span): boolean {
  if (text.slice(start, end) !== exact) return false;
  const reach = exact.length + nearby;
  const before = text.slice(Math.max(start - reach, 0), start);
  const behind = text.slice(end, end + reach);
  if (before.includes(exact) || behind.includes(exact)) return prefix.endsWith(before) && suffix.startsWith(behind);
  const isEdge = prefix === "" && suffix === "";
  return isEdge || before.at(-1) === prefix.at(-1) || behind[0] === suffix[0];
}

/** The quote as it was, where the text has it just once; undefined where it does not have it at all. */
function wholeAlone(text: string, exact: string): Span[] | undefined {
  const places = everyPlace(text, exact).map((start) => ({ start, end: start + exact.length }));
  return places.length > 0 ? places : undefined;
}

function weightOf(words: string): number {
  let weight = 0;
  for (const word of words) weight += word > "\u2e80" ? 1 : 1 / 3;
  return weight;
}
