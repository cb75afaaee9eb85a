import { disarm } from "#domain/disarm.ts";
import { LiuyeError } from "#domain/errors.ts";
import { trusted } from "#domain/trusted-markup.ts";

/** Beyond this a page is a trap or a data dump: the largest real article measured had 9,000 elements. */
export const mostElements = 60_000;

/** Browsers keep a list of a document's forms and walk it for every change: past this many a page would take minutes. */
const mostForms = 100;

/** Parses a page into an inert document: no script runs, nothing is fetched; throws `page-too-complex`. */
export function parseHtml(html: string): Document {
  const forms = html.match(/<form\b/gi)?.length ?? 0;
  const plain = forms > mostForms ? html.replace(/<(\/?)form\b/gi, "<$1div") : html;
  const document = new DOMParser().parseFromString(trusted(withoutScriptless(plain)), "text/html");
  disarm(document);
  assertReadable(document);
  return document;
}

/** Throws `page-too-complex` for a document no article needs; how deep it can be, every engine's parser limits by itself. */
function assertReadable(document: Document): void {
  if (document.getElementsByTagName("*").length > mostElements) throw new LiuyeError("page-too-complex");
}

/**
 * Leaves of each `<noscript>` its picture alone. Where scripts run it ends at the first end tag; a parser without them may
 * take the whole rest of the page for a part of it.
 */
function withoutScriptless(html: string): string {
  const begin = /<noscript\b[^>]*>/gi;
  const end = /<\/noscript/gi;
  let plain = "";
  let at = 0;
  for (let found = begin.exec(html); found; found = begin.exec(html)) {
    end.lastIndex = begin.lastIndex;
    const until = end.exec(html)?.index;
    if (until === undefined) break;
    const [picture = ""] = /<img\b[^>]*>/i.exec(html.slice(begin.lastIndex, until)) ?? [];
    plain += html.slice(at, begin.lastIndex) + picture;
    at = until;
    begin.lastIndex = until;
  }
  return plain + html.slice(at);
}
