import type { FieldName, Origin } from "#domain/article.ts";

/** An article as it comes out of a page. */
export type Extracted = {
  title: string;
  subtitle?: string;
  byline?: string;
  /** 责任编辑. */
  editor?: string;
  /** Who published it: 来源 where the page says so, else the site. */
  siteName?: string;
  /** `2014-01-15` or `2014-01-15T10:20`, with a zone where the page gives one. */
  published?: string;
  modified?: string;
  /** The address of the picture the page shows of itself elsewhere. */
  lead?: string;
  /** 文号 of the paper itself. */
  documentNumbers?: string[];
  origins?: Partial<Record<FieldName, Origin>>;
  lang: string;
  /** Not sanitised: whoever shows or stores it does that. */
  contentHtml: string;
  /** The same words, a line for each paragraph. */
  textContent: string;
  excerpt: string;
  /** Where the page came from, else where it says it did. */
  url?: string;
  /** Only the page itself says that it is from `url`. */
  claimed?: true;
};

const excerptLength = 140;

/** The beginning of an article for a list: whole sentences where they fit, else cut at a word. */
export function excerptOf(textContent: string): string {
  const text = textContent.slice(0, 2000).replace(/\s+/g, " ").trim();
  if (text.length <= excerptLength) return text;
  const start = text.slice(0, excerptLength);
  const sentence = Math.max(...["。", "！", "？", ". ", "! ", "? "].map((end) => start.lastIndexOf(end)));
  if (sentence > excerptLength / 2) return start.slice(0, sentence + 1);
  const word = start.lastIndexOf(" ");
  return `${(word > excerptLength / 2 ? start.slice(0, word) : start).replace(/[\ud800-\udbff]$/, "")}…`;
}
