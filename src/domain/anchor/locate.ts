import type { Anchor, Span } from "./anchor.ts";
import { indexGrams } from "./grams.ts";
import { type Ground, type Sought, seek } from "./seek.ts";
import { isBlank, type Squeezed, squeeze, squeezedPlace } from "./squeeze.ts";

/** Finds what an anchor describes in one text. */
export type Locator = (anchor: Anchor) => Span | undefined;

/** Longer quotes are sought by both of their ends: what is in the middle may change as it likes. */
const longQuote = 192;

/** Characters of a long quote that are sought at either end, and of what follows inside. */
const endLength = 96;
const insideLength = 32;

/** How much a long quote may have shrunk or grown. */
const shrunk = 0.6;
const grown = 1.6;

/** Finds an anchor in a text, as `locator` does. */
export function locate(text: string, anchor: Anchor): Span | undefined {
  return locator(text)(anchor);
}

/**
 * Makes what finds anchors in a text: at their place when quote and context are there; else wherever quote and context
 * lie with fewest edits, white space aside. Gives undefined rather than a place that may be wrong. The method is
 * Hypothesis's (quote, context and position together: https://web.hypothes.is/blog/fuzzy-anchoring/), with seeds and
 * alignment in place of a scan, so that a million characters take milliseconds; what many anchors share is made once.
 */
export function locator(text: string): Locator {
  let squeezed: Squeezed | undefined;
  let ground: Ground | undefined;
  const prepare = () => {
    squeezed ??= squeeze(text);
    const words = squeezed.text;
    let index: ReturnType<typeof indexGrams> | undefined;
    ground ??= {
      text: words,
      grams: () => {
        index ??= indexGrams(words);
        return index;
      },
    };
    return { squeezed, ground };
  };
  return (anchor) => {
    if (standsAsItWas(text, anchor)) return anchor.position;
    const { squeezed, ground } = prepare();
    const { exact, prefix, suffix } = anchor.quote;
    const found = seekWhole(ground, {
      exact: squeeze(exact).text,
      prefix: squeeze(prefix).text,
      suffix: squeeze(suffix).text,
      hint: anchor.position && squeezedPlace(squeezed, anchor.position.start),
    });
    if (!found) return undefined;
    const { places } = squeezed;
    return { start: places[found.start] as number, end: (places[found.end - 1] as number) + 1 };
  };
}

function standsAsItWas(text: string, { quote: { exact, prefix, suffix }, position }: Anchor): boolean {
  return (
    position !== undefined &&
    standsAt(text, position.start, exact) &&
    standsAt(text, position.end, suffix) &&
    standsAt(text, position.start - prefix.length, prefix)
  );
}

/** Whether words stand at a place, one white space being as good as another: a line's end on screen may be a space. */
function standsAt(text: string, place: number, words: string): boolean {
  if (text.startsWith(words, place)) return true;
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    const there = text.charCodeAt(place + at);
    if (unit !== there && !(isBlank(unit) && isBlank(there))) return false;
  }
  return true;
}

function seekWhole(ground: Ground, sought: Sought): Span | undefined {
  const { exact, prefix, suffix, hint } = sought;
  if (exact === "") return undefined;
  if (exact.length <= longQuote) return seek(ground, sought);
  const inside = exact.slice(endLength, endLength + insideLength);
  const head = seek(ground, { prefix, exact: exact.slice(0, endLength), suffix: inside, hint });
  if (!head) return undefined;
  const before = exact.slice(-endLength - insideLength, -endLength);
  const expected = head.start + exact.length - endLength;
  const tail = seek(ground, { prefix: before, exact: exact.slice(-endLength), suffix, hint: expected });
  if (!tail) return undefined;
  const length = tail.end - head.start;
  const isPlausible = length > exact.length * shrunk && length < exact.length * grown;
  return isPlausible ? { start: head.start, end: tail.end } : undefined;
}
