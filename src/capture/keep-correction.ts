// A page captured again whose article the reader had put right by hand.
import type { Article, Content } from "#domain/article.ts";
import { plainText } from "#domain/extract/blocks.ts";
import { excerptOf } from "#domain/extract/extracted.ts";
import { parseHtml } from "#domain/extract/parse-html.ts";
import { htmlOf, sanitizeToFragment } from "#domain/sanitize.ts";
import { countReading } from "#domain/text/count.ts";
import { contentOf, type Draft } from "#library/articles.ts";
import { picturesById } from "#library/pictures.ts";
import { blocksIn, takeOut, wrapLoose } from "./body-blocks.ts";
import { pageOf, readPage } from "./kept-page.ts";
import { leadWords } from "./lead-words.ts";

/**
 * The draft with the reader's own body. Where the page says what it said before, or the reader chose more of it than we
 * had, that is the body as it stands; where the page has changed, it is the new one without the blocks taken out before.
 * The page itself is kept as it came, so that "read again" gives it whole.
 */
export async function keepCorrection(draft: Draft, known: Article): Promise<Draft> {
  const content = await contentOf(known.id);
  if (!content) return draft;
  const page = await pageOf(known);
  if (!page) return withBody(draft, known, content);
  const before = await readPage(page);
  if (bare(before.textContent) === bare(draft.text)) return withBody(draft, known, content);
  const found = new Set(blocksOf(before.contentHtml).map(bareOf));
  const own = new Set(blocksOf(content.html).map(bareOf));
  if ([...own].some((block) => block && !found.has(block))) return withBody(draft, known, content);
  return (
    withoutBlocks(draft, new Set([...found].filter((block) => block && !own.has(block)))) ??
    withBody(draft, known, content)
  );
}

async function withBody(draft: Draft, known: Article, content: Content): Promise<Draft> {
  const { html, text, sanitizer, aside } = content;
  const { lang, excerpt, length, receipt = draft.receipt } = known;
  return {
    ...draft,
    ...{ lang, excerpt, length, html, text, sanitizer },
    ...(receipt &&
      draft.receipt && { receipt: { ...draft.receipt, bytes: receipt.bytes, pictures: receipt.pictures } }),
    ...(aside && { aside }),
    pictures: await picturesById(content.pictures ?? []),
  };
}

/** A draft without the blocks that say any of these; undefined when nothing to read would be left. */
function withoutBlocks(draft: Draft, struck: ReadonlySet<string>): Draft | undefined {
  const fragment = sanitizeToFragment(draft.html);
  wrapLoose(fragment, document.implementation.createHTMLDocument(""));
  takeOut(blocksIn(fragment).filter((block) => struck.has(bareOf(block))));
  const lead = leadWords(fragment); // before its nodes go into the HTML
  const html = htmlOf(fragment);
  const text = plainText(parseHtml(html).body).trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  return { ...draft, html, text, excerpt: excerptOf(lead || text), length: countReading(text) };
}

function blocksOf(html: string): Element[] {
  const fragment = sanitizeToFragment(html);
  wrapLoose(fragment, document.implementation.createHTMLDocument(""));
  return blocksIn(fragment);
}

function bareOf(block: Element): string {
  return bare(block.textContent ?? "");
}

function bare(text: string): string {
  return text.replace(/\s+/g, "");
}
