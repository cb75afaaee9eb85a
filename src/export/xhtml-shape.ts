// Clean HTML is not yet XHTML of a book: a checker minds what stands in what. Every word stays; what holds it may change.
import { phrasing, renamed, wordsOnly } from "./xhtml-names.ts";

type Parent = "blocks" | "words";

/** A copy of a clean body in which everything stands where XHTML allows it. */
export function shaped(body: DocumentFragment): DocumentFragment {
  const copy = body.ownerDocument.createDocumentFragment();
  copy.append(...childrenOf(body, "blocks", []));
  return copy;
}

/** The children of a node, each as what may stand in its new parent; `around` are inline elements to be put into blocks. */
function childrenOf(node: Node, parent: Parent, around: readonly Element[]): Node[] {
  return [...node.childNodes].flatMap((child) => shapedNode(child, parent, around));
}

function shapedNode(node: Node, parent: Parent, around: readonly Element[]): Node[] {
  if (node.nodeType === Node.TEXT_NODE)
    return wrapped([node.cloneNode()], /\S/.test(node.nodeValue ?? "") ? around : []);
  if (!(node instanceof Element)) return [];
  if (node.namespaceURI !== "http://www.w3.org/1999/xhtml") return wrapped([node.cloneNode(true)], around);
  const old = node.localName;
  const name = renamed[old] ?? old;
  if (name === "a" && node.parentElement?.closest("a")) return childrenOf(node, parent, around);
  if (name === "ruby") return wrapped([ruby(node)], around);
  if (phrasing.has(name)) {
    if (/^(?:rt|rp)$/.test(name)) return wrapped([made(node, "span", childrenOf(node, "words", []))], around);
    if (parent === "words" || !hasBlock(node))
      return wrapped([made(node, name, childrenOf(node, "words", []))], around);
    return childrenOf(node, parent, [...around, node]); // `<b><p>` becomes `<p><b>`
  }
  if (parent === "words") return inWords(node, name);
  if (name === "hr") return [made(node, name, [])];
  if (name === "ul" || name === "ol") return [listOf(node, name, around)];
  if (name === "dl") return [descriptionOf(node, around)];
  if (name === "table") return [tableOf(node, around)];
  if (name === "figure") return [figureOf(node, around)];
  if (name === "details") return [detailsOf(node, around)];
  if (wordsOnly.has(name) && name !== "dt" && name !== "summary") {
    if (/^h[1-6]$|^pre$/.test(name)) return [made(node, name, wrapped(childrenOf(node, "words", []), around))];
    return [made(node, hasBlock(node) ? "div" : name, childrenOf(node, hasBlock(node) ? "blocks" : "words", around))];
  }
  const plain = /^(?:aside|blockquote|section|div)$/.test(name) ? name : "div";
  return [made(node, plain, childrenOf(node, "blocks", around))];
}

/** A block where only words may stand: what it says, on a line of its own. */
function inWords(node: Element, name: string): Node[] {
  const document = node.ownerDocument;
  if (name === "hr") return [document.createElement("br")];
  const inside = childrenOf(node, "words", []);
  return [made(node, "span", inside), ...(node.nextSibling ? [document.createElement("br")] : [])];
}

function listOf(list: Element, name: string, around: readonly Element[]): Element {
  const items = [...list.childNodes].flatMap((child) => {
    if (!(child instanceof Element)) return /\S/.test(child.nodeValue ?? "") ? [item(list, [child], around)] : [];
    return child.localName === "li"
      ? [made(child, "li", childrenOf(child, "blocks", around))]
      : [item(list, [child], around)];
  });
  return items.length > 0 ? made(list, name, items) : made(list, "div", []);
}

function item(list: Element, nodes: readonly Node[], around: readonly Element[]): Element {
  const made = list.ownerDocument.createElement("li");
  made.append(...nodes.flatMap((node) => shapedNode(node, "blocks", around)));
  return made;
}

/** Terms and what is said of them in turn; a list in any other order is a block of blocks. */
function descriptionOf(list: Element, around: readonly Element[]): Element {
  const names = [...list.children].map(({ localName }) => localName);
  const isInTurn = /^(?:(?:dt )+(?:dd )+)+$/.test(names.map((name) => `${name} `).join("")) && !hasLooseWords(list);
  if (!isInTurn)
    return made(
      list,
      "div",
      [...list.childNodes].flatMap((child) => inDiv(child, around)),
    );
  return made(
    list,
    "dl",
    [...list.children].map((child) =>
      child.localName === "dt"
        ? made(child, "dt", wrapped(childrenOf(child, "words", []), around))
        : made(child, "dd", childrenOf(child, "blocks", around)),
    ),
  );
}

function hasLooseWords(element: Element): boolean {
  return [...element.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && /\S/.test(child.nodeValue ?? ""));
}

function inDiv(child: Node, around: readonly Element[]): Node[] {
  if (!(child instanceof Element) || !/^d[dt]$/.test(child.localName)) return shapedNode(child, "blocks", around);
  return [made(child, "div", childrenOf(child, "blocks", around))];
}

/** Caption, columns, head, bodies and foot in the order XHTML wants; rows hold cells and nothing else. */
function tableOf(table: Element, around: readonly Element[]): Element {
  const rowsIn = (group: Element) =>
    [...group.children]
      .filter(({ localName }) => localName === "tr")
      .map((row) =>
        made(
          row,
          "tr",
          [...row.children].map((cell) => {
            const heading = cell.localName === "th" && !cell.querySelector("h1, h2, h3, h4, h5, h6, section, aside");
            return made(cell, heading ? "th" : "td", childrenOf(cell, "blocks", around));
          }),
        ),
      )
      .filter((row) => row.childElementCount > 0);
  const groups = (name: string) =>
    [...table.children].filter(({ localName }) => localName === name).map((group) => made(group, name, rowsIn(group)));
  const captions = [...table.children].filter(({ localName }) => localName === "caption").slice(0, 1);
  const loose = rowsIn(table);
  const body = table.ownerDocument.createElement("tbody");
  body.append(...loose);
  const [heads, bodies, feet] = [groups("thead"), groups("tbody"), groups("tfoot")];
  const parts = [
    ...heads.slice(0, 1),
    ...heads.slice(1).map((head) => asBody(head)),
    ...(loose.length > 0 ? [body] : []),
    ...bodies,
    ...feet.slice(1).map((foot) => asBody(foot)),
    ...feet.slice(0, 1),
  ].filter((part) => part.childElementCount > 0);
  const caption = captions.map((one) => made(one, "caption", childrenOf(one, "blocks", around)));
  return parts.length > 0
    ? made(table, "table", [...caption, ...parts])
    : made(
        table,
        "div",
        caption.flatMap((one) => [...one.childNodes]),
      );
}

function asBody(group: Element): Element {
  const body = group.ownerDocument.createElement("tbody");
  body.append(...group.childNodes);
  return body;
}

/** One caption, at the beginning or the end. */
function figureOf(figure: Element, around: readonly Element[]): Element {
  const children = [...figure.children];
  const captions = children.filter(({ localName }) => localName === "figcaption");
  const atEnd = captions[0] === children.at(-1) || captions[0] === children[0];
  const inside = [...figure.childNodes].flatMap((child) =>
    child instanceof Element && child.localName === "figcaption"
      ? [made(child, captions.length === 1 && atEnd ? "figcaption" : "div", childrenOf(child, "blocks", around))]
      : shapedNode(child, "blocks", around),
  );
  return made(figure, "figure", inside);
}

function detailsOf(details: Element, around: readonly Element[]): Element {
  const summary = details.firstElementChild?.localName === "summary" ? details.firstElementChild : undefined;
  const before = summary?.previousSibling && /\S/.test(summary.previousSibling.nodeValue ?? "");
  if (!summary || before || !details.querySelector(":scope > :not(summary)"))
    return made(details, "div", childrenOf(details, "blocks", around));
  const head = made(summary, "summary", wrapped(childrenOf(summary, "words", []), around));
  const rest = [...details.childNodes].filter((child) => child !== summary);
  return made(details, "details", [head, ...rest.flatMap((child) => shapedNode(child, "blocks", around))]);
}

/** Words and their readings in turn; without a reading it is a line of words. */
function ruby(element: Element): Element {
  const parts = [...element.childNodes].flatMap((child): Node[] => {
    if (!(child instanceof Element)) return [child.cloneNode()];
    if (child.localName === "rb") return childrenOf(child, "words", []);
    if (child.localName === "rtc") return [made(child, "rt", childrenOf(child, "words", []))];
    if (child.localName === "rt") return [made(child, "rt", childrenOf(child, "words", []))];
    if (child.localName === "rp") return [];
    return shapedNode(child, "words", []);
  });
  const isReading = (node: Node | undefined) => node instanceof Element && node.localName === "rt";
  const isInTurn =
    parts.some(isReading) &&
    !isReading(parts[0]) &&
    isReading(parts.findLast((node) => /\S/.test(node.textContent ?? "")));
  return made(
    element,
    isInTurn ? "ruby" : "span",
    isInTurn
      ? parts
      : parts.map((part) => (isReading(part) ? made(part as Element, "span", [...part.childNodes]) : part)),
  );
}

/** Whether a block stands anywhere in it. */
function hasBlock(element: Element): boolean {
  return [...element.children].some(
    (child) =>
      child.namespaceURI === element.namespaceURI &&
      (!phrasing.has(renamed[child.localName] ?? child.localName) || hasBlock(child)),
  );
}

/** Blanks need no wrapping, and blocks none that cannot hold them. */
function wrapped(nodes: Node[], around: readonly Element[]): Node[] {
  return around.reduceRight<Node[]>((inside, element) => {
    const name = renamed[element.localName] ?? element.localName;
    return [made(element, name, inside, false)];
  }, nodes);
}

/** An element with the attributes of another; a copy of one that was cut into pieces leaves the id to nobody. */
function made(from: Element, name: string, children: readonly Node[], withId = true): Element {
  const element = from.ownerDocument.createElement(name);
  for (const { name: attribute, value } of from.attributes)
    if (withId || attribute !== "id") element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}
