import type { MissingReason } from "#domain/article.ts";
import { ownLanguage } from "#domain/text/block-language.ts";
import { t } from "#i18n/messages.ts";
import { markLongRuns } from "./long-runs.ts";
import { raiseDigits } from "./upright-digits.ts";
import "./missing-picture.css";
import "./ruby-lines.css";

/** Pictures up to this many CSS pixels high or wide are bullets and smileys, not worth a box of their own. */
const tinyPicture = 40;

/** What a table's cell keeps on one line: a word or two, or a figure, a date, a time. */
const shortCell = /^(?:.{0,5}|[\d\s.,:%/+−–-]{0,20})$/u;

const textBlocks = "p, li, h1, h2, h3, h4, h5, h6, blockquote, td, th, figcaption, dd, dt";

/** Slanted in Latin, but never in Chinese. */
const slanted = "em, i, cite, dfn";

/** How a body is to be set: its language, and whether its lines run downward. */
export type Setting = { lang: string; vertical?: boolean };

/** Puts into clean markup what the page needs to be set well: boxes, languages, places to break. No word of it changes. */
export function dressBody(fragment: DocumentFragment, { lang, vertical = false }: Setting): void {
  for (const picture of fragment.querySelectorAll<HTMLImageElement>("img:not([data-picture])")) {
    if (!picture.hasAttribute("src")) replaceMissing(picture);
  }
  for (const table of fragment.querySelectorAll("table")) letScroll(table);
  for (const ruby of fragment.querySelectorAll("ruby")) {
    (ruby.closest(textBlocks) ?? ruby.parentElement ?? ruby).classList.add("ruby-lines");
  }
  markLanguages(fragment, lang);
  markLongRuns(fragment);
  if (vertical) raiseDigits(fragment);
}

/** A picture that was not kept becomes a quiet box with its description. */
export function replaceMissing(picture: HTMLImageElement): void {
  const [width, height] = ["width", "height"].map((side) => Number.parseInt(picture.getAttribute(side) ?? "", 10));
  if ((width ?? Infinity) <= tinyPicture || (height ?? Infinity) <= tinyPicture) {
    picture.remove();
    return;
  }
  const box = document.createElement("span");
  box.className = "missing-picture";
  const address = picture.dataset.remoteSrc ?? "";
  if (/^https?:/i.test(address)) box.dataset.address = address; // for web-pictures.ts, on the reader's word
  if (picture.alt) box.dataset.alt = picture.alt;
  if (width && height) {
    box.dataset.shape = `${width} / ${height}`;
    box.style.aspectRatio = box.dataset.shape;
    box.style.maxWidth = `${width}px`;
  }
  const why = t.pictures.why[picture.dataset.missing as MissingReason] ?? t.reader.picture;
  const words = [picture.alt, why].filter(Boolean).join(" · ");
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", words);
  box.textContent = words;
  picture.replaceWith(box);
}

/** A wide table scrolls in its own box and never widens the page; cells with little in them keep it on one line. */
function letScroll(table: HTMLTableElement): void {
  const box = document.createElement("div");
  box.className = "table-box";
  for (const cell of table.querySelectorAll("td, th")) {
    cell.classList.toggle("table-short", shortCell.test(cell.textContent?.trim() ?? ""));
  }
  table.replaceWith(box);
  box.append(table);
}

/** Each block is set by the rules of the language it is in, whatever the article's is, or its page said of it. */
function markLanguages(fragment: DocumentFragment, lang: string): void {
  for (const element of fragment.querySelectorAll<HTMLElement>(`${textBlocks}, [lang]`)) {
    const around = element.lang || lang;
    const own = ownLanguage(element.textContent ?? "", around);
    if (own && own !== around) element.lang = own;
  }
  for (const element of fragment.querySelectorAll<HTMLElement>(slanted)) {
    const words = element.textContent ?? "";
    if (/\p{Script=Latin}/u.test(words) && !/\p{Script=Han}/u.test(words)) element.lang ||= "und";
  }
}
