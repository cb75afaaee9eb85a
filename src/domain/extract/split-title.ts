import type { ParsedPage } from "./parsed-page.ts";
import { isNamedSite, isSite, longestSite } from "./site-names.ts";
import { weight } from "./weight.ts";

/** `_` `|` `::` `--` part a site from its headline; a spaced or a lone hyphen does so only before a name known to be one. */
const separator = /(\s*(?:[_|｜»]+|::)\s*|\s@\s|\s*--+\s*|\s+[-–—·•]\s+|(?<=[^\p{ASCII}])[-–](?=\S))/u;
const hardSeparator = /[_|｜»]|--|::/;

/** Digital editions put the paper before the headline. */
const isPaper = /(?:[日晚早时]报|数字报|电子报|电子版|多媒体版)$/;

const fewestSubjects = 3;

/** Hosts of blogs put whose blog it is between headline and host: 外婆的咸菜缸_秋水无痕_新澜博客. */
const blogHost = /(?:博客|部落格|blogs?)\s*$/i;
const blogOf = /的(?:博客|日志|文章|空间|部落格)$/;

/** A title without the site's names after it (or before it), the last of these, and on a host of blogs whose blog it is. */
export function splitTitle(page: ParsedPage, title: string): { title: string; site?: string; writer?: string } {
  const parts = title.slice(0, 500).split(separator);
  let site: string | undefined;
  let writer: string | undefined;
  let cut = 0;
  while (parts.length > 2) {
    const tail = parts.at(-1) ?? "";
    const head = parts.slice(0, -2).join("");
    if (!isSite(page, tail) && (isPaper.test(parts[0] ?? "") || !seemsSite(tail, parts.at(-2) ?? "", head))) break;
    if (site && blogHost.test(site) && !isSite(page, tail)) writer ??= tail.trim().replace(blogOf, "");
    site ??= tail;
    cut++;
    parts.length -= 2;
  }
  const [first = "", , ...others] = parts;
  if (others.length > 0 && (isNamedSite(page, first) || isPaper.test(first.trim())))
    return { title: others.join("").trim(), site: site ?? first };
  // 标题_海岛_灯塔_老周: so many words are what the page is about.
  if (site && cut >= fewestSubjects && !isSite(page, site)) site = undefined;
  return { title: parts.join("").trim(), ...(site && { site: site.trim() }), ...(writer && { writer }) };
}

/** The site's name where a title goes on after its headline. */
export function siteAfter(page: ParsedPage, title: string, headline: string): string | undefined {
  const rest = title.startsWith(headline) ? title.slice(headline.length) : "";
  if (!/[-–—_|｜·•»]/.test(rest)) return undefined;
  const parts = rest.split(/[-–—_|｜·•»]+/).filter((part) => part.trim() !== "");
  const site = parts.at(-1)?.trim();
  return site && (parts.length < fewestSubjects || isSite(page, site)) ? site : undefined;
}

function seemsSite(tail: string, mark: string, head: string): boolean {
  if (/\s(?:documentation|docs|manual|wiki)$/i.test(tail)) return true;
  if (weight(head) < 8 || weight(tail) > 40) return false;
  if (hardSeparator.test(mark)) return weight(tail) <= longestSite || weight(tail) * 2 < weight(head);
  // "Title words in a row - Some Site": a few capitalised words after many.
  return /^\s+[-–—]\s+$/.test(mark) && /^(?:[\p{Lu}][\p{L}.'&]*\s?){1,4}$/u.test(tail) && head.split(/\s+/).length >= 4;
}
