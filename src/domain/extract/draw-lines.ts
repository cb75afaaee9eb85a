import { trimBlank } from "./blanks.ts";
import { border } from "./labelled-fields.ts";
import type { ParsedPage } from "./parsed-page.ts";
import { turn } from "./watch.ts";

/** A visible line of a page, as the eye meets it: cut at blocks and line breaks. */
export type Line = {
  text: string;
  /** The same text with `border` wherever an inline element begins or ends. */
  marked: string;
  /** Characters of it that are links. */
  linked: number;
  element: Element;
  /** It is set as headings are: h1 to h6, bold, a font of its own, centred, or named a title. */
  heading: boolean;
};

/** How the tags stand in a line: unseen, in it, or in it and set as headings are; all others are blocks. */
const manners = new Map<string, "unseen" | "inline" | "bold" | "break">([
  ...tagsAs("unseen", "SCRIPT STYLE NOSCRIPT TEMPLATE SELECT TEXTAREA IFRAME OBJECT svg SVG math MATH HEAD CANVAS"),
  ...tagsAs("unseen", "AUDIO VIDEO BUTTON INPUT"),
  ...tagsAs("inline", "A ABBR BDI BDO CITE CODE DATA DEL DFN EM I IMG INS KBD LABEL MARK Q RP RT RUBY S SAMP SMALL"),
  ...tagsAs("inline", "SPAN STRIKE SUB SUP TIME TT U VAR WBR"),
  ...tagsAs("bold", "B BIG FONT STRONG"),
  ["BR", "break"],
]);

function tagsAs<Manner extends string>(manner: Manner, tags: string): [string, Manner][] {
  return tags.split(" ").map((tag) => [tag, manner]);
}

/** Walks the page once; the parser's limit on depth bounds the recursion. */
export function drawLines(page: ParsedPage): void {
  page.lines = page.document.body ? linesOf(page.document.body) : [];
}

/** The lines of one element, up to the one that is enough. */
export function linesOf(element: Element, isEnough?: (line: Line) => boolean): Line[] {
  const pen = new Pen(isEnough);
  walk(element, pen, false, false);
  return pen.finish();
}

function walk(element: Element, pen: Pen, linked: boolean, heading: boolean): void {
  for (let node = element.firstChild; node && !pen.isDone; node = node.nextSibling) {
    if (node.nodeType === 3) pen.write(node.nodeValue ?? "", element, linked, heading);
    if (node.nodeType !== 1) continue;
    turn();
    const child = node as Element;
    const { tagName } = child;
    const manner = manners.get(tagName);
    if (manner === "break") pen.end();
    if (manner === "break" || manner === "unseen") continue;
    const isPlain = !child.hasAttributes();
    const style = isPlain ? "" : (child.getAttribute("style") ?? "");
    if (!isPlain && (child.hasAttribute("hidden") || (style !== "" && hiding.test(style)))) continue;
    if (manner) pen.mark();
    else pen.end();
    const isHeading = manner === "bold" || blockHeading.test(tagName) || (!isPlain && looksLikeHeading(child, style));
    walk(child, pen, linked || tagName === "A", (manner !== undefined && heading) || isHeading);
    if (manner) pen.mark();
    else pen.end();
  }
}

const hiding = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const blockHeading = /^(?:H[1-6]|CENTER)$/;

function looksLikeHeading(element: Element, style: string): boolean {
  return (
    element.getAttribute("align") === "center" ||
    /tit(?:le)?|headline/i.test(`${element.getAttribute("class") ?? ""} ${element.id}`) ||
    (style !== "" && /text-align\s*:\s*center|font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style))
  );
}

class Pen {
  #lines: Line[] = [];
  #marked = "";
  /** It ends in a border; asking the growing text itself would copy it every time. */
  #isMarked = false;
  #linked = 0;
  #plain = 0;
  #element: Element | undefined;
  #isEnough: ((line: Line) => boolean) | undefined;
  isDone = false;

  constructor(isEnough?: (line: Line) => boolean) {
    this.#isEnough = isEnough;
  }

  write(text: string, element: Element, linked: boolean, heading: boolean): void {
    const words = text.replace(/[\t\n\r\f ]+/g, " ");
    if (words === "") return;
    this.#marked += words;
    this.#isMarked = false;
    const length = words.trim().length;
    if (length === 0) return;
    this.#element ??= element;
    if (linked) this.#linked += length;
    if (!heading) this.#plain += length;
  }

  mark(): void {
    if (this.#marked === "" || this.#isMarked) return;
    this.#marked += border;
    this.#isMarked = true;
  }

  end(): void {
    const text = trimBlank(this.#marked.replaceAll(border, ""));
    if (text !== "" && this.#element) {
      const heading = this.#plain === 0;
      const line = { text, marked: this.#marked.trim(), linked: this.#linked, element: this.#element, heading };
      this.#lines.push(line);
      this.isDone = this.#isEnough?.(line) ?? false;
    }
    this.#marked = "";
    this.#linked = this.#plain = 0;
    this.#element = undefined;
  }

  finish(): Line[] {
    this.end();
    return this.#lines;
  }
}
