import { LiuyeError } from "#domain/errors.ts";
import { decodeBytes } from "#domain/text/decode.ts";
import { parseXml } from "./parse-xml.ts";

/** A place in a book: a file of the archive, and in it perhaps an id. */
export type Place = { path: string; fragment: string };

const origin = "https://book.invalid";

/** Where an address in one of the book's files leads, if it stays in the book. */
export function placeOf(address: string, from: string): Place | undefined {
  const base = `${origin}/${from.split("/").map(encodeURIComponent).join("/")}`;
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  if (url.origin !== origin) return undefined;
  return { path: unescaped(url.pathname.slice(1)), fragment: unescaped(url.hash.slice(1)) };
}

/** A file by its path; some makers do not mind capitals. */
export function fileAt(entries: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array | undefined {
  const exact = entries.get(path);
  if (exact) return exact;
  const small = path.toLowerCase();
  for (const [name, bytes] of entries) if (name.toLowerCase() === small) return bytes;
  return undefined;
}

/** A file as a document; undefined when it is missing, empty or no text. */
export function documentAt(entries: ReadonlyMap<string, Uint8Array>, path: string): Document | undefined {
  const bytes = fileAt(entries, path);
  if (!bytes) return undefined;
  try {
    return parseXml(decodeBytes(bytes).text);
  } catch (error) {
    if (error instanceof LiuyeError && error.code !== "page-too-complex") return undefined;
    throw error;
  }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
