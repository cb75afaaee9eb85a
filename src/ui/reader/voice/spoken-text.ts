import { sentencesOf } from "#domain/text/sentences.ts";
import type { Run } from "#ui/reader/place/reading-place.ts";
import { keptText } from "#ui/reader/place/shown-text.ts";

/** A sentence to be said: its characters in the article, the words for the voice, and their language. */
export type Spoken = { start: number; end: number; words: string; lang: string };

/** What ends a sentence although no mark does. */
const block =
  "p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, blockquote, figcaption, caption, div, section, article, figure, summary";

/** Readings above characters, marks of notes, code and formulas are not for the ear. */
const unspoken = "rt, rp, pre, svg, math, sup:has(a[href^='#']), .footnote-ref";

const address = /\bhttps?:\/\/[^\s，。；）)]+/gi;

/** The sentences of an article as a voice says them, in order. */
export function spokenSentences(runs: readonly Run[], lang: string): Spoken[] {
  return blocksOf(runs).flatMap((pieces) => {
    const text = pieces.map(({ words }) => words).join("");
    const language = pieces[0]?.element?.closest<HTMLElement>("[lang]")?.lang || lang;
    return sentencesOf(text, language).flatMap(({ start, end }) => {
      const words = text.slice(start, end).replace(address, " ").trim();
      if (!/[\p{L}\p{N}]/u.test(words)) return [];
      return { start: placeOf(pieces, start), end: placeOf(pieces, end - 1) + 1, words, lang: language };
    });
  });
}

type Piece = { element: Element | null; start: number; words: string };

/** The pieces of text of each block, without what is not said. */
function blocksOf(runs: readonly Run[]): Piece[][] {
  const blocks: Piece[][] = [];
  let present: Element | null | undefined;
  for (const { node, start } of runs) {
    const element = node.parentElement;
    if (element?.closest(unspoken)) continue;
    const owner = element?.closest(block) ?? null;
    if (owner !== present) blocks.push([]);
    present = owner;
    blocks.at(-1)?.push({ element, start, words: keptText(node) });
  }
  return blocks;
}

/** Which character of the article a character of a block is. */
function placeOf(pieces: readonly Piece[], index: number): number {
  let before = 0;
  for (const { start, words } of pieces) {
    if (index < before + words.length) return start + index - before;
    before += words.length;
  }
  const last = pieces.at(-1);
  return last ? last.start + last.words.length : 0;
}
