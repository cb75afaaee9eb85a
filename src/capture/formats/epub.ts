import type { Page, PagePicture } from "#capture/page.ts";
import { LiuyeError } from "#domain/errors.ts";
import { chapterOf, idIn, type References } from "./epub-chapter.ts";
import { documentAt, fileAt, type Place } from "./epub-files.ts";
import { type Book, readBook } from "./epub-package.ts";
import { escapeHtml, htmlPage } from "./html-page.ts";
import { pictureIn } from "./picture.ts";

/**
 * A book of EPUB 2 or 3, unzipped, as one page: title, contents, and its chapters in reading order.
 * Needs DOMParser, so it runs on the page's thread. A chapter that is missing leaves the rest, and `truncated`.
 * Throws `archive-damaged`, `archive-locked`, `nothing-to-read` and `page-too-complex`.
 */
export function pageFromEpub(entries: ReadonlyMap<string, Uint8Array>): Page {
  const book = readBook(entries);
  const pictures = new Map<string, PagePicture>();
  const references = referencesOf(entries, book, pictures);
  const sections: string[] = [];
  const headings = new Map<number, string>();
  let missing = false;
  for (const [at, { path, type }] of book.spine.entries()) {
    const number = at + 1;
    const label = book.contents.find((entry) => entry.path === path)?.label;
    const isPicture = /^image\/(?!svg)/.test(type);
    const document = isPicture ? undefined : documentAt(entries, path);
    if (document?.body) {
      const { html, heading } = chapterOf(document, number, path, label, references);
      sections.push(html);
      const name = label ?? heading;
      if (name) headings.set(number, name);
    } else {
      const picture = isPicture ? references.picture(path) : undefined;
      if (picture) sections.push(`<section id="chapter-${number}"><img src="${picture}" alt=""></section>`);
      else missing = true;
    }
  }
  if (sections.length === 0) throw new LiuyeError(book.spine.length > 0 ? "archive-damaged" : "nothing-to-read");
  const title = book.imprint.title;
  const top = title ? `<h1>${escapeHtml(title)}</h1>\n` : "";
  const content = htmlPage(book.imprint, `${top}${contentsOf(book, headings, references)}${sections.join("\n")}`);
  return { kind: "html", via: "epub", content, pictures, truncated: missing };
}

function referencesOf(
  entries: ReadonlyMap<string, Uint8Array>,
  { spine, types }: Book,
  pictures: Map<string, PagePicture>,
): References {
  const numbers = new Map(spine.map(({ path }, at) => [path, at + 1]));
  const names = new Map<string, string | undefined>();
  return {
    anchor({ path, fragment }) {
      const number = numbers.get(path);
      if (!number) return undefined;
      return fragment ? idIn(number, fragment) : `chapter-${number}`;
    },
    // A number, not the file's name: names in an archive are anyone's words.
    picture(path) {
      if (names.has(path)) return names.get(path);
      const bytes = fileAt(entries, path);
      const picture = bytes && pictureIn(bytes, types.get(path));
      const name = picture && `cid:picture-${pictures.size + 1}`;
      if (picture && name) pictures.set(name, picture);
      names.set(path, name);
      return name;
    },
  };
}

/** The book's own list where it has one, else the chapters' headings; a single chapter needs none. */
function contentsOf({ contents }: Book, headings: ReadonlyMap<number, string>, { anchor }: References): string {
  const seen = new Set<string>();
  const own = contents.map(({ label, ...place }) => {
    const target = seen.has(place.path) ? anchor(place) : anchor(chapterStart(place));
    seen.add(place.path);
    return target && listed(target, label);
  });
  const links = own.some(Boolean)
    ? own.filter(Boolean)
    : [...headings].map(([number, heading]) => listed(`chapter-${number}`, heading));
  return links.length > 1 ? `<ul>\n${links.join("\n")}\n</ul>\n` : "";
}

function chapterStart({ path }: Place): Place {
  return { path, fragment: "" };
}

function listed(target: string, label: string): string {
  return `<li><a href="#${escapeHtml(target)}">${escapeHtml(label)}</a></li>`;
}
