import { isProse } from "./chrome-lines.ts";
import { type Line, linesOf } from "./draw-lines.ts";
import { threadIn } from "./find-thread.ts";
import { mainRegion } from "./main-region.ts";
import { type PageKind, pageKind } from "./page-kind.ts";
import type { ParsedPage } from "./parsed-page.ts";
import { readable } from "./readable.ts";
import { splitTitle } from "./split-title.ts";
import { weight } from "./weight.ts";

/** Readability asks 500 characters of an article; in Chinese that is a long one (measured: 140 finds the short notices too). */
const chineseThreshold = 140;
const latinThreshold = 500;
/** A page with fewer Chinese characters is in another language. */
const fewHan = 100;
/** Below this Readability has found a caption or a side list, if the page has more prose elsewhere. */
const suspiciouslyShort = 100;
/** With so much prose it has found an article, whatever else is on the page. */
const enoughProse = 600;
/** The share of the page's prose the article's own element holds. */
const articleShare = 0.75;

/** A page that is no article is read whole when Readability has less than this share of its main part. */
const shareOfUnknown = 0.5;
/** So much more is asked of a find where the address hints at another kind of page. */
const hint = 1.6;
/** Of a list of links less than this share of the words is no link. */
const shareOfList = 0.5;
/** What is signed or dated is nearly always an article. */
const shareOfSigned = 0.25;

/** Finds what is to be read: a thread's posts; the article Readability finds; of other pages their main part. */
export function findBody(page: ParsedPage): void {
  const kind = pageKind(page);
  const thread = kind === "article" ? undefined : threadIn(page);
  page.isThread = thread !== undefined;
  page.body = thread ?? article(page, kind);
}

function article(page: ParsedPage, kind: PageKind): Element {
  const { document } = page;
  const lines = page.lines.length > 0 ? page.lines : linesOf(document.body);
  const isChinese = hasHan(lines);
  // What says that it is no article needs no search.
  const told = kind === "reference" || kind === "various" ? wholePage(page, kind, 0, isChinese) : undefined;
  if (told) return told;
  const title = page.tags.title && splitTitle(page, page.tags.title).title;
  const { byline } = page.tags;
  const found = readable(document, isChinese ? chineseThreshold : latinThreshold, { title, byline });
  if (found?.byline) page.tags.visibleByline = found.byline;
  const length = found ? proseIn(found.content) : 0;
  const text = found ? wordsIn(found.content) : 0;
  const prose = new Set(lines.filter(isProseLine));
  const all = [...prose].reduce((sum, line) => sum + line.text.length, 0);
  // What holds the page's sentences is its article, however many words of other kinds stand around it.
  const hasTheProse = length >= Math.min(enoughProse, shareOfUnknown * all) && length > 0;
  const mayBeOther = kind === "perhaps-other" || (kind === undefined && !hasTheProse);
  const whole = mayBeOther ? wholePage(page, kind, text, isChinese) : undefined;
  if (whole) return whole;
  if (found && length >= enoughProse && text >= suspiciouslyShort) return found.content;
  const isShort = text < suspiciouslyShort || length * 3 < articleShare * all;
  return found && !(isShort && all > length) ? found.content : densest(document, prose);
}

/** The main part of a page that is no article, where that holds plainly more than was found. */
function wholePage(page: ParsedPage, kind: PageKind, found: number, isChinese: boolean): Element | undefined {
  const isTold = kind === "reference" || kind === "various";
  // Old Chinese pages name no part main, and their frames are words as well.
  if (isChinese && !isTold) return undefined;
  const sum = (count: (line: Line) => number) => page.lines.reduce((all, line) => all + count(line), 0);
  const unlinked = sum(({ text, linked }) => Math.max(0, text.length - linked));
  const { visibleByline, byline } = page.tags;
  const isSigned = (visibleByline ?? byline ?? page.published) !== undefined;
  const share = (isSigned ? shareOfSigned : shareOfUnknown) * (kind ? hint : 1);
  if (!isTold && found >= share * unlinked) return undefined;
  const isList = unlinked < shareOfList * sum(({ text }) => text.length);
  const { region, isNamed } = mainRegion(page.document, kind === "various" || isList);
  if (!isNamed && (isChinese || kind === "reference" || (!isTold && isSigned))) return undefined;
  const length = wordsIn(region);
  return length >= suspiciouslyShort && (isTold || found < share * length) ? region : undefined;
}

function wordsIn(element: Element): number {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim().length;
}

function hasHan(lines: readonly Line[]): boolean {
  let han = 0;
  for (const { text } of lines) {
    han += weight(text) - text.length;
    if (han > fewHan) return true;
  }
  return false;
}

/** Characters of prose in an element, counted until there are enough. */
function proseIn(element: Element): number {
  let sum = 0;
  linesOf(element, (line) => {
    if (isProseLine(line)) sum += line.text.length;
    return sum >= enoughProse;
  });
  return sum;
}

function isProseLine({ text, linked }: Line): boolean {
  return isProse({ text, linked: linked / text.length });
}

/** The deepest element with most of the page's prose; without prose, the page less its navigation. */
function densest(document: Document, prose: ReadonlySet<Line>): Element {
  const inside = new Map<Element, number>();
  let all = 0;
  for (const { element, text } of prose) {
    all += text.length;
    for (let at: Element | null = element; at; at = at.parentElement)
      inside.set(at, (inside.get(at) ?? 0) + text.length);
  }
  let deepest: Element = document.body;
  for (let next: Element | undefined = deepest; next; ) {
    deepest = next;
    next =
      all === 0 ? undefined : [...deepest.children].find((child) => (inside.get(child) ?? 0) >= articleShare * all);
  }
  // One paragraph by itself leaves its neighbours behind.
  if (/^(?:P|SPAN|FONT|B|STRONG|A|EM|I)$/.test(deepest.tagName) && deepest.parentElement && deepest !== document.body)
    deepest = deepest.parentElement;
  const copy = deepest.cloneNode(true) as Element;
  let length = copy.textContent?.trim().length ?? 0;
  for (const rest of copy.querySelectorAll("nav, footer, aside, [role=navigation], [role=contentinfo]")) {
    const own = rest.textContent?.trim().length ?? 0;
    if (own >= length || !copy.contains(rest)) continue;
    rest.remove();
    length -= own;
  }
  return copy;
}
