import type { Page, PagePicture } from "#capture/page.ts";
import { fileAt, placeOf } from "./epub-files.ts";
import { pictureIn } from "./picture.ts";

/** A page of an archive with the pictures that lie beside it there, found by the addresses it shows them with. */
export function withPicturesBeside(page: Page, path: string, entries: ReadonlyMap<string, Uint8Array>): Page {
  const pictures = new Map<string, PagePicture>();
  const names = new Map<string, string>();
  const content = page.content.replace(/<img\b[^<>]*>/gi, (tag) =>
    tag.replace(/(\ssrc\s*=\s*)"([^"]*)"/i, (whole, before: string, address: string) => {
      const place = placeOf(address.replaceAll("&amp;", "&"), path);
      if (!place) return whole;
      const known = names.get(place.path);
      if (known) return `${before}"${known}"`;
      const bytes = fileAt(entries, place.path);
      const picture = bytes && pictureIn(bytes);
      if (!picture) return whole;
      const name = `cid:beside-${pictures.size + 1}`; // a number: names in an archive are anyone's words
      names.set(place.path, name);
      pictures.set(name, picture);
      return `${before}"${name}"`;
    }),
  );
  if (pictures.size === 0) return page;
  const { packed: _, ...rest } = page; // it was packed with the names it came with
  return { ...rest, content, pictures: new Map([...(page.pictures ?? []), ...pictures]) };
}
