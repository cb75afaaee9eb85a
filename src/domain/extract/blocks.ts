import { trimBlank } from "./blanks.ts";
import type { TrimLine } from "./chrome-lines.ts";
import type { Block } from "./section-headings.ts";

export type BodyBlock = Required<TrimLine & Block> & { element: Element; heading: boolean };

const ownLine = /^(?:P|DIV|LI|TR|DT|DD|H[1-6]|BLOCKQUOTE|UL|OL|DL|TABLE|CAPTION|FIGURE|FIGCAPTION|PRE|HR)$/;

/** The blocks of a laid-out body, with what the rules ask of them. */
export function blocksOf(body: Element): BodyBlock[] {
  return [...body.children].map((element) => {
    const text = plainText(element);
    const linked = [...element.querySelectorAll("a")].reduce((sum, link) => sum + (link.textContent?.length ?? 0), 0);
    return {
      element,
      text,
      linked: text === "" ? 0 : Math.min(1, linked / text.length),
      solid: element.tagName !== "P" || (text === "" && element.firstElementChild !== null),
      strong: element.tagName === "P" && isStrong(element),
      heading: /^H[1-6]$/.test(element.tagName),
    };
  });
}

/** The words of an element as they would be copied: a line for each block and each break. */
export function plainText(element: Element): string {
  const pieces: string[] = [];
  collect(element, pieces);
  const lines = pieces.join("").split("\n").map(trimBlank);
  return lines.filter((line) => line !== "").join("\n");
}

/** The parser's limit on depth bounds the recursion. */
function collect(element: Element, pieces: string[]): void {
  for (const node of element.childNodes) {
    if (node.nodeType === 3) pieces.push(node.nodeValue ?? "");
    if (node.nodeType !== 1) continue;
    const { tagName } = node as Element;
    if (tagName === "BR") pieces.push("\n");
    else if (tagName === "TD" || tagName === "TH") {
      collect(node as Element, pieces);
      pieces.push("\t");
    } else {
      const apart = ownLine.test(tagName);
      if (apart) pieces.push("\n");
      collect(node as Element, pieces);
      if (apart) pieces.push("\n");
    }
  }
}

function isStrong(paragraph: Element): boolean {
  const all = (paragraph.textContent ?? "").trim().length;
  const bold = [...paragraph.children]
    .filter((child) => /^(?:B|STRONG)$/.test(child.tagName))
    .reduce((sum, child) => sum + (child.textContent?.trim().length ?? 0), 0);
  return all > 0 && bold >= all;
}
