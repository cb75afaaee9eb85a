import { dateIn } from "./dates.ts";
import { fill, type ParsedPage } from "./parsed-page.ts";
import { present } from "./present.ts";
import { webAddress } from "./web-address.ts";

/** What a page's head says of it. */
export type Tags = {
  title?: string;
  headline?: string;
  subtitle?: string;
  byline?: string;
  /** What stands in the page's text under a class or relation named author. */
  visibleByline?: string;
  siteName?: string;
  /** 来源 as government pages have it in a tag (ContentSource). */
  source?: string;
  /** The site's name as the title has it at its end. */
  titleSuffix?: string;
  /** Whose blog it is, as the title has it. */
  titleWriter?: string;
  published?: string;
  modified?: string;
  /** The picture that stands for the page elsewhere. */
  lead?: string;
  lang?: string;
  /** The kinds of thing the page calls itself, as JSON-LD, Open Graph (`og:article`) and microdata have it. */
  types?: string;
  /** The program that wrote the page. */
  generator?: string;
};

/** Names of metas that hold a page's date, the surest first; templates write them in every way. */
const dateNames = [
  /^(?:og:)?article:published(?:_time)?$|^datepublished$|^og:published_time$/,
  /^(?:[\w.: -]+[.: -])?_?(?:pub(?:lish(?:ed)?|lication)?[-_. ]?(?:date|time)?|create_at|release_date|issued|time)$/,
  /^(?:[\w.: -]+[.:])?(?:date(?:\.?created|-?published)?|created|creation_?date|original-?publication-?date|citation_(?:online_)?date|display-?date)$/,
];
const modifiedName =
  /^(?:(?:og:)?article:modified(?:_time)?|datemodified|og:updated_time|(?:[\w.]+[.:])?(?:last-?modified|modified|updated|lastmod))$/;
const mostData = 200_000;

/** Reads JSON-LD, Open Graph and the metas; later steps decide what of it is to be believed. */
export function readTags(page: ParsedPage): void {
  const { document } = page;
  const metas = metasOf(document);
  const linked = linkedData(document);
  page.tags = present({
    title: textOf(document.title.replace(/[\s|·_–—-]*\bpowered by\b.{0,60}$/i, "")),
    headline: linked.headline ?? metas.get("articletitle") ?? metas.get("og:title") ?? metas.get("twitter:title"),
    subtitle: linked.subtitle,
    source: metas.get("contentsource"),
    modified: linked.modified ?? dateOf(metas, modifiedName),
    lead: metas.get("og:image") ?? metas.get("og:image:url") ?? linked.lead ?? metas.get("twitter:image"),
    byline:
      linked.byline ??
      metas.get("author") ??
      metas.get("article:author") ??
      metas.get("dc.creator") ??
      metas.get("parsely-author"),
    siteName: metas.get("og:site_name") ?? linked.siteName ?? metas.get("sitename") ?? metas.get("application-name"),
    published: linked.published ?? dateNames.map((name) => dateOf(metas, name)).find((date) => date !== undefined),
    lang: textOf(document.documentElement.lang) ?? metas.get("content-language"),
    types: textOf(`${linked.types ?? ""} ${typesIn(document)} og:${metas.get("og:type") ?? ""}`),
    generator: metas.get("generator"),
  }) as Tags;
  const { published, subtitle, modified, lead } = page.tags;
  const origin = linked.published ? "ld-json" : "meta";
  fill(page, "published", published, origin);
  if (modified !== published) fill(page, "modified", modified, linked.modified ? "ld-json" : "meta");
  fill(page, "subtitle", subtitle, "ld-json");
  fill(page, "lead", webAddress(lead, page.address), "meta");
}

function dateOf(metas: ReadonlyMap<string, string>, names: RegExp): string | undefined {
  for (const [name, content] of metas) {
    const date = names.test(name) ? dateIn(content) : undefined;
    if (date) return date;
  }
  return undefined;
}

function typesIn(document: Document): string {
  const items = document.querySelectorAll("html[itemtype], body[itemtype], main[itemtype], [itemtype*='/Product']");
  return [...items].map((item) => item.getAttribute("itemtype")?.split("/").at(-1)).join(" ");
}

function metasOf(document: Document): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const name = (
      meta.getAttribute("property") ??
      meta.getAttribute("name") ??
      meta.getAttribute("itemprop") ??
      meta.getAttribute("http-equiv")
    )
      ?.trim()
      .toLowerCase();
    const content = textOf(meta.getAttribute("content"));
    if (name && content && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}

function linkedData(document: Document): Tags {
  const types = new Set<string>();
  let found: Json | undefined;
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const json = (script.textContent ?? "")
      .slice(0, mostData)
      .trim()
      .replace(/^<!\[CDATA\[|\]\]>;?$/g, "");
    found ??= articleIn(parsed(json), 0, types);
  }
  return present({
    types: [...types].join(" "),
    ...(found && {
      headline: textOf(found.headline) ?? textOf(found.name),
      byline: nameOf(found.author) ?? nameOf(found.creator),
      siteName: nameOf(found.publisher),
      subtitle: textOf(found.alternativeHeadline),
      published: dateIn(textOf(found.datePublished) ?? textOf(found.pubDate) ?? ""),
      modified: dateIn(textOf(found.dateModified) ?? ""),
      lead: addressOf(found.image),
    }),
  }) as Tags;
}

type Json = Record<string, unknown>;

/** The first article of linked data; the types of everything met on the way are noted. */
function articleIn(json: unknown, depth: number, types: Set<string>): Json | undefined {
  if (depth > 4 || typeof json !== "object" || json === null) return undefined;
  if (Array.isArray(json)) {
    let found: Json | undefined;
    for (const part of json.slice(0, 100)) found ??= articleIn(part, depth + 1, types);
    return found;
  }
  const object = json as Json;
  const own = [object["@type"]].flat().filter((type) => typeof type === "string");
  for (const type of own) types.add(type);
  const isArticle = own.some((type) => /(?:Article|BlogPosting|Posting|Report)$/.test(type) && type !== "JobPosting");
  if (isArticle || (object.datePublished && object.headline)) return object;
  return articleIn(object["@graph"], depth + 1, types) ?? articleIn(object.mainEntity, depth + 1, types);
}

function nameOf(json: unknown): string | undefined {
  if (typeof json === "string") return textOf(json);
  if (Array.isArray(json))
    return textOf(
      json
        .slice(0, 5)
        .map(nameOf)
        .filter((name) => name !== undefined)
        .join(", "),
    );
  return typeof json === "object" && json !== null ? textOf((json as Json).name) : undefined;
}

function addressOf(json: unknown): string | undefined {
  const [first] = [json].flat();
  return typeof first === "object" && first !== null ? textOf((first as Json).url) : textOf(first);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "";
  return text === "" ? undefined : text.slice(0, 500);
}
