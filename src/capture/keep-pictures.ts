import type { MissingReason, Picture } from "#domain/article.ts";
import { sha256 } from "#domain/sha256.ts";
import { bytesOfBase64 } from "./base64.ts";
import type { PagePicture } from "./page.ts";

/** The largest picture kept, in bytes: a full-page photograph of a good camera; beyond it the store itself grows unsure. */
const pictureLimit = 8 * 1024 * 1024;

/** All pictures of one article together, in bytes. */
const articleLimit = 60 * 1024 * 1024;

/** A picture of up to this many pixels a side is there to count readers. */
const trackingPixel = 2;

/** What became of the pictures of a page. */
export type KeptPictures = { pictures: Picture[]; missing: Partial<Record<MissingReason, number>> };

/** Where bytes of a picture may come from, by its address; undefined when they cannot be had, and why. */
export type PictureSource = (address: string) => Promise<PagePicture | MissingReason>;

/** The bytes that came with a page, and those written into its addresses. */
export function fromPage(pictures: ReadonlyMap<string, PagePicture> | undefined): PictureSource {
  return async (address) => {
    if (address.startsWith("data:")) return fromDataAddress(address);
    return pictures?.get(address) ?? "absent";
  };
}

/**
 * Takes the pictures of a clean article apart from it: each that can be had is decoded once to be sure, named by its
 * SHA-256 and marked in the article with `data-picture`; the others are marked with the reason in `data-missing`.
 */
export async function keepPictures(article: ParentNode, source: PictureSource): Promise<KeptPictures> {
  const pictures = new Map<string, Picture>();
  const missing: KeptPictures["missing"] = {};
  let total = 0;
  for (const image of article.querySelectorAll("img:not([data-picture])")) {
    const address = image.getAttribute("src") ?? image.getAttribute("data-remote-src");
    if (!address) continue;
    const found = await keepOne(await source(address), articleLimit - total);
    if (typeof found === "string") {
      if (image.hasAttribute("src")) image.remove();
      image.setAttribute("data-missing", found);
      missing[found] = (missing[found] ?? 0) + 1;
      continue;
    }
    if (found.width <= trackingPixel || found.height <= trackingPixel) {
      image.remove();
      continue;
    }
    if (!pictures.has(found.id)) total += found.bytes.byteLength;
    pictures.set(found.id, found);
    image.removeAttribute("src");
    image.removeAttribute("data-missing");
    image.setAttribute("data-picture", found.id);
    image.setAttribute("width", String(found.width)); // so that the page reserves its room before it is drawn
    image.setAttribute("height", String(found.height));
  }
  return { pictures: [...pictures.values()], missing };
}

async function keepOne(found: PagePicture | MissingReason, room: number): Promise<Picture | MissingReason> {
  if (typeof found === "string") return found;
  const { bytes } = found;
  if (bytes.byteLength > Math.min(pictureLimit, room)) return "too-large";
  const type = typeOf(bytes);
  if (!type) return "damaged";
  const own = new Uint8Array(bytes).buffer; // a copy: the bytes may be a window onto a whole archive
  const size = await sizeOf(new Blob([own], { type }));
  if (!size) return "damaged";
  return { id: await sha256(own), type, bytes: own, ...size };
}

/** The type by the first bytes, never by what the page says; raster formats only, since SVG can carry scripts. */
function typeOf(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (start.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (/^GIF8[79]a/.test(start)) return "image/gif";
  if (/^RIFF[\s\S]{4}WEBP/.test(start)) return "image/webp";
  if (/^[\s\S]{4}ftypavi[fs]/.test(start)) return "image/avif";
  return undefined;
}

async function sizeOf(picture: Blob): Promise<{ width: number; height: number } | undefined> {
  try {
    const bitmap = await createImageBitmap(picture);
    const { width, height } = bitmap;
    bitmap.close();
    return { width, height };
  } catch {
    return undefined;
  }
}

function fromDataAddress(address: string): PagePicture | MissingReason {
  const [, type = "", data = ""] = /^data:([^;,]*);base64,([\s\S]*)$/i.exec(address) ?? [];
  return data ? { type, bytes: bytesOfBase64(data) } : "damaged";
}
