import { LiuyeError } from "#domain/errors.ts";
import type { Page } from "./page.ts";

/** The largest file taken, in bytes: beyond it cleaning the page would hold a phone up for many seconds. */
export const fileLimit = 5 * 1024 * 1024;

/**
 * Reads an HTML or plain-text file in whatever encoding it has.
 * Throws LiuyeError `file-empty`, `file-too-large`, `file-unreadable` or `not-text`.
 */
export async function pageFromFile(file: File): Promise<Page> {
  if (file.size === 0) throw new LiuyeError("file-empty");
  if (file.size > fileLimit) throw new LiuyeError("file-too-large");
  const { decodeBytes } = await import("#domain/text/decode.ts"); // its tables are large and seldom needed
  const bytes = await file.arrayBuffer().catch((cause) => {
    throw new LiuyeError("file-unreadable", { cause }); // a folder, or a file that has gone since it was picked
  });
  const { text, truncated } = decodeBytes(new Uint8Array(bytes));
  const kind = isHtml(file.name, text) ? "html" : "text";
  return {
    kind,
    via: kind,
    content: text,
    name: file.name.replace(/\.[^.]+$/, ""),
    truncated,
  };
}

/** HTML by its name, or by how it begins when the name says nothing. */
function isHtml(name: string, text: string): boolean {
  if (/\.x?html?$/i.test(name)) return true;
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(
    text.slice(0, 4096),
  );
}
