import { squeeze } from "./blanks.ts";
import type { Line } from "./draw-lines.ts";
import type { ParsedPage } from "./parsed-page.ts";
import { footer, siteLike, trail } from "./vocabulary.ts";
import { watch } from "./watch.ts";
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
  watch();
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

/** Whether a text stands on the page as a link to the site's front page. */
export function isHomeLink(page: ParsedPage, text: string): boolean {
  return namesOn(page).homes.has(text);
}

const frontPage = /^(?:https?:\/\/[^/]+|\.)?\/?(?:(?:index|default|main)\.\w+)?$/i;

type Names = {
  /** The page's trail and foot, where its site is named. */ frame: string;
  links: Set<string>;
  homes: Set<string>;
};
const known = new WeakMap<readonly Line[], Names>();

/** Gathered once for a page: asking every line about every other would take minutes on a long one. */
function namesOn({ lines }: ParsedPage): Names {
  const names = known.get(lines) ?? {
    frame: lines
      .filter(({ text }) => text.length <= 200 && (trail.test(text) || footer.test(text)))
      .map(({ text }) => squeeze(text).toLowerCase())
      .join("\n"),
    links: new Set(lines.filter(({ linked }) => linked > 0).map(({ text }) => text)),
    homes: new Set(
      lines
        .filter(
          ({ linked, element }) => linked > 0 && frontPage.test(element.closest("a")?.getAttribute("href") ?? "-"),
        )
        .map(({ text }) => text),
    ),
  };
  known.set(lines, names);
  return names;
}
