import type { Page, PagePicture } from "#capture/page.ts";
import { LiuyeError } from "#domain/errors.ts";
import { type Plist, readBinaryPlist } from "./binary-plist.ts";
import { decodeLabelled } from "./labelled-text.ts";
import { namePictures, resolved } from "./name-pictures.ts";
import { pictureIn } from "./picture.ts";

type Resource = { bytes: Uint8Array; type: string; encoding: string; url: string };

/**
 * The page in a Safari archive (.webarchive): a property list of WebMainResource and WebSubresources, as WebKit's
 * LegacyWebArchive.cpp writes it. Frames (WebSubframeArchives) are left out, and so is the rare form in XML.
 * Throws `format-unknown`, `archive-damaged`, `nothing-to-read`, `file-empty` and `not-text`.
 */
export function pageFromWebarchive(bytes: Uint8Array): Page {
  const archive = readBinaryPlist(bytes);
  const main = resourceIn(entry(archive, "WebMainResource"));
  if (!main) throw new LiuyeError("format-unknown");
  const isHtml = /^(?:text\/html|application\/xhtml\+xml)?$/i.test(main.type);
  if (!isHtml && main.type !== "text/plain") throw new LiuyeError("nothing-to-read");
  const { text, truncated } = decodeLabelled(main.bytes, main.encoding);
  const isWeb = /^https?:/i.test(main.url) && URL.canParse(main.url);
  return {
    kind: isHtml ? "html" : "text",
    via: "webarchive",
    ...(isHtml ? namePictures(text, main.url, picturesIn(archive, main.url)) : { content: text }),
    ...(isWeb && { url: main.url }),
    truncated,
  };
}

function picturesIn(archive: Plist, base: string): Map<string, PagePicture> {
  const pictures = new Map<string, PagePicture>();
  const list = entry(archive, "WebSubresources");
  for (const plist of Array.isArray(list) ? list : []) {
    const resource = resourceIn(plist);
    const picture = resource && pictureIn(resource.bytes, resource.type);
    if (picture) pictures.set(resolved(resource.url, base), picture);
  }
  return pictures;
}

function resourceIn(plist: Plist): Resource | undefined {
  const bytes = entry(plist, "WebResourceData");
  if (!(bytes instanceof Uint8Array)) return undefined;
  const text = (key: string) => {
    const value = entry(plist, key);
    return typeof value === "string" ? value.trim() : "";
  };
  return {
    bytes,
    type: text("WebResourceMIMEType"),
    encoding: text("WebResourceTextEncodingName"),
    url: text("WebResourceURL"),
  };
}

function entry(plist: Plist, key: string): Plist {
  return plist instanceof Map ? (plist.get(key) ?? null) : null;
}
