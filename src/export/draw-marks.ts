import type { Span } from "#domain/anchor/anchor.ts";
import { bodyText } from "#domain/anchor/body-text.ts";
import { locator } from "#domain/anchor/locate.ts";
import type { Highlight } from "#domain/highlight.ts";

/** The class that tells a reader's mark from one of the page: what is cleaned has no classes. */
export const markClass = "liuye-mark";
/** The class of the sign behind a passage that has a note; its words are the note's number. */
export const signClass = "liuye-sign";

type Placed = Span & { highlight: Highlight };

/**
 * Draws the highlights into a clean body: each passage in `mark` elements, a numbered sign behind one with a note.
 * Gives the highlights with notes in the order of their numbers; those whose words are lost come last and have no sign.
 */
export function drawMarks(body: DocumentFragment, html: string, highlights: readonly Highlight[]): Highlight[] {
  if (highlights.length === 0) return [];
  const text = bodyText(html);
  const find = locator(text);
  const placed: Placed[] = [];
  const lost: Highlight[] = [];
  for (const highlight of highlights) {
    const span = highlight.lost ? undefined : find(highlight.anchor);
    if (span) placed.push({ start: wholeAt(text, span.start), end: wholeAt(text, span.end), highlight });
    else lost.push(highlight);
  }
  placed.sort((one, other) => one.start - other.start || other.end - one.end);
  const noted = placed.filter(({ highlight }) => highlight.note);
  const signs = noted.map(({ end, highlight }) => ({
    end,
    number: noted.findIndex((one) => one.highlight === highlight) + 1,
  }));
  let at = 0;
  for (const node of textNodesOf(body)) {
    const length = node.data.length;
    mark(node, at, placed, signs);
    at += length;
  }
  return [...noted.map(({ highlight }) => highlight), ...lost.filter(({ note }) => note)];
}

/** Where a place stands between whole characters: half of one is none. */
function wholeAt(text: string, place: number): number {
  return /[\udc00-\udfff]/.test(text[place] ?? "") ? place - 1 : place;
}

function textNodesOf(body: DocumentFragment): Text[] {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** Cuts a text where passages begin and end; a character under two of them takes the one that began later. */
function mark(
  node: Text,
  start: number,
  placed: readonly Placed[],
  signs: readonly { end: number; number: number }[],
): void {
  const end = start + node.data.length;
  const inside = placed.filter((one) => one.start < end && one.end > start);
  const ending = signs.filter((sign) => sign.end > start && sign.end <= end);
  const parent = node.parentElement;
  if ((inside.length === 0 && ending.length === 0) || parent?.closest("math, svg") || isTableSpace(node, parent))
    return;
  const cuts = [
    ...new Set([start, end, ...inside.flatMap((one) => [one.start, one.end]), ...ending.map((sign) => sign.end)]),
  ]
    .filter((cut) => cut >= start && cut <= end)
    .sort((one, other) => one - other);
  const pieces: (Node | string)[] = [];
  for (const [index, from] of cuts.entries()) {
    for (const { number } of ending.filter((sign) => sign.end === from)) pieces.push(sign(node.ownerDocument, number));
    const to = cuts[index + 1];
    if (to === undefined) break;
    const words = node.data.slice(from - start, to - start);
    const cover = inside.findLast((one) => one.start <= from && one.end >= to);
    pieces.push(cover && /\S/.test(words) ? marked(node.ownerDocument, words, cover.highlight) : words);
  }
  node.replaceWith(...pieces);
}

/** White space between rows and items may hold no element. */
function isTableSpace(node: Text, parent: Element | null): boolean {
  return /^\s*$/.test(node.data) && /^(?:TABLE|TBODY|THEAD|TFOOT|TR|UL|OL|DL|COLGROUP)$/.test(parent?.tagName ?? "");
}

function marked(document: Document, words: string, { colour }: Highlight): Element {
  const element = document.createElement("mark");
  element.className = `${markClass} ${colour}`;
  element.textContent = words;
  return element;
}

function sign(document: Document, number: number): Element {
  const element = document.createElement("sup");
  element.className = signClass;
  element.textContent = String(number);
  return element;
}
