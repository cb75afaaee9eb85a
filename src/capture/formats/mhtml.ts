import type { Page, PagePicture } from "#capture/page.ts";
import { LiuyeError } from "#domain/errors.ts";
import { decodeWords } from "./encoded-words.ts";
import { decodeLabelled } from "./labelled-text.ts";
import { bodyOf, type Part, readPart } from "./mime.ts";
import { namePictures, resolved } from "./name-pictures.ts";
import { pictureIn } from "./picture.ts";

/**
 * The page in a web archive as Chrome, Edge, IE and Word write them (.mhtml, .mht); RFC 2557.
 * A file that breaks off gives what there is, and `truncated`.
 * Frames (parts named `cid:frame-…`) are left out: what stands in a frame is seldom the article.
 * Throws `format-unknown`, `archive-damaged`, `archive-hostile`, `nothing-to-read`, `file-empty` and `not-text`.
 */
export function pageFromMhtml(bytes: Uint8Array): Page {
  const archive = readPart(withoutBlankStart(bytes));
  if (!archive?.headers.has("content-type")) throw new LiuyeError("format-unknown");
  const leaves = leavesOf(archive);
  const root = rootOf(archive, leaves);
  if (!root) throw new LiuyeError(archive.closed ? "nothing-to-read" : "archive-damaged");
  const { text, truncated } = decodeLabelled(bodyOf(root), root.parameters.get("charset"));
  const base = locationOf(archive, "snapshot-content-location") || locationOf(root) || locationOf(archive);
  const pictures = picturesIn(
    leaves.filter((leaf) => leaf !== root),
    base,
  );
  const isHtml = root.type !== "text/plain";
  const subject = decodeWords(archive.headers.get("subject") ?? "").trim();
  return {
    kind: isHtml ? "html" : "text",
    via: "mhtml",
    ...(isHtml ? namePictures(text, base, pictures) : { content: text }),
    ...(isWeb(base) && { url: base }),
    ...(subject && { name: subject }),
    truncated: truncated || !archive.closed,
  };
}

/** A byte order mark or empty lines before the first header. */
function withoutBlankStart(bytes: Uint8Array): Uint8Array {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[at] === 0x0d || bytes[at] === 0x0a) at++;
  return bytes.subarray(at);
}

function leavesOf(part: Part): Part[] {
  return part.type.startsWith("multipart/") ? part.parts.flatMap(leavesOf) : [part];
}

/** The part `start` names, else the first HTML, else the first text; RFC 2387 §3.2. */
function rootOf(archive: Part, leaves: readonly Part[]): Part | undefined {
  const named = partNamed(archive, archive.parameters.get("start"));
  const inside = named ? leavesOf(named) : [];
  return inside.find(isHtmlPart) ?? leaves.find(isHtmlPart) ?? leaves.find(({ type }) => type === "text/plain");
}

function partNamed(part: Part, id: string | undefined): Part | undefined {
  if (!id) return undefined;
  for (const inner of part.parts) {
    const found = idOf(inner) === id.replace(/^<|>$/g, "") ? inner : partNamed(inner, id);
    if (found) return found;
  }
  return undefined;
}

function isHtmlPart({ type }: Part): boolean {
  return type === "text/html" || type === "application/xhtml+xml";
}

function picturesIn(leaves: readonly Part[], base: string): Map<string, PagePicture> {
  const pictures = new Map<string, PagePicture>();
  for (const leaf of leaves) {
    if (leaf.type.startsWith("text/")) continue;
    const picture = pictureIn(bodyOf(leaf), leaf.type);
    if (!picture) continue;
    const id = idOf(leaf);
    const location = locationOf(leaf);
    if (id) pictures.set(`cid:${id}`, picture);
    if (location) pictures.set(resolved(location, base), picture);
  }
  return pictures;
}

function idOf(part: Part): string {
  return (part.headers.get("content-id") ?? "").replace(/^<|>$/g, "");
}

/** An address in a header may be folded anywhere and written in encoded words; RFC 2557 §4.4. */
function locationOf(part: Part, header = "content-location"): string {
  const address = decodeWords(part.headers.get(header) ?? "").trim();
  return isWeb(address) ? address.replace(/\s+/g, "") : address; // names of files have blanks of their own
}

function isWeb(address: string): boolean {
  return /^https?:/i.test(address) && URL.canParse(address);
}
