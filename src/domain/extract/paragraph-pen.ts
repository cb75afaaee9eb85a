import { LiuyeError } from "#domain/errors.ts";
import { trimBlank, trimBlankEnd } from "./blanks.ts";
import { isChrome } from "./chrome-lines.ts";
import { mostElements } from "./parse-html.ts";
import type { Places } from "./places.ts";
import { weight } from "./weight.ts";

/** Lines from here on that end a sentence are paragraphs, though only one break follows them. */
const longLine = 60;
const shortLine = 44;
/** Tags left open run through the rest of a page; no words are this many things at once. */
const mostOpen = 20;
/** Bold in bold is bold. */
const once = /^(?:B|STRONG|I|EM|CODE|DEL|INS|S|U|MARK|KBD|SAMP|VAR|CITE|DFN|SMALL)$/;

const brokenHan = /(?<=[\u3000-\u9fff\uff00-\uffef])[\t ]*[\r\n]\s*(?=[\u3000-\u9fff\uff00-\uffef])/g;

/** What the pens of one page have in common. */
export type Sheet = {
  places: Places;
  /** Elements written so far. */
  written: number;
};

/** Writes running text into paragraphs: it knows when line breaks make a new one and keeps bold and links across them. */
export class ParagraphPen {
  readonly sheet: Sheet;
  #out: Element;
  #paragraph: Element | undefined;
  /** The formatting now open, and its copies in the paragraph being written. */
  #open: Element[] = [];
  #copies: Element[] = [];
  #breaks = 0;
  /** The text since the last break or paragraph, and whether it ends in a space: asking the text would copy it. */
  #line = "";
  #isSpaced = false;
  #lines = 0;

  constructor(out: Element, sheet: Sheet) {
    this.#out = out;
    this.sheet = sheet;
  }

  text(raw: string): void {
    const indented = /^[\s\u200b]*(?:\u3000|\u00a0[\s\u00a0]{1,20}\S)/.test(raw);
    // A line broken in the source between two full-width characters has no space there.
    const words = (/[\r\n]/.test(raw) ? raw.replace(brokenHan, "") : raw).replace(/[\t\n\r\f \u00a0]+/g, " ");
    if (trimBlank(words) === "") {
      if (this.#line !== "" && this.#breaks === 0 && !this.#isSpaced) this.#append(words === "" ? "" : " ");
      return;
    }
    this.#settleBreaks(indented, words);
    this.#append(this.#line === "" ? words.replace(/^[\s\u3000\u200b]+/, "") : words);
  }

  atom(element: Element): void {
    this.#settleBreaks(false, "");
    this.#place().append(element);
    if (element.tagName === "WBR") return;
    this.#line += "\ufffc";
    this.#isSpaced = false;
  }

  lineBreak(): void {
    this.#breaks++;
  }

  within(element: Element, write: () => void): void {
    const { tagName } = element;
    if (this.#open.length >= mostOpen || (once.test(tagName) && this.#open.some((open) => open.tagName === tagName))) {
      this.sheet.places.pass(element);
      write();
      return;
    }
    this.#open.push(element);
    write();
    this.#open.pop();
    this.#copies.length = Math.min(this.#copies.length, this.#open.length);
    // Its first copy took the name along; without one it is still here.
    this.sheet.places.pass(element);
  }

  block(element: Element): void {
    this.end();
    this.sheet.places.settle(element);
    this.#out.append(element);
  }

  end(): void {
    const paragraph = this.#paragraph;
    this.#paragraph = undefined;
    this.#copies = [];
    this.#breaks = 0;
    this.#line = "";
    this.#lines = 0;
    if (!paragraph) return;
    trimEnd(paragraph);
    if (trimBlank(paragraph.textContent ?? "") !== "" || paragraph.querySelector("img, svg, math"))
      this.#out.append(paragraph);
  }

  #settleBreaks(indented: boolean, next: string): void {
    if (this.#breaks === 0) return;
    if (this.#line === "" && this.#lines === 0) this.#breaks = 0;
    else if (this.#breaks > 1 || indented || this.#endsParagraph(next)) this.end();
    else {
      this.#place().append(this.#create("br"));
      this.#line = "";
      this.#lines++;
      this.#breaks = 0;
    }
  }

  #endsParagraph(next: string): boolean {
    const line = trimBlank(this.#line);
    // The page's own lines are no part of a paragraph: 第1页, 责任编辑：…, （原标题：…）.
    if (isChrome(line, false) || isChrome(trimBlank(next), false)) return true;
    if (weight(line) >= longLine && /[。！？.!?…]["'”’」』）)]?$/.test(line)) return true;
    // A short first line above a long one is a heading or a byline, not verse.
    return this.#lines === 0 && line !== "" && weight(line) <= shortLine && weight(next) >= longLine;
  }

  #append(words: string): void {
    if (words === "") return;
    this.#place().append(words);
    this.#line += words;
    this.#isSpaced = words.endsWith(" ");
  }

  /** Where the next words go: the paragraph, inside a copy of each open element. */
  #place(): Element {
    const { places } = this.sheet;
    const isNew = this.#paragraph === undefined;
    this.#paragraph ??= this.#create("p");
    if (places.arePending) places.settle(isNew ? this.#paragraph : this.#anchorIn(this.#paragraph));
    for (let at = this.#copies.length; at < this.#open.length; at++) {
      const open = this.#open[at] as Element;
      const copy = this.#count(open.cloneNode(false) as Element);
      open.removeAttribute("id");
      (this.#copies[at - 1] ?? this.#paragraph).append(copy);
      this.#copies.push(copy);
    }
    return this.#copies.at(-1) ?? this.#paragraph;
  }

  /** Where the text stands: the link it is in, else an anchor of its own. */
  #anchorIn(paragraph: Element): Element {
    const link = this.#copies.find(({ tagName }) => tagName === "A");
    if (link) return link;
    const anchor = this.#create("a");
    (this.#copies.at(-1) ?? paragraph).append(anchor);
    return anchor;
  }

  #create(tag: string): Element {
    return this.#count(this.#out.ownerDocument.createElement(tag));
  }

  /** A page must not grow far beyond what one may be made of. */
  #count(element: Element): Element {
    this.sheet.written++;
    if (this.sheet.written > mostElements) throw new LiuyeError("page-too-complex");
    return element;
  }
}

function trimEnd(element: Element): void {
  for (let last = element.lastChild; last; last = last.nodeType === 1 ? last.lastChild : null) {
    if (last.nodeType === 3) last.nodeValue = trimBlankEnd(last.nodeValue ?? "");
  }
}
