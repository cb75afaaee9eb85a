import Defuddle from "defuddle";
import { LiuyeError } from "#domain/errors.ts";
import { trusted } from "#domain/trusted-markup.ts";

/** What Defuddle takes to be the article of an inert document; not sanitised. Throws `nothing-to-read`. */
export function readByDefuddle(page: Document, url: string | undefined): string {
  const putBack = trustInert();
  try {
    const { content } = new Defuddle(page, url ? { url } : {}).parse();
    if (!content) throw new LiuyeError("nothing-to-read");
    return content;
  } finally {
    putBack();
  }
}

/**
 * Defuddle writes HTML into the inert document it reads, which Trusted Types forbids there too. While it runs (it never
 * waits) markup may be written into documents nobody sees; the app's own stays guarded.
 */
function trustInert(): () => void {
  const own = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML");
  const write = own?.set;
  if (!own || !write) return () => {};
  const { parseFromString } = DOMParser.prototype;
  Object.defineProperty(Element.prototype, "innerHTML", {
    ...own,
    set(this: Element, markup: string) {
      write.call(this, this.ownerDocument === document ? markup : trusted(markup));
    },
  });
  DOMParser.prototype.parseFromString = function (markup, type) {
    return parseFromString.call(this, trusted(String(markup)), type);
  };
  return () => {
    Object.defineProperty(Element.prototype, "innerHTML", own);
    DOMParser.prototype.parseFromString = parseFromString;
  };
}
