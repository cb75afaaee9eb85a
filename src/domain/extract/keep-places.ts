import type { ParsedPage } from "./parsed-page.ts";
import { Places } from "./places.ts";

const block = /^(?:P|DIV|SECTION|ARTICLE|H[1-6]|UL|OL|DL|LI|DT|DD|TABLE|TR|TD|BLOCKQUOTE|FIGURE|PRE|HR|CENTER)$/;

/** Gives the names of empty anchors to the blocks they stand before: finding the body throws empty elements away. */
export function keepPlaces({ document }: ParsedPage): void {
  const places = new Places(document.body);
  for (const empty of document.body.querySelectorAll("[id]:empty, a[name]:empty")) {
    const next = blockAfter(empty);
    if (!next || !places.pass(empty)) continue;
    empty.removeAttribute("id");
    empty.removeAttribute("name");
    places.settle(next);
  }
  places.lead(document.body);
}

/** What comes right after an element, out of the paragraphs that hold nothing else. */
function blockAfter(empty: Element): Element | undefined {
  for (let at: Element | null = empty; at; at = at.parentElement) {
    let next: ChildNode | null = at.nextSibling;
    while (next && isNothing(next)) next = next.nextSibling;
    if (next) return next.nodeType === 1 && block.test((next as Element).tagName) ? (next as Element) : undefined;
    if (!at.parentElement || [...at.parentElement.childNodes].some((node) => node !== at && !isNothing(node))) return;
  }
  return undefined;
}

function isNothing(node: Node): boolean {
  return node.nodeType === 8 || (node.nodeType === 3 && (node.nodeValue ?? "").trim() === "");
}
