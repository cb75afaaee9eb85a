import { LiuyeError } from "#domain/errors.ts";

/** Beyond these a page is a trap or a data dump: the largest real article measured had 9,000 elements, 60 deep. */
const mostElements = 60_000;
const deepest = 512;

type Policy = { createHTML: (html: string) => string };
type PolicyFactory = { createPolicy: (name: string, rules: Policy) => Policy };
let policy: Policy | undefined;

/** Parses a page into an inert document: no script runs, nothing is fetched; throws `page-too-complex`. */
export function parseHtml(html: string): Document {
  const document = new DOMParser().parseFromString(trusted(html), "text/html");
  assertReadable(document);
  return document;
}

/** Throws `page-too-complex` for a document no article needs; never recurses. */
export function assertReadable(document: Document): void {
  if (document.getElementsByTagName("*").length > mostElements) throw new LiuyeError("page-too-complex");
  const walker = document.createTreeWalker(document, 1);
  let depth = 0;
  for (;;) {
    if (walker.firstChild()) depth++;
    else {
      while (!walker.nextSibling()) {
        if (!walker.parentNode()) return;
        depth--;
      }
    }
    if (depth > deepest) throw new LiuyeError("page-too-complex");
  }
}

/** The document is never shown and what leaves it goes through the sanitiser, so the parser may have it as it is. */
function trusted(html: string): string {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory) return html;
  policy ??= factory.createPolicy("liuye-parse", { createHTML: (markup) => markup });
  return policy.createHTML(html);
}
