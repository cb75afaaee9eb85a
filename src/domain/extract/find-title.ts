import { squeeze } from "./blanks.ts";
import { bodySpan } from "./body-span.ts";
import { isChrome } from "./chrome-lines.ts";
import type { Line } from "./draw-lines.ts";
import { fill, type ParsedPage } from "./parsed-page.ts";
import { isHomeLink, isLinkedLine, isNamedSite, isSite } from "./site-names.ts";
import { siteAfter, splitTitle } from "./split-title.ts";
import { navigation, welcome } from "./vocabulary.ts";
import { weight } from "./weight.ts";

const narrowest = 6;
/** In characters: a longer line is no headline, whatever it says. */
const longestHeadline = 300;
/** In columns, as all widths here: two Chinese characters. */
const shortestTitle = 4;
const widest = 160;
/** The names of sections are shorter than this. */
const widestSection = 14;
/** How far above the body a headline is looked for. */
const reach = 25;

/** The visible line above the body that the page's title begins with: the headline, with the site's names cut off. */
export function takeHeadline(page: ParsedPage): void {
  if (page.title) return;
  const { first } = bodySpan(page);
  const claims = [page.tags.headline, page.tags.title].filter((claim) => claim !== undefined);
  const bare = claims.map(squeeze);
  const parts = new Set(claims.flatMap((claim) => claim.split(/[-–—_|｜»]+/).map(squeeze)));
  const above = page.lines.slice(0, first + 1);
  const start = above.filter((line) => {
    // 《故乡》, 《背影》: two characters are enough where the page's title begins with them and they are set as a heading.
    const least = line.heading ? shortestTitle : narrowest;
    if (line.text.length > longestHeadline) return false;
    const words = squeeze(withoutTag(line.text));
    return bare.some((claim) => begins(claim, words, least)) && fits(page, line, least);
  });
  // Some titles begin with the section: `时政_标题_某某网`.
  const isWhole = (line: Line) => {
    const words = line.text.length > longestHeadline ? "" : squeeze(line.text);
    return weight(words) >= widestSection && parts.has(words) && fits(page, line, narrowest);
  };
  const fitting = start.length > 0 ? start : above.filter(isWhole);
  const longest = fitting.reduce((best, line) => Math.max(best, line.text.length), 0);
  const headline = fitting.findLast(({ text }) => text.length === longest);
  if (headline) fill(page, "title", tidy(withoutTag(headline.text)), "line");
  else fill(page, "title", mainHeading(page, claims), "line");
}

/** The page's one main heading, where its tags say about the same in other words. */
function mainHeading(page: ParsedPage, claims: readonly string[]): string | undefined {
  const headings = page.lines.filter(({ heading, element }) => heading && element.closest("h1"));
  const [only] = headings;
  // A site's own name is a heading too, and a link to its front page.
  if (!only || headings.length > 1 || only.linked > 0 || !fits(page, only, narrowest) || only.text.length > widest)
    return undefined;
  const words = wordsOf(only.text);
  return claims.some((claim) => {
    const said = wordsOf(claim.split(/\s[-–—|·•]\s|[|_]/, 1)[0] ?? "");
    const common = words.filter((word) => said.includes(word)).length;
    return common >= 3 && common * 2 >= words.length;
  })
    ? tidy(only.text)
    : undefined;
}

/** Words of an alphabet, else characters by twos. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{Script=Latin}\p{N}]{2,}|\p{Script=Han}{2}/gu) ?? [];
}

/** The title in the page's tags without its site, unless the site is all there is to it. */
export function takeTagTitle(page: ParsedPage): void {
  const { headline, title } = page.tags;
  if (title) {
    const split = splitTitle(page, title);
    const site = (page.title && siteAfter(page, title, page.title)) || split.site;
    if (split.writer) page.tags.titleWriter = split.writer;
    if (site) page.tags.titleSuffix = site;
  }
  if (page.title) return;
  const candidates = [headline, title]
    .filter((claim) => claim !== undefined)
    .map((claim) => splitTitle(page, claim).title);
  const best = candidates.find((candidate) => weight(candidate) >= narrowest && !isOnlySite(page, candidate));
  if (best) fill(page, "title", tidy(best), best === title || title?.includes(best) ? "title" : "meta");
  else if (title && isOnlySite(page, title)) page.tags.titleSuffix = unwelcomed(title);
}

/** The nearest line above the body that is set as headings are. */
export function takeNearestHeading(page: ParsedPage): void {
  if (page.title) return;
  const { first } = bodySpan(page);
  const above = page.lines
    .slice(Math.max(0, first - reach), first)
    .filter((line) => line.heading && couldBeHeadline(page, line));
  const main =
    above.findLast((line) => line.element.closest("h1")) ?? above.findLast((line) => !/^[-—]{2}/.test(line.text));
  if (main) fill(page, "title", tidy(main.text), "line");
}

/** What is left when a page has no headline: its tag as it stands, else its first words. */
export function takeAnyTitle(page: ParsedPage): void {
  if (page.title) return;
  const first = page.lines.find((line) => couldBeHeadline(page, line)) ?? page.lines[0];
  const claim = page.tags.headline ?? page.tags.title;
  fill(page, "title", tidy(claim ?? shortened(first?.text ?? "")), claim ? "title" : "text");
}

/** The beginning of a text, to its first sentence's end, as a title. */
export function shortened(text: string): string {
  const line = text.trim().split("\n", 1)[0] ?? "";
  const sentence = /^.{4,60}?[。！？.!?](?=\s|$|[^\p{ASCII}])/u.exec(line)?.[0] ?? line;
  const plain = sentence.replace(/[。.]$/, "");
  return plain.length > 60
    ? `${plain
        .slice(0, 60)
        .replace(/[\ud800-\udbff]$/, "")
        .trimEnd()}…`
    : plain;
}

function fits(page: ParsedPage, { text, linked, element }: Line, least: number): boolean {
  // Forums make a link of a thread's own heading.
  const isOwn = linked * 2 <= text.length || element.closest("h1, h2") !== null;
  return isOwn && text.length <= longestHeadline && weight(text) >= least && !isOnlySite(page, text);
}

/** A forum's sort of thread, set before its heading: [问题], 【转载】. */
function withoutTag(line: string): string {
  return line.replace(/^\s*[[【][^\]】]{1,8}[\]】]\s*(?=\S)/, "");
}

function begins(claim: string, line: string, least: number): boolean {
  if (claim === line) return true;
  // The rest of the claim must be a site's tail, not the rest of a word.
  if (claim.startsWith(line))
    return /^[-–—_|｜·»•:：(（【]/.test(claim.slice(line.length)) && line.length >= (least === narrowest ? 4 : 2);
  const cut = claim.replace(/(?:…|\.{3}).*$/, "");
  return cut.length >= 8 && cut !== claim && line.startsWith(cut);
}

function isOnlySite(page: ParsedPage, text: string): boolean {
  const name = unwelcomed(text);
  if (isNamedSite(page, name) || isHomeLink(page, name)) return true;
  return isSite(page, name) && isLinkedLine(page, name);
}

function unwelcomed(text: string): string {
  return text.replace(welcome, "").trim();
}

function couldBeHeadline(page: ParsedPage, { text, linked }: Line): boolean {
  const width = weight(text);
  if (width < narrowest || width > widest || linked * 2 > text.length) return false;
  return !isChrome(text) && !navigation.test(text) && !isOnlySite(page, text);
}

function tidy(text: string): string {
  return text.replace(/[\s\u3000]+/g, " ").trim();
}
