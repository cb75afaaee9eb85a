import { squeeze } from "./blanks.ts";
import { blocksOf } from "./blocks.ts";
import { isProse } from "./chrome-lines.ts";
import type { Line } from "./draw-lines.ts";
import type { ParsedPage } from "./parsed-page.ts";

/** So much of a line's beginning or end tells it from the others. */
const keyLength = 20;
const shortestKey = 6;
/** So much of a line holds that many characters, its blanks left out. */
const sampleLength = 80;

/** Where the body's first and last lines of prose stand among the page's lines. */
export function bodySpan(page: ParsedPage): { first: number; last: number } {
  page.span ??= findSpan(page);
  return page.span;
}

function findSpan(page: ParsedPage): { first: number; last: number } {
  const blocks = page.blocks ?? blocksOf(page.body);
  const hasProse = blocks.some((block) => isProse(block));
  const { starts, ends } = keysOf(page.lines);
  const end = page.lines.length;
  let first: number | undefined;
  for (let at = 0; at < blocks.length && first === undefined; at++) {
    const block = blocks[at];
    if (!block || (hasProse && !isProse(block))) continue;
    for (const line of linesIn(block.text)) first ??= starts.get(line.slice(0, keyLength));
  }
  let last: number | undefined;
  for (let at = blocks.length - 1; at >= 0 && last === undefined; at--) {
    const block = blocks[at];
    if (!block || (hasProse && !isProse(block))) continue;
    for (const line of linesIn(block.text).reverse()) last ??= ends.get(line.slice(-keyLength));
  }
  return { first: first ?? end, last: Math.max(first ?? end, last ?? end) };
}

function linesIn(text: string): string[] {
  return text
    .split("\n")
    .map(squeeze)
    .filter((line) => line.length >= shortestKey);
}

type Keys = { starts: Map<string, number>; ends: Map<string, number> };
const known = new WeakMap<readonly Line[], Keys>();

/** Where each line stands, by its beginning (the first of several) and by its end (the last). */
function keysOf(lines: readonly Line[]): Keys {
  const keys = known.get(lines) ?? { starts: new Map(), ends: new Map() };
  if (known.has(lines)) return keys;
  known.set(lines, keys);
  for (const [at, { text }] of lines.entries()) {
    const start = squeeze(text.slice(0, sampleLength)).slice(0, keyLength);
    if (!keys.starts.has(start)) keys.starts.set(start, at);
    keys.ends.set(squeeze(text.slice(-sampleLength)).slice(-keyLength), at);
  }
  return keys;
}

/** Where the headline stands above the body, or -1. */
export function headlineIndex(page: ParsedPage, first: number): number {
  const title = squeeze(page.title ?? "");
  if (title === "") return -1;
  for (let at = first; at >= 0; at--) {
    const line = page.lines[at];
    if (line && line.text.length < 400 && line.text.length >= title.length && squeeze(line.text) === title) return at;
  }
  return -1;
}
