// What was left out of an article, by which rule, and how to have some of it back.
import type { Article, Content } from "#domain/article.ts";
import { squeeze } from "#domain/extract/blanks.ts";
import { plainText } from "#domain/extract/blocks.ts";
import { extractWith } from "#domain/extract/extract.ts";
import type { Removed } from "#domain/extract/parsed-page.ts";
import { steps } from "#domain/extract/steps.ts";
import { htmlOf, sanitizeToFragment } from "#domain/sanitize.ts";
import type { Remade } from "#library/edits.ts";
import { blocksIn, wrapLoose } from "./body-blocks.ts";
import { type KeptPage, pageOf } from "./kept-page.ts";
import { layPage, remake } from "./recapture.ts";

/** Which rule left a block out: it is no part of the article, or it is a line of the page around it. */
type LeftBy = "outside" | "chrome";

/** A block of the page that the article does not have. */
export type LeftOut = {
  /** Its place among all blocks of the page. */
  place: number;
  text: string;
  by: LeftBy;
};

/** The blocks of the kept page its article does not have, in order; null when no page was kept. */
export async function leftOut(article: Article, content: Content): Promise<LeftOut[] | null> {
  const page = await pageOf(article);
  if (!page) return null;
  const here = squeeze(content.text);
  const chrome = new Set(removedFrom(page).map(({ text }) => squeeze(text)));
  return pageBlocks(page).flatMap((block, place) => {
    const text = plainText(block);
    const bare = squeeze(text);
    // Its title stands above the article.
    if (bare === "" || here.includes(bare) || bare === squeeze(article.title)) return [];
    return [{ place, text, by: page.kind === "text" || chrome.has(bare) ? ("chrome" as const) : ("outside" as const) }];
  });
}

/** The article with blocks of its page, by their places, where they stood: before the next block it has. */
export async function giveBack(
  article: Article,
  content: Content,
  places: ReadonlySet<number>,
): Promise<Remade | null> {
  const page = await pageOf(article);
  if (!page) return null;
  const fragment = sanitizeToFragment(content.html);
  wrapLoose(fragment, document.implementation.createHTMLDocument(""));
  const kept = new Map(blocksIn(fragment).map((block) => [squeeze(block.textContent ?? ""), block]));
  const blocks = pageBlocks(page);
  for (const [place, block] of blocks.entries()) {
    if (!places.has(place)) continue;
    const next = blocks
      .slice(place + 1)
      .map((other) => kept.get(squeeze(other.textContent ?? "")))
      .find((other) => other !== undefined);
    const copy = standalone(block);
    if (next) next.before(copy);
    else fragment.append(copy);
  }
  return remake(htmlOf(fragment), article);
}

/** A copy that can stand by itself: a point of a list becomes a paragraph. */
function standalone(block: Element): Element {
  const copy = block.cloneNode(true) as Element;
  if (!/^(?:LI|DT|DD|SUMMARY|FIGCAPTION)$/.test(copy.tagName)) return copy;
  const paragraph = block.ownerDocument.createElement("p");
  paragraph.append(...copy.childNodes);
  return paragraph;
}

function pageBlocks(page: KeptPage): Element[] {
  const fragment = sanitizeToFragment(layPage(page));
  wrapLoose(fragment, document.implementation.createHTMLDocument(""));
  return blocksIn(fragment);
}

function removedFrom({ kind, content, url, whole }: KeptPage): Removed[] {
  const log: Removed[] = [];
  if (kind === "html" && !whole) extractWith(steps, content, url, log);
  return log;
}
