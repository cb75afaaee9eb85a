import { isChrome, isProse } from "./chrome-lines.ts";
import { weight } from "./weight.ts";

/** A block of an article as far as telling headings from paragraphs goes. */
export type Block = {
  text: string;
  /** All of it is bold. */
  strong?: boolean;
  /** A picture, table, list, heading or other block that is no paragraph. */
  solid?: boolean;
};

const widestHeading = 44;
/** Prose before and after: a caption or a caller's line seldom stands between two paragraphs this long. */
const neighbour = 50;
const numbered = /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十\d]{1,3}[章节部回])/;

/** Which short lines between paragraphs are section headings; a lone unmarked one is left a paragraph. */
export function sectionHeadings(blocks: readonly Block[]): Set<number> {
  const strong = new Set<number>();
  const bare = new Set<number>();
  for (const [at, block] of blocks.entries()) {
    if (!isShort(block) || !isLong(blocks[at + 1])) continue;
    if (block.strong && at < blocks.length - 1) strong.add(at);
    else if (isLong(blocks[at - 1])) (numbered.test(block.text) ? strong : bare).add(at);
  }
  // One short line may be anything; two or more in the same place are the article's own sections.
  return new Set([...strong, ...(bare.size + strong.size > 1 && !blocks.some(isOwnHeading) ? bare : [])]);
}

function isShort(block: Block): boolean {
  const { text } = block;
  if (block.solid || text === "" || text.includes("\n") || weight(text) > widestHeading) return false;
  if (/[。！？；，,.!?;:：…—]$|[，。；]/.test(text) || /^[“"‘'「『（([【*•·●▲△>#\-–—]/.test(text)) return false;
  return /[\p{L}]/u.test(text) && (block.strong || !/^[\d\s.:/%-]+$/.test(text)) && !isChrome(text);
}

function isLong(block: Block | undefined): boolean {
  return block !== undefined && weight(block.text) >= neighbour && isProse(block);
}

function isOwnHeading(block: Block & { heading?: boolean }): boolean {
  return block.heading === true;
}
