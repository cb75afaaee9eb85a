import { bytesOfBase64 } from "./base64.ts";
import type { PagePicture } from "./page.ts";

/** Shorter ones are bullets and spacers, which may stay in the text. */
const shortest = 512;

/** A raster picture written into an address, as SingleFile and mail programs do. */
const inline = /data:(image\/(?:png|jpeg|jpg|gif|webp|avif));base64,([A-Za-z0-9+/=]+)/g;

/**
 * Takes the pictures written into a page out of it, each named `cid:inline-n` in its place: a page of 20 MB is mostly
 * such pictures, and its words are soon read without them.
 */
export function liftPictures(html: string): { html: string; pictures: Map<string, PagePicture> } {
  const pictures = new Map<string, PagePicture>();
  const names = new Map<string, string>();
  const lifted = html.replace(inline, (address, type: string, data: string) => {
    if (data.length < shortest) return address;
    const known = names.get(address);
    if (known) return known;
    const name = `cid:inline-${pictures.size + 1}`;
    pictures.set(name, { type, bytes: bytesOfBase64(data) }); // one broken off in the middle is found damaged when it is decoded
    names.set(address, name);
    return name;
  });
  return { html: lifted, pictures };
}
