import { LiuyeError } from "#domain/errors.ts";
import type { Page } from "./page.ts";

/** An address without its page. */
export type Link = { kind: "link"; url: string };

/**
 * What is in a paste or drop: its HTML when there is any with structure, else its plain text, or a link if that is all.
 * Throws LiuyeError `clipboard-empty`.
 */
export function pageFromTransfer(transfer: Pick<DataTransfer, "getData">): Page | Link {
  return pageFrom(transfer.getData("text/html"), transfer.getData("text/plain"));
}

/**
 * What is on the clipboard; must be called from a tap or key.
 * Throws LiuyeError `clipboard-refused` where the browser or the reader says no, and `clipboard-empty`.
 */
export async function pageFromClipboard(): Promise<Page | Link> {
  if (!navigator.clipboard?.read) throw new LiuyeError("clipboard-refused");
  const pieces = await navigator.clipboard.read().catch((cause) => {
    throw new LiuyeError("clipboard-refused", { cause });
  });
  const [html, text] = await Promise.all([textOf(pieces, "text/html"), textOf(pieces, "text/plain")]);
  return pageFrom(html, text);
}

/** Words typed into the field, or a link if they are nothing else. Throws as `pageFromTransfer`. */
export function pageFromWords(words: string): Page | Link {
  return pageFrom("", words);
}

async function textOf(pieces: ClipboardItems, type: string): Promise<string> {
  const piece = pieces.find(({ types }) => types.includes(type));
  return piece ? (await piece.getType(type)).text() : "";
}

function pageFrom(html: string, text: string): Page | Link {
  if (!text.trim() && !html.trim()) throw new LiuyeError("clipboard-empty");
  const [link] = /^https?:\/\/\S+$/i.exec(text.trim()) ?? [];
  if (link && URL.canParse(link)) return { kind: "link", url: link };
  // Editors put bare markup around plain words; only HTML with some structure says more than the text beside it.
  const structured = /<(?:p|div|h[1-6]|li|table|article|br|img|a|blockquote|pre)\b/i.test(html);
  return structured || !text.trim()
    ? { kind: "html", content: html, via: "paste" }
    : { kind: "text", content: text, via: "paste" };
}
