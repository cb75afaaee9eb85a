import { normalizeUrl } from "#domain/url.ts";
import type { Page } from "./page.ts";
import type { Share } from "./share-inbox.ts";

/** The words of a share, wherever they came from. */
export type SharedWords = Pick<Share, "title" | "text" | "url"> & Partial<Pick<Share, "files">>;

/** What the words of a share are: an address to be fetched or awaited, or a text to be kept as it is. */
export type SharedPiece = { kind: "link"; url: string; title?: string } | { kind: "text"; page: Page };

/** Words beside an address up to this long, in characters, are what an app calls the page, and no text of their own. */
const longestCaption = 100;

/** No address a browser opens is longer, in characters; cutting the ends off one that is would take minutes. */
const longestAddress = 8000;

/** White space, and what ends a sentence around an address but is never part of one: CJK and full-width punctuation, quotes. */
const address =
  /https?:\/\/[^\s<>"\u2014\u2018-\u201f\u2026\u3000-\u3004\u3008-\u3020\u3030\uff01-\uff0c\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+/gi;

/** The first http address in a text, without the punctuation after it, and the words around it. */
export function firstLink(text: string): { url: string; words: string } | undefined {
  for (const { 0: found, index } of text.matchAll(address)) {
    if (found.length > longestAddress) continue;
    const url = withoutEnding(found);
    if (!normalizeUrl(url)) continue;
    const words = `${text.slice(0, index)} ${text.slice(index + url.length)}`;
    return { url, words: words.replaceAll(url, " ").trim() };
  }
  return undefined;
}

/**
 * What the words of a share are; undefined when there are none. A quotation stays a text, however short; a title that
 * came with files is theirs, and so is a text that only says it again.
 */
export function pieceOf({ title: said, text: written, url, files = [] }: SharedWords): SharedPiece | undefined {
  const title = files.length > 0 ? "" : said;
  const text = files.length > 0 && written.trim() === said.trim() ? "" : written;
  const inText = firstLink(text);
  const link = firstLink(url)?.url ?? inText?.url ?? firstLink(title)?.url;
  const words = (inText?.words ?? text).trim();
  const name = firstLink(title) ? "" : title.trim();
  if (link && isCaption(words, name)) {
    const caption = name || words;
    return { kind: "link", url: link, ...(caption && { title: caption }) };
  }
  if (!words && !name) return undefined;
  const content = name && !words.startsWith(name) ? `${name}\n\n${words}` : words;
  return {
    kind: "text",
    page: { kind: "text", content, via: "text", ...(name && { name }), ...(link && { url: link }) },
  };
}

/** The share written into an address by its parameters `title`, `text` and `url`, or by `add` alone; undefined when there is none. */
export function shareInAddress(href: string): FormData | undefined {
  const { searchParams } = new URL(href);
  const form = new FormData();
  for (const name of ["title", "text", "url"]) {
    const value = searchParams.get(name);
    if (value?.trim()) form.set(name, value);
  }
  const added = searchParams.get("add");
  if (added?.trim() && !form.has("text")) form.set("text", added);
  return form.keys().next().done ? undefined : form;
}

/** True for words that only name the page they stand beside. */
function isCaption(words: string, name: string): boolean {
  if (!words || words === name) return true;
  return words.length <= longestCaption && !/\n/.test(words) && !/^["\u201c\u2018\u300c\u300e]/.test(words);
}

/** Latin punctuation at an address's end belongs to the sentence; a bracket does unless it was opened inside. */
function withoutEnding(found: string): string {
  let url = found.replace(/[.,;:!?'*]+$/, "");
  for (const [open, close] of ["()", "[]", "{}"] as const) {
    while (url.endsWith(close as string) && !url.includes(open as string))
      url = url.slice(0, -1).replace(/[.,;:!?'*]+$/, "");
  }
  return url;
}
