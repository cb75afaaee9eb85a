import { disarm } from "#domain/disarm.ts";
import { LiuyeError } from "#domain/errors.ts";
import { trusted } from "#domain/trusted-markup.ts";

/** Beyond this a page is a trap or a data dump: the largest real article measured had 9,000 elements. */
export const mostElements = 60_000;

/** Browsers keep a list of a document's forms and walk it for every change: past this many a page would take minutes. */
const mostForms = 100;

/** Formatting left open is opened anew in every block after it (HTML 13.2.4.3): this many copies and no more are worth having. */
const mostCopies = 200_000;
/** So many different ones open at once are a trap by themselves: each tag is held against all of them. */
const mostOpen = 400;
/** The parser keeps this many alike open ("Noah's ark"). */
const mostAlike = 3;

/** Parses a page into an inert document: no script runs, nothing is fetched; throws `page-too-complex`. */
export function parseHtml(html: string): Document {
  const forms = html.match(/<form\b/gi)?.length ?? 0;
  const plain = forms > mostForms ? html.replace(/<(\/?)form\b/gi, "<$1div") : html;
  const document = new DOMParser().parseFromString(trusted(withoutScriptless(withoutTraps(plain))), "text/html");
  disarm(document);
  assertReadable(document);
  return document;
}

/** Throws `page-too-complex` for a document no article needs; how deep it can be, every engine's parser limits by itself. */
function assertReadable(document: Document): void {
  if (document.getElementsByTagName("*").length > mostElements) throw new LiuyeError("page-too-complex");
}

const formatting = "(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\\s/>])";
const formattingTags = new RegExp(`<(/?)(${formatting}[^<>]{0,200})`, "gi");
const blockTags = /<\/?(?:p|div|li|t[dhr]|d[dt]|h[1-6]|blockquote|[uo]l|table)\b/gi;

/** A page whose formatting would multiply beyond all measure loses it. */
function withoutTraps(html: string): string {
  const open = new Map<string, string[]>();
  const alike = new Map<string, number>();
  let count = 0;
  let copies = 0;
  let last = 0;
  const copied = (until: number) => {
    // Where nothing is open nothing is copied: on most pages there is next to nothing to look at.
    const tags = count > 0 ? html.slice(last, until).matchAll(blockTags) : [];
    for (const _tag of tags) {
      copies += count;
      if (copies > mostCopies) break;
    }
    last = until;
    return count > mostOpen || copies > mostCopies;
  };
  let isTrap = false;
  for (const { 1: end, 2: tag = "", index } of html.matchAll(formattingTags)) {
    isTrap = copied(index);
    if (isTrap) break;
    const name = /^\w+/.exec(tag)?.[0].toLowerCase() ?? "";
    const stack = open.get(name) ?? [];
    if (end) {
      const same = stack.pop();
      if (same === undefined) continue;
      alike.set(same, (alike.get(same) ?? 1) - 1);
      count--;
    } else {
      const same = alike.get(tag) ?? 0;
      if (same >= mostAlike) continue;
      alike.set(tag, same + 1);
      stack.push(tag);
      open.set(name, stack);
      count++;
    }
  }
  return isTrap || copied(html.length) ? html.replace(new RegExp(`<(/?)${formatting}`, "gi"), "<$1span") : html;
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
