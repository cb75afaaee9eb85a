import { watch } from "./watch.ts";

/** What pages name their main part by, the surest first. */
const roots = [
  "main, [role=main]",
  "#main-content, #maincontent, #content-main, .main-content, #main-outlet",
  "article, [itemprop=mainEntity], [itemprop=articleBody]",
  "#content, #main, #bodyContent, .content-area, .page-content",
];
/** A part named main holds at least this share of the page's words, or the name means something else. */
const rootShare = 0.25;
/** What is called a sidebar and holds more than this of the words is none. */
const frameShare = 0.4;

const frameTags =
  'nav, footer, dialog, menu, form, button, select, textarea, script, style, template, noscript, [hidden], [style*="display:none" i], [style*="display: none" i], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search], [role=dialog], [role=menu], [role=toolbar], [aria-label*=breadcrumb i]';
const frameNames =
  /(?:^|[\s_-])(?:side-?bars?|top-?bar|\w*crumbs?|toc|table-?of-?contents|menu|nav(?:bar|igation|links?)?|pag(?:er|ination)|shar(?:e|ing)|social|cookie-\w*|consent|related|recommend\w*|newsletter|subscri\w*|footer|promo|advert\w*|ads?|sponsor\w*|skip-?(?:link|to)|popup|modal|login|sign-?(?:up|in)|search(?:box|bar)?|edit-?(?:page|link|this|on)|prev-?next|toolbar|editsection|feedback|sr-?only|visually-?hidden|screen-?reader\w*|recently-?viewed|upsells?|filters?)(?=$|[\s_-])/i;
const commentNames = /(?:^|[\s_-])(?:comments?(?:-?(?:area|list|section|thread))?|disqus\w*|respond)(?=$|[\s_-])/i;
/** Menus are nearly all links, and of several. */
const menuShare = 0.8;
const fewLinks = 3;

/** The page less its frame: what it calls its main part (else all of it), in a copy, without menus, asides and buttons. */
export function mainRegion(document: Document, keepsLists: boolean): { region: Element; isNamed: boolean } {
  const root = rootOf(document);
  const region = (root ?? document.body).cloneNode(true) as Element;
  const whole = lengthOf(region);
  const isSmall = (element: Element) => lengthOf(element) <= frameShare * whole;
  for (const element of region.querySelectorAll(frameTags)) if (isSmall(element)) element.remove();
  for (const element of region.querySelectorAll("[class], [id]")) {
    // A section of a manual is called as its heading is: search, menu, related.
    const id = /^H[1-6]$/.test(element.firstElementChild?.tagName ?? "") ? "" : element.id;
    const names = `${element.getAttribute("class") ?? ""} ${id}`;
    const isComments = commentNames.test(names);
    if (!isComments && !frameNames.test(names)) continue;
    // Highlighters call a comment in code by that name too.
    if (/^(?:H[1-6]|CODE|PRE|TABLE)$/.test(element.tagName) || element.closest("pre")) continue;
    if (isComments || isSmall(element)) element.remove();
  }
  for (const element of region.querySelectorAll("header, aside"))
    if (isSmall(element) && !element.querySelector("h1") && (element.tagName === "HEADER" || linkShare(element) > 0.5))
      element.remove();
  if (!keepsLists)
    for (const list of region.querySelectorAll("ul, ol, dl, table"))
      if (list.querySelectorAll("a").length > fewLinks && linkShare(list) > menuShare && isSmall(list)) list.remove();
  return { region, isNamed: root !== undefined };
}

function rootOf(document: Document): Element | undefined {
  const whole = lengthOf(document.body);
  for (const names of roots) {
    const [largest] = [...document.body.querySelectorAll(names)]
      .map((element) => ({ element, length: lengthOf(element) }))
      .sort((one, other) => other.length - one.length);
    if (largest && largest.length >= rootShare * whole) return largest.element;
  }
  return undefined;
}

function linkShare(element: Element): number {
  const links = [...element.querySelectorAll("a")].reduce((sum, link) => sum + lengthOf(link), 0);
  return links / Math.max(1, lengthOf(element));
}

function lengthOf(element: Element): number {
  watch();
  return (element.textContent ?? "").replace(/\s+/g, "").length;
}
