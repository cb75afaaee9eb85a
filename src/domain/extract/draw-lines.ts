import { trimBlank } from "./blanks.ts";
import { border } from "./labelled-fields.ts";
import type { ParsedPage } from "./parsed-page.ts";

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

const unseen =
  /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|SELECT|TEXTAREA|IFRAME|OBJECT|SVG|MATH|HEAD|CANVAS|AUDIO|VIDEO|BUTTON|INPUT)$/i;
const inline =
  /^(?:A|ABBR|B|BDI|BDO|BIG|CITE|CODE|DATA|DEL|DFN|EM|FONT|I|IMG|INS|KBD|LABEL|MARK|Q|RP|RT|RUBY|S|SAMP|SMALL|SPAN|STRIKE|STRONG|SUB|SUP|TIME|TT|U|VAR|WBR)$/;
const headingTag = /^(?:H[1-6]|B|STRONG|FONT|CENTER|BIG)$/;

/** Walks the page once; the parser's limit on depth bounds the recursion. */
export function drawLines(page: ParsedPage): void {
  page.lines = page.document.body ? linesOf(page.document.body) : [];
}

/** The lines of one element. */
export function linesOf(element: Element): Line[] {
  const pen = new Pen();
  walk(element, pen, { linked: false, heading: false });
  return pen.finish();
}

type Context = { linked: boolean; heading: boolean };

function walk(element: Element, pen: Pen, context: Context): void {
  for (const node of element.childNodes) {
    if (node.nodeType === 3) pen.write(node.nodeValue ?? "", element, context);
    if (node.nodeType !== 1) continue;
    const child = node as Element;
    if (child.tagName === "BR") pen.end();
    if (child.tagName === "BR" || unseen.test(child.tagName) || isHidden(child)) continue;
    const isInline = inline.test(child.tagName);
    const next = {
      linked: context.linked || child.tagName === "A",
      heading: (isInline && context.heading) || looksLikeHeading(child),
    };
    if (isInline) pen.mark();
    else pen.end();
    walk(child, pen, next);
    if (isInline) pen.mark();
    else pen.end();
  }
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute("hidden") ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute("style") ?? "")
  );
}

function looksLikeHeading(element: Element): boolean {
  if (headingTag.test(element.tagName) || element.getAttribute("align") === "center") return true;
  const names = `${element.getAttribute("class") ?? ""} ${element.id}`;
  return (
    /tit(?:le)?|headline/i.test(names) ||
    /text-align\s*:\s*center|font-weight\s*:\s*(?:bold|[6-9]00)/i.test(element.getAttribute("style") ?? "")
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

  write(text: string, element: Element, { linked, heading }: Context): void {
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
      this.#lines.push({ text, marked: this.#marked.trim(), linked: this.#linked, element: this.#element, heading });
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
