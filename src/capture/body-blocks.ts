// What a reader can point at in a body: its paragraphs, headings, pictures and tables, each as one block.

/** Elements that hold blocks and say nothing by themselves. */
const holders = /^(?:ARTICLE|ASIDE|BLOCKQUOTE|BODY|CENTER|DIV|DL|FIGURE|FOOTER|HEADER|HGROUP|MAIN|OL|SECTION|UL)$/;
const blockTag =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|CENTER|DD|DETAILS|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HGROUP|HR|LI|MAIN|OL|P|PRE|SECTION|SUMMARY|TABLE|UL)$/;

/** The blocks of a body in order; words that stand loose between blocks must have been wrapped before. */
export function blocksIn(root: ParentNode): Element[] {
  return [...root.children].flatMap((element) => (holdsBlocks(element) ? blocksIn(element) : [element]));
}

/** Gives words and pictures that stand loose between blocks a block of their own, so that they can be pointed at. */
export function wrapLoose(root: ParentNode & Node, document: Document): void {
  let loose: ChildNode[] = [];
  const wrap = () => {
    if (loose.some((node) => node.nodeType === 1 || node.nodeValue?.trim())) {
      const block = document.createElement("div");
      loose[0]?.before(block);
      block.append(...loose);
    }
    loose = [];
  };
  for (const node of [...root.childNodes]) {
    if (node.nodeType === 1 && blockTag.test((node as Element).tagName)) {
      wrap();
      if (holdsBlocks(node as Element)) wrapLoose(node as Element, document);
    } else loose.push(node);
  }
  wrap();
}

/** Takes blocks out, and what then holds nothing more. */
export function takeOut(blocks: Iterable<Element>): void {
  for (const block of blocks) {
    let emptied = block.parentElement;
    block.remove();
    while (emptied?.parentNode && holders.test(emptied.tagName) && !emptied.querySelector("*") && isBlank(emptied)) {
      const next = emptied.parentElement;
      emptied.remove();
      emptied = next;
    }
  }
}

function holdsBlocks(element: Element): boolean {
  return holders.test(element.tagName) && [...element.children].some((child) => blockTag.test(child.tagName));
}

function isBlank(element: Element): boolean {
  return !element.textContent?.trim();
}
