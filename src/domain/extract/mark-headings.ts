import { blocksOf } from "./blocks.ts";
import type { ParsedPage } from "./parsed-page.ts";
import { sectionHeadings } from "./section-headings.ts";

/** Makes headings of the short lines that stand between paragraphs, bold or bare. */
export function markHeadings(page: ParsedPage): void {
  const blocks = page.blocks ?? blocksOf(page.body);
  for (const at of sectionHeadings(blocks)) {
    const block = blocks[at];
    if (!block) continue;
    const heading = page.document.createElement("h2");
    if (block.element.id) heading.id = block.element.id;
    const [only] = block.element.children;
    const words = block.strong && only && block.element.childNodes.length === 1 ? only : block.element;
    heading.append(...words.childNodes);
    block.element.replaceWith(heading);
  }
}
