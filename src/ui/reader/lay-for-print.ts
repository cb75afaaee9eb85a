import type { Article } from "#domain/article.ts";
import { formatPublished } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { printLinks, printLook, printMarks } from "./aid-preferences.ts";
import { localDay } from "./local-day.ts";

/** Pictures that have not come by then are printed without, in milliseconds. */
const patience = 4000;

/**
 * Lays an article out for paper: its title on every page, its links as numbered notes at the end, where it came from and
 * when. Returns the function that takes all of it away again. Words of the body stay where they are.
 */
export function layForPrint(article: Article, body: HTMLElement, end: HTMLElement): () => void {
  const root = document.documentElement;
  const pages = new CSSStyleSheet();
  pages.replaceSync(`@page {
    margin: 18mm 16mm 20mm;
    @top-center { content: ${quoted(article.title)}; font-size: 8pt; color: #444; }
    @bottom-center { content: counter(page); font-size: 8pt; color: #444; }
  }
  @page :first { @top-center { content: none; } }`);
  document.adoptedStyleSheets.push(pages);
  root.dataset.print = printLook.peek();
  root.dataset.printMarks = printMarks.peek();
  const addresses = printLinks.peek() === "on" ? numberLinks(body) : [];
  end.replaceChildren(...endOf(article, addresses));
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== pages);
    delete root.dataset.print;
    delete root.dataset.printMarks;
    for (const link of body.querySelectorAll("[data-note]")) link.removeAttribute("data-note");
    end.replaceChildren();
  };
}

/** Waits until every picture of a body can be printed, those too that were not yet scrolled to. */
export async function loadPictures(body: HTMLElement): Promise<void> {
  const pictures = [...body.querySelectorAll("img")].filter(({ src }) => src !== "");
  for (const picture of pictures) picture.loading = "eager";
  await Promise.race([
    Promise.allSettled(pictures.map((picture) => picture.decode())),
    new Promise((resolve) => setTimeout(resolve, patience)),
  ]);
}

/** Numbers the links that lead out, equal addresses alike; the stylesheet shows the numbers. */
function numberLinks(body: HTMLElement): string[] {
  const addresses: string[] = [];
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')) {
    if (!link.textContent?.trim()) continue;
    const known = addresses.indexOf(link.href);
    link.dataset.note = String(known < 0 ? addresses.push(link.href) : known + 1);
  }
  return addresses;
}

function endOf(article: Article, addresses: readonly string[]): HTMLElement[] {
  const from = document.createElement("p");
  from.className = "print-from";
  from.textContent = [
    article.url && t.aids.print.from(article.url),
    t.aids.print.kept(formatPublished(localDay(article.savedAt))),
    t.aids.print.printed(formatPublished(localDay(Date.now()))),
  ]
    .filter(Boolean)
    .join(" · ");
  const note = article.note && printMarks.peek() === "on" ? paragraph("print-note", article.note) : undefined;
  if (addresses.length === 0) return note ? [note, from] : [from];
  const heading = paragraph("print-heading", t.aids.print.links);
  const list = document.createElement("ol");
  for (const address of addresses) {
    const item = document.createElement("li");
    item.textContent = address;
    list.append(item);
  }
  return [...(note ? [note] : []), heading, list, from];
}

function paragraph(name: string, words: string): HTMLElement {
  const element = document.createElement("p");
  element.className = name;
  element.textContent = words;
  return element;
}

/** A title as a string of CSS. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&").replace(/[\n\r\f]/g, " ")}"`;
}
