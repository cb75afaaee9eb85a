import { weight } from "./chrome-lines.ts";

/** Lines from here on that end a sentence are paragraphs, though only one break follows them. */
const longLine = 60;
const shortLine = 44;
const blank = /^[\s\u3000\u00a0\u200b]+|[\s\u3000\u00a0\u200b]+$/g;

/** Writes running text into paragraphs: it knows when line breaks make a new one and keeps bold and links across them. */
export class ParagraphPen {
  #out: Element;
  #paragraph: Element | undefined;
  /** The formatting now open, and its copies in the paragraph being written. */
  #open: Element[] = [];
  #copies: Element[] = [];
  #breaks = 0;
  /** The text since the last break or paragraph. */
  #line = "";
  #lines = 0;

  constructor(out: Element) {
    this.#out = out;
  }

  text(raw: string): void {
    const indented = /^[\s\u200b]*(?:\u3000|\u00a0[\s\u00a0]{1,20}\S)/.test(raw);
    // A line broken in the source between two full-width characters has no space there.
    const words = raw
      .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])[\t ]*[\r\n]\s*(?=[\u3000-\u9fff\uff00-\uffef])/g, "")
      .replace(/[\t\n\r\f \u00a0]+/g, " ");
    if (words.replace(blank, "") === "") {
      if (this.#line !== "" && this.#breaks === 0 && !this.#line.endsWith(" ")) this.#append(words === "" ? "" : " ");
      return;
    }
    this.#settleBreaks(indented, words);
    this.#append(this.#line === "" ? words.replace(/^[\s\u3000\u200b]+/, "") : words);
  }

  atom(element: Element): void {
    this.#settleBreaks(false, "");
    this.#place().append(element);
    if (element.tagName !== "WBR") this.#line += "\ufffc";
  }

  lineBreak(): void {
    this.#breaks++;
  }

  within(element: Element, write: () => void): void {
    this.#open.push(element);
    write();
    this.#open.pop();
    this.#copies.length = Math.min(this.#copies.length, this.#open.length);
  }

  block(element: Element): void {
    this.end();
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
    if ((paragraph.textContent ?? "").replace(blank, "") !== "" || paragraph.querySelector("img, svg, math"))
      this.#out.append(paragraph);
  }

  #settleBreaks(indented: boolean, next: string): void {
    if (this.#breaks === 0) return;
    if (this.#line === "" && this.#lines === 0) this.#breaks = 0;
    else if (this.#breaks > 1 || indented || this.#endsParagraph(next)) this.end();
    else {
      this.#place().append(this.#out.ownerDocument.createElement("br"));
      this.#line = "";
      this.#lines++;
      this.#breaks = 0;
    }
  }

  #endsParagraph(next: string): boolean {
    const line = this.#line.replace(blank, "");
    if (weight(line) >= longLine && /[。！？.!?…]["'”’」』）)]?$/.test(line)) return true;
    // A short first line above a long one is a heading or a byline, not verse.
    return this.#lines === 0 && line !== "" && weight(line) <= shortLine && weight(next) >= longLine;
  }

  #append(words: string): void {
    if (words === "") return;
    this.#place().append(words);
    this.#line += words;
  }

  /** Where the next words go: the paragraph, inside a copy of each open element. */
  #place(): Element {
    this.#paragraph ??= this.#out.ownerDocument.createElement("p");
    for (let at = this.#copies.length; at < this.#open.length; at++) {
      const copy = this.#open[at]?.cloneNode(false) as Element;
      (this.#copies[at - 1] ?? this.#paragraph).append(copy);
      this.#copies.push(copy);
    }
    return this.#copies.at(-1) ?? this.#paragraph;
  }
}

function trimEnd(element: Element): void {
  for (let last = element.lastChild; last; last = last.nodeType === 1 ? last.lastChild : null) {
    if (last.nodeType === 3) last.nodeValue = (last.nodeValue ?? "").replace(/[\s\u3000\u00a0\u200b]+$/, "");
  }
}
