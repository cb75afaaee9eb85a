// Making an article's body anew from what was kept of its page. Nothing is saved here: whoever asked looks first.
import type { Article, Content, MissingReason, SetAside } from "#domain/article.ts";
import { LiuyeError } from "#domain/errors.ts";
import { plainText } from "#domain/extract/blocks.ts";
import { extractWith } from "#domain/extract/extract.ts";
import { excerptOf } from "#domain/extract/extracted.ts";
import { linesIn, paragraphsOf } from "#domain/extract/join-lines.ts";
import { parseHtml } from "#domain/extract/parse-html.ts";
import type { Step } from "#domain/extract/parsed-page.ts";
import { steps } from "#domain/extract/steps.ts";
import { htmlOf, sanitizerVersion, sanitizeToFragment } from "#domain/sanitize.ts";
import { countReading } from "#domain/text/count.ts";
import { languageOf } from "#domain/text/language.ts";
import { contentOf } from "#library/articles.ts";
import { keptPictures, type Remade } from "#library/edits.ts";
import { blocksIn, takeOut, wrapLoose } from "./body-blocks.ts";
import { sourceOf, standardsOf } from "./capture.ts";
import { fromPage, keepPictures } from "./keep-pictures.ts";
import { type KeptPage, pageOf, readPage } from "./kept-page.ts";
import { leadWords } from "./lead-words.ts";

/** What is known of a page's pictures by their addresses: where each is kept, or why it is not. */
type Known = { kept: Map<string, SetAside>; lost: Map<string, MissingReason> };

const preparing = [
  "reveal-hidden",
  "wake-images",
  "choose-pictures",
  "drop-pixels",
  "resolve-addresses",
  "unwrap-forms",
  "keep-places",
];
const laying = ["lay-paragraphs", "mark-headings", "drop-dead-links"];

/** Reads the kept page again by today's rules; null when no page was kept. */
export async function readAgain(article: Article): Promise<Remade | null> {
  const page = await pageOf(article);
  if (!page) return null;
  const {
    contentHtml,
    textContent,
    title,
    siteName,
    lang,
    excerpt: _,
    url: __,
    claimed: ___,
    ...fields
  } = await readPage(page);
  const found = {
    ...fields,
    ...standardsOf(title, textContent),
    ...(page.kind === "html" && title && { title }), // a text's title may have been its file's name
    ...sourceOf(siteName, page.url, fields.origins),
  };
  return { ...(await remake(contentHtml, article)), lang, found, again: true };
}

/** The kept page as another reader of pages finds it; null when no page was kept, or only its text. */
export async function readOtherwise(article: Article): Promise<Remade | null> {
  const page = await pageOf(article);
  if (page?.kind !== "html") return null;
  const { readByDefuddle } = await import("./read-by-defuddle.ts");
  return remake(readByDefuddle(parseHtml(page.content), page.url), article);
}

/** All that can be seen of the kept page, its menus and notices too; null when no page was kept. */
export async function readWhole(article: Article): Promise<Remade | null> {
  const page = await pageOf(article);
  return page && remake(layPage(page), article);
}

/** The kept page with its parts where they were, cleaned, for a reader to point at one; null when no page was kept. */
export async function pageToPick(article: Article): Promise<string | null> {
  const page = await pageOf(article);
  if (!page) return null;
  const html =
    page.kind === "text" ? layPage(page) : extractWith(only(preparing, dropHidden), page.content, page.url).contentHtml;
  const fragment = sanitizeToFragment(html);
  wrapLoose(fragment, document.implementation.createHTMLDocument(""));
  showKept(fragment, await knownPictures(article.id));
  return htmlOf(fragment);
}

/** The element at a place (counting all elements in order) of a page from `pageToPick`, as a body. */
export function pick(article: Article, html: string, place: number): Promise<Remade> {
  const choose: Step = {
    name: "choose",
    run: (page) => {
      const chosen = page.body.querySelectorAll("*")[place];
      if (!chosen) throw new LiuyeError("nothing-to-read");
      const holder = page.document.createElement("div");
      holder.append(chosen);
      for (const image of holder.querySelectorAll("img[data-remote-src]"))
        image.setAttribute("src", image.getAttribute("data-remote-src") ?? "");
      page.body = holder;
    },
  };
  const dropTitle: Step = {
    name: "drop-title",
    run: ({ body }) => {
      const [first] = body.children;
      if (first && body.children.length > 1 && first.textContent?.trim() === article.title) first.remove(); // it stands above
    },
  };
  return remake(extractWith([choose, ...only(laying, dropTitle)], html).contentHtml, article);
}

/** The present body with every block apart, for a reader to strike some out. */
export function bodyToStrike(html: string): string {
  const fragment = sanitizeToFragment(html);
  wrapLoose(fragment, document.implementation.createHTMLDocument(""));
  return htmlOf(fragment);
}

/** A body from `bodyToStrike` without the blocks at these places (counting blocks in order). */
export async function strike(article: Article, html: string, places: ReadonlySet<number>): Promise<Remade> {
  const fragment = sanitizeToFragment(html);
  takeOut(blocksIn(fragment).filter((_, place) => places.has(place)));
  return remake(htmlOf(fragment), article);
}

/** Cleans a body, finds its pictures again, and says what there is to read in it. */
export async function remake(contentHtml: string, article: Article): Promise<Remade> {
  const fragment = sanitizeToFragment(contentHtml);
  const known = await knownPictures(article.id);
  showKept(fragment, known);
  const inside = fromPage(undefined);
  const { pictures: fresh } = await keepPictures(
    fragment,
    async (address) => known.lost.get(address) ?? inside(address),
  );
  const images = [...fragment.querySelectorAll<HTMLImageElement>("img")];
  const shown = images.flatMap((image) => image.dataset.picture ?? []);
  const aside = [...known.kept.values()].filter(({ id }) => !shown.includes(id));
  const missing: Remade["missing"] = {};
  for (const image of images) {
    const reason = image.dataset.missing as MissingReason | undefined;
    if (reason && !image.dataset.picture) missing[reason] = (missing[reason] ?? 0) + 1;
  }
  const lead = leadWords(fragment); // before its nodes go into the HTML
  const html = htmlOf(fragment);
  const text = plainText(parseHtml(html).body).trim();
  if (!/[\p{L}\p{N}]/u.test(text)) throw new LiuyeError("nothing-to-read");
  return {
    html,
    text,
    sanitizer: sanitizerVersion,
    pictures: shown,
    ...(aside.length > 0 && { aside }),
    fresh,
    missing,
    lang: languageOf(text, article.lang),
    excerpt: excerptOf(lead || text),
    length: countReading(text),
    found: {},
  };
}

/** A page laid as plain blocks, nothing left out but what no eye sees. */
export function layPage({ kind, content, url }: KeptPage): string {
  if (kind === "html") return extractWith([...only(preparing, dropHidden), ...only(laying)], content, url).contentHtml;
  const page = parseHtml("");
  for (const lines of paragraphsOf(linesIn(content))) {
    const paragraph = page.createElement("p");
    paragraph.append(...lines.flatMap((line, at) => (at === 0 ? [line] : [page.createElement("br"), line])));
    page.body.append(paragraph);
  }
  return page.body.innerHTML;
}

function only(names: readonly string[], ...more: Step[]): Step[] {
  const named = steps.filter(({ name }) => names.includes(name));
  if (named.length < names.length) throw new Error(`A step of ${names} is called otherwise now`);
  return [...named, ...more];
}

const dropHidden: Step = {
  name: "drop-hidden",
  run: ({ body }) => {
    for (const element of body.querySelectorAll<HTMLElement>("[hidden], [style]")) {
      const style = element.getAttribute("style") ?? "";
      if (element.hidden || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) element.remove();
    }
  },
};

/** The pictures of the present body and those set aside, by address, as far as the library still has them. */
async function knownPictures(id: string): Promise<Known> {
  const content: Content | null = await contentOf(id);
  const known: Known = {
    kept: new Map((content?.aside ?? []).map((picture) => [picture.address, picture])),
    lost: new Map(),
  };
  for (const image of sanitizeToFragment(content?.html ?? "").querySelectorAll<HTMLImageElement>(
    "img[data-remote-src]",
  )) {
    const { remoteSrc: address = "", picture, missing } = image.dataset;
    const [width = "", height = ""] = ["width", "height"].map((side) => image.getAttribute(side) ?? "");
    if (picture) known.kept.set(address, { address, id: picture, width, height });
    else if (missing) known.lost.set(address, missing as MissingReason);
  }
  const kept = await keptPictures([...known.kept.values()].map((picture) => picture.id));
  for (const [address, picture] of known.kept) if (!kept.has(picture.id)) known.kept.delete(address);
  return known;
}

/** Gives the pictures we have to the images that show them, by address. */
function showKept(fragment: ParentNode, { kept }: Known): void {
  for (const image of fragment.querySelectorAll<HTMLImageElement>("img[data-remote-src]:not([data-picture])")) {
    const picture = kept.get(image.dataset.remoteSrc ?? "");
    if (!picture) continue;
    image.dataset.picture = picture.id;
    image.setAttribute("width", picture.width);
    image.setAttribute("height", picture.height);
    delete image.dataset.missing;
  }
}
