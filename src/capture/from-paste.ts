import { LiuyeError } from "#domain/errors.ts";
import type { Page } from "./page.ts";

/**
 * The page in a paste or drop: its HTML when there is any with words in it, else its plain text.
 * Throws LiuyeError `clipboard-empty`, or `link-alone` for an address without a page.
 */
export function pageFromTransfer(transfer: Pick<DataTransfer, "getData">): Page {
  return pageFrom(transfer.getData("text/html"), transfer.getData("text/plain"));
}

/**
 * The page on the clipboard; must be called from a tap or key.
 * Throws LiuyeError `clipboard-refused` where the browser or the reader says no, `clipboard-empty`, `link-alone`.
 */
export async function pageFromClipboard(): Promise<Page> {
  if (!navigator.clipboard?.read) throw new LiuyeError("clipboard-refused");
  const pieces = await navigator.clipboard.read().catch((cause) => {
    throw new LiuyeError("clipboard-refused", { cause });
  });
  const [html, text] = await Promise.all([textOf(pieces, "text/html"), textOf(pieces, "text/plain")]);
  return pageFrom(html, text);
}

/** Words typed or pasted into the field. Throws as `pageFromTransfer`. */
export function pageFromWords(words: string): Page {
  return pageFrom("", words);
}

async function textOf(pieces: ClipboardItems, type: string): Promise<string> {
  const piece = pieces.find(({ types }) => types.includes(type));
  return piece ? (await piece.getType(type)).text() : "";
}

function pageFrom(html: string, text: string): Page {
  if (!text.trim() && !html.trim()) throw new LiuyeError("clipboard-empty");
  if (/^https?:\/\/\S+$/i.test(text.trim())) throw new LiuyeError("link-alone");
  // Editors put bare markup around plain words; only HTML with some structure says more than the text beside it.
  const structured = /<(?:p|div|h[1-6]|li|table|article|br|img|a|blockquote|pre)\b/i.test(html);
  return structured || !text.trim()
    ? { kind: "html", content: html, via: "paste" }
    : { kind: "text", content: text, via: "paste" };
}
