import { trimBlank } from "./blanks.ts";
import type { TrimLine } from "./chrome-lines.ts";
import type { Block } from "./section-headings.ts";
import { turn } from "./watch.ts";

export type BodyBlock = Required<TrimLine & Block> & { element: Element; heading: boolean };

const ownLine = /^(?:P|DIV|LI|TR|DT|DD|H[1-6]|BLOCKQUOTE|UL|OL|DL|TABLE|CAPTION|FIGURE|FIGCAPTION|PRE|HR)$/;

/** The blocks of a laid-out body, with what the rules ask of them. */
export function blocksOf(body: Element): BodyBlock[] {
  return [...body.children].map((element) => {
    const { text, linked } = wordsOf(element);
    const { tagName } = element;
    return {
      element,
      text,
      linked: text === "" ? 0 : Math.min(1, linked / text.length),
      solid: tagName !== "P" || (text === "" && element.firstElementChild !== null),
      strong: tagName === "P" && isStrong(element, text),
      heading: /^H[1-6]$/.test(tagName),
    };
  });
}

/** The words of an element as they would be copied: a line for each block and each break. */
export function plainText(element: Element): string {
  return wordsOf(element).text;
}

/** The words of a laid-out body, a line for each paragraph. */
export function textOf(blocks: readonly BodyBlock[]): string {
  return blocks
    .map(({ text }) => text)
    .filter((text) => text !== "")
    .join("\n");
}

type Pieces = { text: string[]; linked: number };

function wordsOf(element: Element): { text: string; linked: number } {
  const pieces: Pieces = { text: [], linked: 0 };
  collect(element, pieces, element.tagName === "A");
  const whole = pieces.text.join("");
  if (!whole.includes("\n")) return { text: trimBlank(whole), linked: pieces.linked };
  const lines = whole.split("\n").map(trimBlank);
  return { text: lines.filter((line) => line !== "").join("\n"), linked: pieces.linked };
}

/** The parser's limit on depth bounds the recursion. */
function collect(element: Element, pieces: Pieces, inLink: boolean): void {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      const value = node.nodeValue ?? "";
      pieces.text.push(value);
      if (inLink) pieces.linked += value.length;
    }
    if (node.nodeType !== 1) continue;
    turn();
    const { tagName } = node as Element;
    if (tagName === "BR") pieces.text.push("\n");
    else if (tagName === "TD" || tagName === "TH") {
      collect(node as Element, pieces, inLink);
      pieces.text.push("\t");
    } else {
      const apart = ownLine.test(tagName);
      if (apart) pieces.text.push("\n");
      collect(node as Element, pieces, inLink || tagName === "A");
      if (apart) pieces.text.push("\n");
    }
  }
}

function isStrong(paragraph: Element, text: string): boolean {
  const first = paragraph.firstElementChild;
  if (text === "" || !first || !/^(?:B|STRONG)$/.test(first.tagName)) return false;
  const all = (paragraph.textContent ?? "").trim().length;
  const bold = [...paragraph.children]
    .filter((child) => /^(?:B|STRONG)$/.test(child.tagName))
    .reduce((sum, child) => sum + (child.textContent?.trim().length ?? 0), 0);
  return bold >= all;
}
