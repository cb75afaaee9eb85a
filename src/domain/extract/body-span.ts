import { squeeze } from "./blanks.ts";
import { blocksOf } from "./blocks.ts";
import { isProse } from "./chrome-lines.ts";
import type { ParsedPage } from "./parsed-page.ts";

/** So much of a line's beginning or end tells it from the others. */
const keyLength = 20;
const shortestKey = 6;

/** Where the body's first and last lines of prose stand among the page's lines. */
export function bodySpan(page: ParsedPage): { first: number; last: number } {
  const blocks = blocksOf(page.body).filter(({ text }) => squeeze(text).length >= shortestKey);
  const prose = blocks.filter((block) => isProse(block));
  const texts = (prose.length > 0 ? prose : blocks).map(({ text }) =>
    text
      .split("\n")
      .map(squeeze)
      .filter((line) => line.length >= shortestKey),
  );
  const starts = new Map<string, number>();
  const ends = new Map<string, number>();
  for (const [at, { text }] of page.lines.entries()) {
    const line = squeeze(text);
    if (!starts.has(line.slice(0, keyLength))) starts.set(line.slice(0, keyLength), at);
    ends.set(line.slice(-keyLength), at);
  }
  const first = texts.flat().map((line) => starts.get(line.slice(0, keyLength)));
  const last = texts.flat().map((line) => ends.get(line.slice(-keyLength)));
  const top = first.find((at) => at !== undefined) ?? page.lines.length;
  return { first: top, last: Math.max(top, last.findLast((at) => at !== undefined) ?? page.lines.length) };
}

/** Where the headline stands above the body, or -1. */
export function headlineIndex(page: ParsedPage, first: number): number {
  const title = squeeze(page.title ?? "");
  if (title === "") return -1;
  for (let at = first; at >= 0; at--) {
    const line = page.lines[at];
    if (line && line.text.length < 400 && squeeze(line.text) === title) return at;
  }
  return -1;
}
