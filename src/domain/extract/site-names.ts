import { squeeze } from "./blanks.ts";
import type { Line } from "./draw-lines.ts";
import type { ParsedPage } from "./parsed-page.ts";
import { footer, siteLike, trail } from "./vocabulary.ts";
import { turn } from "./watch.ts";
import { weight } from "./weight.ts";

/** In columns: names of sites are no longer. */
export const longestSite = 24;

/** Whether a text is the site's name by the page's own account or its shape. */
export function isSite(page: ParsedPage, text: string): boolean {
  const name = text.trim();
  return name !== "" && (isNamedSite(page, name) || (siteLike.test(name) && weight(name) <= longestSite));
}

/** Whether the page itself says that a text is its site's name: in a tag, its trail, its foot or its address. */
export function isNamedSite(page: ParsedPage, text: string): boolean {
  turn();
  const name = squeeze(text).toLowerCase();
  if (name.length < 2 || weight(name) > 60) return false;
  const tag = squeeze(page.tags.siteName ?? "").toLowerCase();
  // Templates put the site into the author's tag; whoever is in both it and the title is no author, unless it says "by".
  const title = squeeze(page.tags.title ?? "").toLowerCase();
  if (squeeze(page.tags.byline ?? "").toLowerCase() === name && title.includes(name))
    return !title.includes(`by${name}`);
  if (tag !== "" && (tag === name || (tag.includes(name) && name.length * 2 > tag.length))) return true;
  const latin = name.replace(/[^a-z0-9]/g, "");
  if (latin.length >= 3 && latin.length === name.replace(/[\s.'-]/g, "").length && namesOn(page).host.includes(latin))
    return true;
  if (weight(name) > longestSite) return false;
  return name.length >= 3 && namesOn(page).frame.includes(name);
}

/** A site's name without what it says of itself: 果核 科技有意思, 手机易闻网, 陶州日报数字报, 民声网－民声日报. */
export function plainSite(name: string | undefined): string | undefined {
  const plain = name?.replace(/^手机(?=.{2,}[网網]$)|(?<=[报報])(?:数字报|数字版|电子版|电子报|多媒体版)$/g, "");
  const [first = ""] = plain?.split(/(?<=\p{Script=Han})\s*[\s－–—|·-]\s*/u) ?? [];
  return weight(first) >= 4 && first !== plain ? first : plain;
}

/** Whether a text stands on the page as a link of its own, as the names of sites and sections do. */
export function isLinkedLine(page: ParsedPage, text: string): boolean {
  return namesOn(page).links.has(text);
}

/** Whether a text stands on the page as a link to the site's front page. */
export function isHomeLink(page: ParsedPage, text: string): boolean {
  return namesOn(page).homes.has(text);
}

const frontPage = /^(?:https?:\/\/[^/]+|\.)?\/?(?:(?:index|default|main)\.\w+)?$/i;

/** A page's trail and foot are a few lines, the first and the last of their kind; asking more of them would take seconds. */
const mostFrame = 50;

type Names = {
  /** The page's trail and foot, where its site is named. */
  frame: string;
  /** Its host, letters and digits alone. */
  host: string;
  links: Set<string>;
  homes: Set<string>;
};
const known = new WeakMap<readonly Line[], Names>();

/** Gathered once for a page: asking every line about every other would take minutes on a long one. */
function namesOn({ lines, address }: ParsedPage): Names {
  const found = known.get(lines);
  if (found) return found;
  const host = address ? new URL(address).hostname.replace(/^www\./, "") : "";
  const names: Names = { frame: "", host: host.replace(/[^a-z0-9]/g, ""), links: new Set(), homes: new Set() };
  const frame: string[] = [];
  for (const { text, linked, element } of lines) {
    if (text.length <= 200 && (trail.test(text) || footer.test(text))) frame.push(squeeze(text).toLowerCase());
    if (linked === 0) continue;
    names.links.add(text);
    if (frontPage.test(element.closest("a")?.getAttribute("href") ?? "-")) names.homes.add(text);
  }
  names.frame = [...frame.slice(0, mostFrame), ...frame.slice(mostFrame).slice(-mostFrame)].join("\n");
  known.set(lines, names);
  return names;
}
