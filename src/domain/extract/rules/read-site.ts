import { squeeze } from "#domain/extract/blanks.ts";
import type { ParsedPage } from "#domain/extract/parsed-page.ts";
import { present } from "#domain/extract/present.ts";
import { rulesOf } from "./choose-rules.ts";
import { dateBy, elementsBy, namesBy, textBy } from "./rule-values.ts";
import { scriptDate } from "./script-date.ts";
import type { PageRule, PostsRule, SiteRule } from "./site-rule.ts";

type SiteFields = { title?: string; byline?: string; siteName?: string; published?: string; modified?: string };

export type Post = {
  elements: Element[];
  level: number;
  title?: string;
  link?: string;
  byline?: string;
  time?: string;
};

/** What a site's rule found on a page. */
export type SiteReading = {
  rule: SiteRule;
  page: PageRule;
  fields: SiteFields;
  /** Elements of the document; empty where the rule found fields alone. */
  body: Element[];
  posts: Post[];
  rows: { name: string; value: string }[];
};

/** Fewer characters than this, and no picture, are no article: the page has changed, or asks for a login. */
const leastWords = 12;
/** A thread longer than this is taken as far. */
const mostPosts = 3000;

/** Reads a page by the first rule that finds its article, else by the first that finds a field; undefined when none does. */
export function readSite(
  { document, address }: Pick<ParsedPage, "document" | "address">,
  rules: readonly SiteRule[],
): SiteReading | undefined {
  let second: SiteReading | undefined;
  for (const rule of rulesOf(document, address, rules)) {
    for (const page of rule.pages) {
      if (page.when && !document.querySelector(page.when)) continue;
      const reading = readPage(document, rule, page);
      if (reading.posts.length + reading.rows.length + reading.body.length > 0) return reading;
      if (!second && Object.keys(reading.fields).length > 0) second = reading;
    }
  }
  return second && { ...second, fields: withSite(second) };
}

function readPage(document: Document, rule: SiteRule, page: PageRule): SiteReading {
  const body = elementsBy(document, page.body).filter(saysSomething);
  const posts = page.posts ? readPosts(document, page.posts, page.zone) : [];
  const rows = page.rows ? readRows(document, page.rows) : [];
  // A thread's first post is the one that asks, unless what is asked stands by itself.
  const opening = page.kind === "thread" && body.length === 0 ? posts[0] : undefined;
  const fields = present({
    title: textBy(document, page.title),
    byline: namesBy(document, page.authors) ?? textBy(document, page.author) ?? opening?.byline,
    siteName: textBy(document, page.source),
    published:
      dateBy(document, page.published, page.zone) ??
      scriptDate(document, page.scriptDate ?? [], page.zone) ??
      opening?.time,
    modified: dateBy(document, page.modified, page.zone),
  }) as SiteFields;
  const reading = { rule, page, fields, body, posts, rows };
  return posts.length + rows.length + body.length > 0 ? { ...reading, fields: withSite(reading) } : reading;
}

function withSite({ rule, fields }: SiteReading): SiteFields {
  return rule.site && !fields.siteName ? { ...fields, siteName: rule.site } : fields;
}

function readPosts(document: Document, rule: PostsRule, zone: string | undefined): Post[] {
  return [...document.querySelectorAll(rule.item)].slice(0, mostPosts).flatMap((item) => {
    const elements = elementsBy(item, rule.body ?? ":scope").filter((element) => rule.title || saysAnything(element));
    const link = elementsBy(item, rule.title)[0];
    if (elements.length === 0 && !link) return [];
    const post = {
      elements: rule.title && !rule.body ? [] : elements,
      level: Math.max(0, Math.trunc(Number(textBy(item, rule.level) ?? 0)) || 0),
      title: textBy(item, rule.title),
      link: link?.closest("a[href]")?.getAttribute("href") ?? undefined,
      byline: textBy(item, rule.author),
      time: dateBy(item, rule.time, zone),
    };
    return [present(post) as Post];
  });
}

function readRows(document: Document, { row, name, value }: NonNullable<PageRule["rows"]>): SiteReading["rows"] {
  return [...document.querySelectorAll(row)]
    .map((element) => ({ name: textBy(element, name) ?? "", value: textBy(element, value) ?? "" }))
    .filter((pair) => pair.name !== "" && pair.value !== "");
}

function saysSomething(element: Element): boolean {
  return squeeze(element.textContent ?? "").length >= leastWords || element.querySelector("img") !== null;
}

function saysAnything(element: Element): boolean {
  return squeeze(element.textContent ?? "") !== "" || element.querySelector("img") !== null;
}
