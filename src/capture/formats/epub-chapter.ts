import { type Place, placeOf } from "./epub-files.ts";
import { escapeHtml } from "./html-page.ts";
import { elementsNamed } from "./parse-xml.ts";

/** How a chapter's references are found again in the one page the book becomes. */
export type References = {
  anchor: (place: Place) => string | undefined;
  picture: (path: string) => string | undefined;
};

export type Chapter = { html: string; heading: string | undefined };

/** The id an element of a chapter has in the whole book: chapters use the same ids without knowing of each other. */
export function idIn(chapter: number, id: string): string {
  return `c${chapter}-${id}`;
}

/** A chapter as a section of the whole; `label` is its name in the contents list, for one without a heading. */
export function chapterOf(
  document: Document,
  number: number,
  path: string,
  label: string | undefined,
  references: References,
): Chapter {
  const { body } = document;
  for (const element of body.querySelectorAll("script, style, link, meta, base, template, iframe")) element.remove();
  showPictures(body, path, references);
  followLinks(body, path, references);
  const starts = [document.documentElement, body].map(({ id }) => id).filter((id) => id !== "");
  for (const element of body.querySelectorAll("[id], a[name]")) {
    const id = element.getAttribute("id") ?? element.getAttribute("name") ?? "";
    element.removeAttribute("name");
    element.setAttribute("id", idIn(number, id));
  }
  const headings = [...body.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const heading = headings.map(({ textContent }) => textContent?.replace(/\s+/g, " ").trim()).find(Boolean);
  if (headings.some(({ localName }) => localName === "h1")) lowerHeadings(headings);
  const marks = starts.map((id) => `<a id="${escapeHtml(idIn(number, id))}"></a>`).join("");
  const title = label && !heading ? `<h2>${escapeHtml(label)}</h2>\n` : "";
  return { html: `<section id="chapter-${number}">${marks}\n${title}${body.innerHTML.trim()}\n</section>`, heading };
}

/** The first level belongs to the book. */
function lowerHeadings(headings: readonly Element[]): void {
  for (const heading of headings) {
    const level = Math.min(6, Number(heading.localName.slice(1)) + 1);
    const lower = heading.ownerDocument.createElement(`h${level}`);
    if (heading.id) lower.id = heading.id;
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
}

/** Pictures get the names they have in the page; one in an SVG frame, as covers are, stands for the whole drawing. */
function showPictures(body: Element, path: string, { picture }: References): void {
  const nameOf = (address: string | null) => {
    const place = address ? placeOf(address, path) : undefined;
    return place && picture(place.path);
  };
  for (const image of elementsNamed(body, "image")) {
    const name = nameOf(image.getAttribute("xlink:href") ?? image.getAttribute("href"));
    const drawing = image.closest("svg, svg\\:svg");
    if (!name || !drawing) continue;
    const plain = body.ownerDocument.createElement("img");
    plain.setAttribute("src", name);
    plain.setAttribute("alt", elementsNamed(drawing, "title")[0]?.textContent?.trim() ?? "");
    drawing.before(plain);
    image.remove();
    if (!drawing.querySelector("path, rect, circle, ellipse, line, polyline, polygon, text, image")) drawing.remove();
  }
  for (const image of body.querySelectorAll("img[src]")) {
    const source = image.getAttribute("src") ?? "";
    if (/^(?:https?|data|cid):/i.test(source)) continue;
    const name = nameOf(source);
    image.removeAttribute("srcset");
    if (name) image.setAttribute("src", name);
    else image.removeAttribute("src");
  }
}

/** Links inside the book lead to their place in the page; those to files that are not read lead nowhere. */
function followLinks(body: Element, path: string, { anchor }: References): void {
  for (const link of body.querySelectorAll("a[href]")) {
    const place = placeOf(link.getAttribute("href") ?? "", path);
    if (!place) continue;
    const target = anchor(place);
    if (target) link.setAttribute("href", `#${target}`);
    else link.removeAttribute("href");
  }
}
