import { isBlank } from "./squeeze.ts";

/** Characters of context kept on either side of a quote; as many as Hypothesis keeps, and enough to tell refrains apart. */
const contextLength = 32;

/** A stretch of a text: characters before its first and before the one behind its last. */
export type Span = { start: number; end: number };

/**
 * What a stretch of text is found again by: the W3C Web Annotation model's TextQuoteSelector, and its TextPositionSelector
 * where the place was once known (https://www.w3.org/TR/annotation-model/#selectors). Positions count UTF-16 units of the body's text.
 */
export type Anchor = { quote: { exact: string; prefix: string; suffix: string }; position?: Span };

/** Describes a stretch of a text, less the white space at its ends; undefined when there is nothing else in it. */
export function anchorOf(text: string, { start, end }: Span): Anchor | undefined {
  let first = Math.max(start, 0);
  let last = Math.min(end, text.length);
  while (first < last && isBlank(text.charCodeAt(first))) first++;
  while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
  if (first === last) return undefined;
  return {
    quote: {
      exact: text.slice(first, last),
      prefix: text.slice(Math.max(first - contextLength, 0), first),
      suffix: text.slice(last, last + contextLength),
    },
    position: { start: first, end: last },
  };
}
