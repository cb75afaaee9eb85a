import { LiuyeError } from "#domain/errors.ts";

/** Beyond this a page is a trap or a data dump: the largest real article measured had 9,000 elements. */
export const mostElements = 60_000;

type Policy = { createHTML: (html: string) => string };
type PolicyFactory = { createPolicy: (name: string, rules: Policy) => Policy };
let policy: Policy | undefined;

/** Browsers keep a list of a document's forms and walk it for every change: past this many a page would take minutes. */
const mostForms = 100;

/** Parses a page into an inert document: no script runs, nothing is fetched; throws `page-too-complex`. */
export function parseHtml(html: string): Document {
  const forms = html.match(/<form\b/gi)?.length ?? 0;
  const plain = forms > mostForms ? html.replace(/<(\/?)form\b/gi, "<$1div") : html;
  const document = new DOMParser().parseFromString(trusted(plain), "text/html");
  assertReadable(document);
  return document;
}

/** Throws `page-too-complex` for a document no article needs; how deep it can be, every engine's parser limits by itself. */
function assertReadable(document: Document): void {
  if (document.getElementsByTagName("*").length > mostElements) throw new LiuyeError("page-too-complex");
}

/** Markup for a document that is never shown:  what leaves it goes through the sanitiser, so the parser may have it as it is. */
export function trusted(html: string): string {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory) return html;
  policy ??= factory.createPolicy("liuye-parse", { createHTML: (markup) => markup });
  return policy.createHTML(html);
}
