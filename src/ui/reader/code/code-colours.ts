import type { HLJSApi } from "highlight.js";
import { type CodePart, type CodeParts, partNames } from "./code-parts.ts";
import "./code-colours.css";

/** A longer block is data, and finding its language would hold the page up, in characters. */
const longestCode = 60_000;

/** Below this the highlighter is guessing; a log or a poem set as code stays as it is. */
const leastRelevance = 5;

/** What the class of code begins with that says its language. */
const prefix = "language-";

/** Fetched in one file, so that a first block of code costs one request. */
async function highlighter(): Promise<HLJSApi> {
  const { codeLanguages } = await import("./code-languages.ts");
  return codeLanguages;
}

/**
 * Colours the code of a body by painting over it: its text and its elements stay as they are, so that no place in the
 * article moves. Where the browser cannot paint so, code stays plain. Returns the function that takes the paint away.
 */
export function colourCode(body: HTMLElement): () => void {
  const blocks = [...body.querySelectorAll("pre")].filter((block) => (block.textContent?.length ?? 0) <= longestCode);
  let isGone = false;
  if (blocks.length > 0 && CSS.highlights) {
    paint(blocks, () => isGone).catch(reportError);
    body.classList.add("code-colours");
  }
  return () => {
    isGone = true;
    for (const part of partNames) CSS.highlights?.delete(`code-${part}`);
  };
}

async function paint(blocks: readonly HTMLElement[], isOver: () => boolean): Promise<void> {
  const hljs = await highlighter();
  const highlights = new Map<CodePart, Highlight>(partNames.map((part) => [part, new Highlight()]));
  for (const [part, highlight] of highlights) if (!isOver()) CSS.highlights.set(`code-${part}`, highlight);
  for (const block of blocks) {
    await new Promise((resolve) => setTimeout(resolve)); // the page answers between two blocks
    if (isOver()) return;
    const result = partsOf(block, hljs);
    if (!result) continue;
    for (const { part, start, end } of result.parts()) {
      const range = rangeIn(block, start, end);
      if (range) highlights.get(part)?.add(range);
    }
  }
}

/** The coloured words of a block, by the language its page names, or else by a guess; undefined when neither is known well. */
function partsOf(block: Element, hljs: HLJSApi): CodeParts | undefined {
  const code = block.textContent ?? "";
  const named = [block, ...block.querySelectorAll("code")].find(({ className }) => className.startsWith(prefix));
  const language = named?.className.slice(prefix.length);
  if (language && !hljs.getLanguage(language)) return undefined;
  const result = language ? hljs.highlight(code, { language, ignoreIllegals: true }) : hljs.highlightAuto(code);
  return language || result.relevance >= leastRelevance ? (result._emitter as CodeParts) : undefined;
}

/** The words of an element from one character to another. */
function rangeIn(element: Element, start: number, end: number): AbstractRange | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  let from: [Node, number] | undefined;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const after = before + node.length;
    if (!from && start < after) from = [node, start - before];
    if (from && end <= after) {
      const [startContainer, startOffset] = from;
      return new StaticRange({ startContainer, startOffset, endContainer: node, endOffset: end - before });
    }
    before = after;
  }
  return undefined;
}
