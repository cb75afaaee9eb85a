import type { Article } from "#domain/article.ts";
import type { Highlight } from "#domain/highlight.ts";
import { formatPublished } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { printLinks, printLook, printMarks } from "#ui/reader/aids/aid-preferences.ts";
import { localDay } from "./local-day.ts";

/** Pictures that have not come by then are printed without, in milliseconds. */
const patience = 4000;

/** What goes on paper: the article, and what its reader wrote. */
type Printed = { article: Article; note: string | undefined; highlights: readonly Highlight[] };

/**
 * Lays an article out for paper: its title on every page, its links as numbered notes at the end, where it came from and
 * when. Returns the function that takes all of it away again. Words of the body stay where they are.
 */
export function layForPrint({ article, note, highlights }: Printed, body: HTMLElement, end: HTMLElement): () => void {
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
  const notes = printMarks.peek() === "on" ? notesOf(note, highlights) : [];
  end.replaceChildren(...notes, ...linksOf(addresses), fromOf(article));
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

/** The reader's own words: those about a passage after the passage, those about all of it last. */
function notesOf(note: string | undefined, highlights: readonly Highlight[]): HTMLElement[] {
  const noted = highlights.filter((highlight) => highlight.note);
  if (!note && noted.length === 0) return [];
  const list = document.createElement("dl");
  for (const { anchor, note: words = "" } of noted) {
    list.append(element("dt", anchor.quote.exact), element("dd", words));
  }
  const heading = element("p", t.aids.print.marks, "print-heading");
  return [heading, ...(noted.length > 0 ? [list] : []), ...(note ? [element("p", note, "print-note")] : [])];
}

function linksOf(addresses: readonly string[]): HTMLElement[] {
  if (addresses.length === 0) return [];
  const list = document.createElement("ol");
  for (const address of addresses) list.append(element("li", address));
  return [element("p", t.aids.print.links, "print-heading"), list];
}

function fromOf({ url, savedAt }: Article): HTMLElement {
  const [kept, today] = [savedAt, Date.now()].map((time) => formatPublished(localDay(time)));
  const parts = [url && t.aids.print.from(url), t.aids.print.kept(kept ?? ""), t.aids.print.printed(today ?? "")];
  return element("p", parts.filter(Boolean).join(" · "));
}

function element(tag: string, words: string, name = ""): HTMLElement {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = words;
  return made;
}

/** A title as a string of CSS. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&").replace(/[\n\r\f]/g, " ")}"`;
}
