import { LiuyeError } from "#domain/errors.ts";
import { blocksOf } from "./blocks.ts";
import { isDataTable } from "./data-table.ts";
import { ParagraphPen, type Sheet } from "./paragraph-pen.ts";
import { mostElements } from "./parse-html.ts";
import type { ParsedPage } from "./parsed-page.ts";
import { Places } from "./places.ts";
import { turn } from "./watch.ts";
import { weight } from "./weight.ts";

/** What becomes of the tags that are no blocks of their own. */
const fates = new Map<string, "skip" | "format" | "pass" | "atom">(
  (
    [
      ["skip", "SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED APPLET INPUT BUTTON SELECT TEXTAREA LINK META BASE"],
      ["skip", "HEAD TITLE FRAME FRAMESET CANVAS MAP AREA DIALOG SOURCE TRACK"],
      ["format", "A ABBR B BDI BDO CITE CODE DEL DFN EM I INS KBD MARK Q RB RP RT RUBY S SAMP SMALL STRONG SUB SUP"],
      ["format", "TIME U VAR"],
      ["pass", "FONT SPAN BIG LABEL TT NOBR STRIKE DATA ACRONYM PICTURE"],
      ["atom", "IMG WBR SVG MATH"],
    ] as const
  ).flatMap(([fate, tags]) => tags.split(" ").map((tag) => [tag, fate] as const)),
);
const containers = /^(?:BLOCKQUOTE|UL|OL|LI|DL|DT|DD|FIGURE|FIGCAPTION|TABLE|CAPTION|THEAD|TBODY|TFOOT|TR|TD|TH)$/;
const single = /^(?:LI|DT|DD|TD|TH|FIGCAPTION|CAPTION)$/;
const whole = /^(?:PRE|VIDEO|AUDIO)$/;
const tableParts = /^(?:THEAD|TBODY|TFOOT|TR|TD|TH|CAPTION)$/;
const keptAttributes =
  /^(?:href|src|srcset|alt|title|width|height|colspan|rowspan|lang|dir|datetime|cite|start|id|controls|poster)$/;

/** A heading with a sentence or two in it is somebody's way to make text large. */
const widestHeading = 160;

/** Lays the body out anew as plain blocks: soup of line breaks, fonts and layout cells becomes paragraphs. */
export function layParagraphs(page: ParsedPage): void {
  const out = page.document.createElement("div");
  const places = new Places(page.body);
  lay(page.body, out, { places, written: 0 });
  places.lead(out);
  if (out.getElementsByTagName("*").length > mostElements) throw new LiuyeError("page-too-complex");
  page.body = out;
  page.blocks = blocksOf(out);
}

function lay(source: Element, out: Element, sheet: Sheet): void {
  const pen = new ParagraphPen(out, sheet);
  write(source, pen);
  pen.end();
  const only = out.firstElementChild;
  if (single.test(out.tagName) && only?.tagName === "P" && out.childNodes.length === 1) {
    sheet.places.move(only, out);
    only.replaceWith(...only.childNodes);
  }
}

/** The parser's limit on depth bounds the recursion. */
function write(source: Element, pen: ParagraphPen): void {
  for (const node of source.childNodes) {
    if (node.nodeType === 3) pen.text(node.nodeValue ?? "");
    else if (node.nodeType === 1) writeElement(node as Element, pen);
  }
}

function writeElement(element: Element, pen: ParagraphPen): void {
  const tag = element.tagName;
  turn();
  if (tag === "BR") {
    pen.lineBreak();
    return;
  }
  const fate = fates.get(tag) ?? fates.get(tag.toUpperCase()); // drawings and formulas are written small
  if (fate === "skip") return;
  if (fate === "atom") pen.atom(bare(element, true));
  else if (fate === "pass" || (tag === "A" && !element.hasAttribute("href"))) {
    pen.sheet.places.pass(element);
    write(element, pen);
  } else if (fate) pen.within(bare(element), () => write(element, pen));
  else {
    pen.end();
    writeBlock(element, tag, pen);
    pen.end();
  }
}

function writeBlock(element: Element, tag: string, pen: ParagraphPen): void {
  if (tag === "HR") pen.block(bare(element));
  else if (whole.test(tag)) pen.block(bare(element, true));
  else if (/^H[1-6]$/.test(tag)) writeHeading(element, tag, pen);
  else if (isContainer(element, tag)) {
    const copy = bare(element);
    lay(element, copy, pen.sheet);
    if (copy.childNodes.length > 0) pen.block(copy);
    else pen.sheet.places.pass(copy);
  } else {
    pen.sheet.places.pass(element);
    write(element, pen);
  }
}

function writeHeading(element: Element, tag: string, pen: ParagraphPen): void {
  if (weight(element.textContent ?? "") > widestHeading) {
    pen.sheet.places.pass(element);
    write(element, pen);
    return;
  }
  const heading = element.ownerDocument.createElement(tag === "H1" ? "h2" : tag.toLowerCase());
  if (element.id) heading.id = element.id;
  const holder = element.ownerDocument.createElement("div");
  lay(element, holder, pen.sheet);
  for (const child of [...holder.children]) {
    if (child.tagName === "P") pen.sheet.places.move(child, heading);
    heading.append(...(child.tagName === "P" ? child.childNodes : [child]));
  }
  if (heading.childNodes.length > 0) pen.block(heading);
}

function isContainer(element: Element, tag: string): boolean {
  if (tag === "TABLE") return isDataTable(element);
  if (tag === "LI") return /^(?:UL|OL|MENU)$/.test(element.parentElement?.tagName ?? "");
  // Cells belong to the nearest table; where that is layout, they are blocks like any other.
  if (tableParts.test(tag)) {
    const table = element.closest("table");
    return table !== null && isDataTable(table);
  }
  return containers.test(tag);
}

function bare(element: Element, deep = false): Element {
  const { tagName } = element;
  if (/^(?:svg|math)$/i.test(tagName)) return element.cloneNode(true) as Element;
  const copy = element.ownerDocument.createElement(tagName);
  for (const { name, value } of element.attributes)
    if (keptAttributes.test(name) && (name !== "id" || value !== "")) copy.setAttribute(name, value);
  if (tagName === "A" && element.id === "" && element.hasAttribute("name"))
    copy.id = element.getAttribute("name") ?? "";
  if (deep) copy.append(...[...element.childNodes].map((child) => child.cloneNode(true)));
  return copy;
}
