// Every way in ends here: a page as it came becomes a clean article, or one error and nothing kept.
// It brings extraction and sanitiser with it, so the screens load it with the first capture and not before.
import { codeOf, LiuyeError } from "#domain/errors.ts";
import { extractWith } from "#domain/extract/extract.ts";
import { type Extracted, excerptOf } from "#domain/extract/extracted.ts";
import { present } from "#domain/extract/present.ts";
import { webAddress } from "#domain/extract/web-address.ts";
import { htmlOf, sanitizerVersion, sanitizeToFragment } from "#domain/sanitize.ts";
import { countReading } from "#domain/text/count.ts";
import { standardsIn } from "#domain/text/standards.ts";
import { type Draft, type Saved, saveArticle } from "#library/articles.ts";
import { hostNamed } from "./awaited.ts";
import { breathe } from "./breathe.ts";
import { fromWeb } from "./fetch-pictures.ts";
import { type Identity, identityOf, type Prepared, settleClaims } from "./identity.ts";
import { fromPage, keepPictures } from "./keep-pictures.ts";
import { leadWords } from "./lead-words.ts";
import { compress } from "./originals.ts";
import { longestPage, type Page } from "./page.ts";
import { stepsWithRules } from "./site-rules.ts";
import { withoutPictures } from "./without-pictures.ts";

/** A list of standards names thousands, and a row is read with every list. */
const mostStandards = 100;

/** Makes an article of a page and keeps it. Throws LiuyeError, and then nothing of the page was kept. */
export async function capture(page: Page, now: number): Promise<Saved> {
  const [draft] = await settleClaims([await prepare(page, now)]);
  return keepWithRoom(draft as Draft, now); // one for each prepared
}

/** Keeps a draft: whole, or without its pictures where there is no room for them. Throws as `saveArticle` does. */
export async function keepWithRoom(draft: Draft, now: number): Promise<Saved> {
  try {
    return await saveArticle(draft, now);
  } catch (error) {
    const words = codeOf(error) === "storage-full" ? withoutPictures(draft) : undefined;
    if (!words) throw error;
    return saveArticle(words, now);
  }
}

/** Makes an article of a page, ready to be kept. Throws LiuyeError. */
export async function prepare(page: Page, now: number): Promise<Prepared> {
  if (page.content.length > longestPage) throw new LiuyeError("page-too-complex");
  const { contentHtml, textContent, siteName, url, claimed: _, ...found } = await extractPage(page);
  const text = textContent.trim();
  if (!text) throw new LiuyeError("nothing-to-read");
  const address = url ?? webAddress(page.url);
  await breathe(); // reading and cleaning a long page are a frame's work each
  const article = sanitizeToFragment(contentHtml);
  // A page the reader had fetched may fetch its pictures too; any other asks the web for nothing.
  const { pictures, missing } = await keepPictures(article, page.via === "link" ? fromWeb : fromPage(page.pictures));
  const excerpt = excerptOf(leadWords(article) || text); // before its nodes go into the HTML
  const html = htmlOf(article);
  const gzip = page.packed ?? (await compress(page.content));
  const { identity, hold } = await identityOfPage(page, url, text);
  const draft: Draft = {
    ...found,
    excerpt,
    ...claimedFields(page),
    ...(page.id && { id: page.id }),
    title: page.exported?.title || found.title || page.name || text.slice(0, 40),
    identity,
    ...(address && { url: address }),
    ...(page.exported
      ? present({ source: page.exported.source } as Partial<Draft>)
      : sourceOf(siteName, address, found.origins)),
    ...standardsOf(found.title, text),
    length: countReading(text),
    receipt: {
      via: page.via,
      at: now,
      bytes: pictures.reduce((sum, { bytes }) => sum + bytes.byteLength, html.length),
      pictures: { kept: pictures.length, missing },
      ...(page.truncated && { truncated: true }),
    },
    html,
    text,
    sanitizer: sanitizerVersion,
    pictures,
    ...(page.exported && { brought: page.exported }),
    ...(page.tags && { tags: page.tags }),
    original: { kind: page.kind, gzip, ...(page.whole && { whole: true }), ...(address && { url: address }) },
  };
  return { draft, hold };
}

/** A guide is known by its name; in a file anyone can write one, so there it is a claim. */
async function identityOfPage(page: Page, claimed: string | undefined, text: string): Promise<Identity> {
  const { id, url, exported } = page;
  if (id) return { identity: `guide:${id}`, hold: "sure" };
  if (exported?.guide && !url) return { identity: `guide:${exported.guide}`, hold: "claimed" };
  return identityOf({ given: url, claimed, text, part: page.part ?? exported?.part ?? false });
}

/** What an export of ours says of the article itself. */
function claimedFields({ exported }: Page): Partial<Draft> {
  if (!exported) return {};
  const { subtitle, byline, editor, published, modified, lang, documentNumbers } = exported;
  const fields = { subtitle, byline, editor, published, modified, documentNumbers, lang };
  return present(fields as Partial<Draft>);
}

/** Who published it: as the page says, else its host. */
export function sourceOf(
  siteName: string | undefined,
  address: string | undefined,
  origins: Draft["origins"],
): Partial<Draft> {
  if (siteName) return { source: siteName };
  return address ? { source: hostNamed(address), origins: { ...origins, source: "address" } } : {};
}

/** The standards an article names, as a part of its row. */
export function standardsOf(title: string, text: string): Pick<Draft, "standards"> {
  const standards = standardsIn(`${title}\n${text}`).slice(0, mostStandards);
  return standards.length > 0 ? { standards } : {};
}

/** Plain texts and books come seldom, and what reads them with them. */
async function extractPage(page: Page): Promise<Extracted> {
  if (page.kind === "text")
    return (await import("#domain/extract/extract-text.ts")).extractText(page.content, page.name);
  if (page.whole) return (await import("#domain/extract/extract-whole.ts")).extractWhole(page.content, page.url);
  return extractWith(await stepsWithRules(), page.content, page.url);
}
