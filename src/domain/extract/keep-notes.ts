import type { ParsedPage } from "./parsed-page.ts";
import { namesIn } from "./places.ts";

const holder = /^(?:OL|UL|DL|DIV|SECTION|ASIDE|FOOTER)$/;
const noteName = /^(?:fn|note|footnote|endnote|cite|ref|_ftn|_edn)/i;

/** Brings back the notes an article's marks lead to: they stand apart from it, as lists of links, and get lost with those. */
export function keepNotes({ document, body }: ParsedPage): void {
  const links = [...body.querySelectorAll('a[href^="#"]')];
  if (links.length === 0) return;
  const here = new Set(
    [...body.querySelectorAll("[id], a[name]")].map((place) => place.id || place.getAttribute("name")),
  );
  const lists = new Map<Element, number>();
  for (const link of links) {
    const name = namesIn(link).find((candidate) => noteName.test(candidate));
    const note = name !== undefined && !here.has(name) ? document.getElementById(name) : null;
    const list = note?.parentElement;
    if (list && holder.test(list.tagName)) lists.set(list, (lists.get(list) ?? 0) + 1);
  }
  const length = body.textContent?.length ?? 0;
  for (const list of lists.keys()) if ((list.textContent?.length ?? 0) < length) body.append(list.cloneNode(true));
}
