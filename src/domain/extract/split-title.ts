import { squeeze, weight } from "./chrome-lines.ts";
import type { Line } from "./draw-lines.ts";
import type { ParsedPage } from "./parsed-page.ts";
import { footer, siteLike, trail } from "./vocabulary.ts";

/** `_` `|` `--` part a site from its headline; a spaced or a lone hyphen does so only before a name known to be one. */
const separator = /(\s*[_|｜»]+\s*|\s*--+\s*|\s+[-–—·•]\s+|(?<=[^\p{ASCII}])[-–](?=\S))/u;
const hardSeparator = /[_|｜»]|--/;
const longestSite = 24;

/** A title without the site's names after it (or before it), and the last of these. */
export function splitTitle(page: ParsedPage, title: string): { title: string; site?: string } {
  const parts = title.slice(0, 500).split(separator);
  let site: string | undefined;
  while (parts.length > 2) {
    const tail = parts.at(-1) ?? "";
    const head = parts.slice(0, -2).join("");
    if (!isSite(page, tail) && !seemsSite(tail, parts.at(-2) ?? "", head)) break;
    site ??= tail;
    parts.length -= 2;
  }
  const [first = "", , ...others] = parts;
  if (others.length > 0 && isNamedSite(page, first)) return { title: others.join("").trim(), site: site ?? first };
  return { title: parts.join("").trim(), ...(site && { site: site.trim() }) };
}

/** The site's name where a title goes on after its headline. */
export function siteAfter(title: string, headline: string): string | undefined {
  if (!title.startsWith(headline)) return undefined;
  const rest = title.slice(headline.length).replace(/\s*powered by.*$/i, "");
  return rest
    .split(/[-–—_|｜·•»]+/)
    .findLast((part) => part.trim() !== "")
    ?.trim();
}

/** Whether a text is the site's name by the page's own account or its shape. */
export function isSite(page: ParsedPage, text: string): boolean {
  const name = text.trim();
  return name !== "" && (isNamedSite(page, name) || (siteLike.test(name) && weight(name) <= longestSite));
}

/** Whether the page itself says that a text is its site's name: in a tag, its trail, its foot or its address. */
export function isNamedSite(page: ParsedPage, text: string): boolean {
  const name = squeeze(text).toLowerCase();
  if (name.length < 2 || weight(name) > 60) return false;
  const tag = squeeze(page.tags.siteName ?? "").toLowerCase();
  // Templates put the site into the author's tag; whoever is in both it and the title is no author.
  if (
    squeeze(page.tags.byline ?? "").toLowerCase() === name &&
    squeeze(page.tags.title ?? "")
      .toLowerCase()
      .includes(name)
  )
    return true;
  if (tag !== "" && (tag === name || (tag.includes(name) && name.length * 2 > tag.length))) return true;
  const host = page.address ? new URL(page.address).hostname.replace(/^www\./, "") : "";
  const latin = name.replace(/[^a-z0-9]/g, "");
  if (
    latin.length >= 3 &&
    latin.length === name.replace(/[\s.'-]/g, "").length &&
    host.replace(/[^a-z0-9]/g, "").includes(latin)
  )
    return true;
  if (weight(name) > longestSite) return false;
  return name.length >= 3 && namesOn(page).frame.includes(name);
}

/** Whether a text stands on the page as a link of its own, as the names of sites and sections do. */
export function isLinkedLine(page: ParsedPage, text: string): boolean {
  return namesOn(page).links.has(text);
}

type Names = { /** The page's trail and foot, where its site is named. */ frame: string; links: Set<string> };
const known = new WeakMap<readonly Line[], Names>();

/** Gathered once for a page: asking every line about every other would take minutes on a long one. */
function namesOn({ lines }: ParsedPage): Names {
  const names = known.get(lines) ?? {
    frame: lines
      .filter(({ text }) => text.length <= 200 && (trail.test(text) || footer.test(text)))
      .map(({ text }) => squeeze(text).toLowerCase())
      .join("\n"),
    links: new Set(lines.filter(({ linked }) => linked > 0).map(({ text }) => text)),
  };
  known.set(lines, names);
  return names;
}

function seemsSite(tail: string, mark: string, head: string): boolean {
  if (weight(head) < 8 || weight(tail) > 40) return false;
  if (hardSeparator.test(mark)) return weight(tail) <= longestSite || weight(tail) * 2 < weight(head);
  // "Title words in a row - Some Site": a few capitalised words after many.
  return /^\s+[-–—]\s+$/.test(mark) && /^(?:[\p{Lu}][\p{L}.'&]*\s?){1,4}$/u.test(tail) && head.split(/\s+/).length >= 4;
}
