import { isNoteMarker } from "#domain/text/footnote-marker.ts";

/** A note and the link that refers to it. */
export type FoundNote = { link: HTMLAnchorElement; target: HTMLElement; copy: DocumentFragment };

/** More than this is no note but a part of the article, in characters. */
const longestNote = 3000;

const block = "li, p, dd, td, blockquote, aside, div, section";

/** The note a link of the body refers to, copied without what leads back from it; undefined where it is another kind of link. */
export function findNote(link: HTMLAnchorElement, body: HTMLElement): FoundNote | undefined {
  const target = targetOf(link, body);
  if (!target || !(isNoteMarker(link.textContent ?? "") || link.closest("sup"))) return undefined;
  const follows = link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
  const note = target.matches(block) ? target : target.closest<HTMLElement>(block);
  if (!follows || !note || note === body || note.contains(link) || !body.contains(note)) return undefined;
  if ((note.textContent ?? "").length > longestNote) return undefined;
  const copy = copyOf(note);
  return copy.textContent?.trim() ? { link, target, copy } : undefined;
}

/** The place in the same body that a link leads to. */
export function targetOf(link: HTMLAnchorElement, body: HTMLElement): HTMLElement | undefined {
  const name = link.getAttribute("href")?.replace(/^#/, "") ?? "";
  const names = [name, decoded(name)].filter(Boolean).map((each) => CSS.escape(each));
  if (names.length === 0) return undefined;
  return (
    body.querySelector<HTMLElement>(names.flatMap((each) => [`#${each}`, `[name="${each}"]`]).join(", ")) ?? undefined
  );
}

function copyOf(note: HTMLElement): DocumentFragment {
  const copy = document.createDocumentFragment();
  for (const node of note.childNodes) copy.append(node.cloneNode(true));
  for (const element of copy.querySelectorAll("[id], [name]")) {
    element.removeAttribute("id");
    element.removeAttribute("name");
  }
  for (const link of copy.querySelectorAll('a[href^="#"]')) {
    const words = link.textContent?.trim() ?? "";
    if (!/[\p{L}\p{N}]{3}/u.test(words))
      link.remove(); // ↩, ^, a, 1: the way back
    else link.removeAttribute("href");
  }
  return copy;
}

/** An address escapes what an id says plainly. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
