// The first words of an article for a list: of its first paragraphs, not of its headings, contents or marks of notes.
import { plainText } from "#domain/extract/blocks.ts";

/** Paragraphs in these are not the running text. */
const aside = "li, nav, table, figure, figcaption, aside, section[role=doc-endnotes], [role=doc-footnote], details";

/** What a mark of a note says: a number, a letter or a sign, in brackets or not. */
const noteMark = /^[[(（〔]?(?:\d{1,3}|[a-z]|[*†‡§]+)[\])）〕]?$/;

/** Enough for an excerpt, in characters. */
const enough = 200;

/** The beginning of a clean article's running text, long enough for an excerpt; empty where it has no paragraphs. */
export function leadWords(article: ParentNode): string {
  let words = "";
  for (const paragraph of article.querySelectorAll("p")) {
    if (paragraph.closest(aside)) continue;
    const copy = paragraph.cloneNode(true) as Element;
    for (const mark of copy.querySelectorAll("sup, a[href^='#'], [role=doc-noteref]"))
      if (noteMark.test(mark.textContent?.trim() ?? "")) mark.remove();
    const found = plainText(copy).trim();
    if (/[\p{L}\p{N}]/u.test(found)) words += `${found}\n`;
    if (words.length >= enough) break;
  }
  return words;
}
