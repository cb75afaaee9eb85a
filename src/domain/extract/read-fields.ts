import { documentNumbersIn } from "#domain/text/document-numbers.ts";
import { bodySpan, headlineIndex } from "./body-span.ts";
import { signed } from "./chrome-lines.ts";
import { dateInAddress, findDate } from "./dates.ts";
import type { Line } from "./draw-lines.ts";
import { type Fields, fieldsOf, sourceAfterTime } from "./labelled-fields.ts";
import { fill, type ParsedPage } from "./parsed-page.ts";
import { isSite, plainSite } from "./site-names.ts";
import { callings, emptyValue } from "./vocabulary.ts";
import { weight } from "./weight.ts";

/** Without a headline to start from, so many lines above the body may speak of it. */
const linesAbove = 10;
/** So many lines below the body; further down are other articles. */
const linesBelow = 15;
/** English blogs put the date over the headline, this near. */
const linesOver = 3;
const widestMeta = 120;
const widestCaption = 40;
/** A 文号 stands in the first blocks by itself, not in a sentence. */
const subtitleName = /sub-?(?:title|head)|standfirst|\bdeck?\b|\bf_?title\b|fubiaoti|futi/i;
const openingBlocks = 3;
const widestNumber = 60;

/** Author, source, editor and dates as labelled lines near the title give them, then as those just below the body do. */
export function readLabels(page: ParsedPage): void {
  const { above, below, before } = surroundings(page);
  const near = fieldsOf(above.map(({ marked }) => marked));
  const after = fieldsOf(below.map(({ marked }) => marked));
  const head = fieldsOf(before.map(({ marked }) => marked));
  if (near.byline ?? after.byline) delete page.byline; // what the page shows is surer than a script
  for (const { byline, siteName, editor } of [near, after]) {
    fill(page, "byline", byline, "labelled");
    fill(page, "siteName", siteName, "labelled");
    fill(page, "editor", editor, "labelled");
  }
  const line = near.published ?? bareDate(above);
  // Tags often have the day alone where the page shows the hour.
  if (line && page.published && line.length > page.published.length && line.startsWith(page.published))
    delete page.published;
  fill(page, "published", line, near.published ? "labelled" : "line");
  fill(page, "published", timeElement(page), "line");
  fill(page, "published", after.published ?? head.published ?? near.modified, "labelled");
  fill(page, "published", dateAbove(before) ?? postedDate(below), "line");
  fill(page, "published", page.address && dateInAddress(page.address), "address");
  fill(page, "published", after.modified ?? near.signed ?? head.signed ?? after.signed, "labelled");
  fill(page, "published", bareDate(before.filter(({ text }) => !/今天|现在|today/i.test(text))), "line");
  const modified = near.modified ?? after.modified;
  if (modified !== page.published) fill(page, "modified", modified, "labelled");
  fill(page, "siteName", head.siteName, "labelled");
  fill(page, "subtitle", subtitleUnder(page, headlineIndex(page, bodySpan(page).first)), "line");
  readNumbers(page, [near, head, after], above);
}

/** The line under the headline that is named a subtitle, or set off by a dash as Chinese papers do. */
function subtitleUnder({ lines, span }: ParsedPage, headline: number): string | undefined {
  const under = headline < 0 ? [] : lines.slice(headline + 1, Math.min(span?.first ?? 0, headline + 1 + linesOver));
  const found = under.find(
    ({ text, element }) =>
      weight(text) <= widestMeta * 2 &&
      (subtitleName.test(`${element.className} ${element.parentElement?.className}`) ||
        /^(?:[—–-]{2,}|―)\s*[^\s—–-]/.test(text)),
  );
  return found?.text.replace(/^[\s—–―-]+/, "");
}

/** 文号: what the head, the title and the beginning of the text name; a paper cites others further down. */
function readNumbers(page: ParsedPage, fields: readonly Fields[], above: readonly Line[]): void {
  const labelled = fields.flatMap(({ number }) => (number ? documentNumbersIn(number) : []));
  const opening = (page.blocks ?? [])
    .slice(0, openingBlocks)
    .map(({ text }) => text)
    .filter((text) => weight(text) <= widestNumber);
  const head = [page.title ?? "", ...above.map(({ text }) => text), ...opening].join("\n");
  const numbers = labelled.length > 0 ? labelled : documentNumbersIn(head);
  if (numbers.length === 0) return;
  page.documentNumbers = [...new Set(numbers)];
  page.origins.documentNumbers = labelled.length > 0 ? "labelled" : "line";
}

/** A source without a label stands beside the time of day. */
export function readSourceAfterTime(page: ParsedPage): void {
  if (page.siteName) return;
  const name = surroundings(page)
    .above.map(({ marked }) => sourceAfterTime(marked))
    .find((found) => found !== undefined);
  fill(page, "siteName", name, "line");
}

/** What the tags say, for what the page does not: a byline in them is as often a vendor's name as a person's. */
export function believeTags(page: ParsedPage): void {
  const { tags } = page;
  const source = tags.source && !emptyValue.test(tags.source) && weight(tags.source) <= widestCaption;
  fill(page, "siteName", source ? tags.source : undefined, "meta");
  fill(page, "siteName", plainSite(tags.siteName), "meta");
  fill(page, "siteName", plainSite(tags.titleSuffix), "title");
  const signature = surroundings(page)
    .above.find(({ text }) => signed.test(text))
    ?.text.split(",", 1)[0];
  fill(page, "byline", personIn(page, tags.byline), "meta");
  fill(page, "byline", personIn(page, signature), "line");
  fill(page, "byline", personIn(page, tags.visibleByline), "line");
  fill(page, "byline", personIn(page, tags.titleWriter), "title");
}

type Surroundings = {
  /** Between headline and body. */
  above: Line[];
  below: Line[];
  /** Over the headline, where official papers have a table of what they are. */
  before: Line[];
};

function surroundings(page: ParsedPage): Surroundings {
  const { first, last } = bodySpan(page);
  const headline = headlineIndex(page, first);
  const top = headline < 0 ? Math.max(0, first - linesAbove) : headline + 1;
  const between = (from: number, to: number) => page.lines.slice(from, to).filter(isMeta);
  return {
    above: between(top, first),
    below: between(last + 1, last + 1 + linesBelow),
    before: headline < 0 ? [] : between(Math.max(0, headline - linesBelow), headline),
  };
}

/** Captions have sources too, and they are those of pictures. */
function isMeta({ text, element }: Line): boolean {
  if (weight(text) > widestMeta * 2 || element.closest("figure, figcaption, [class*=caption i]")) return false;
  // Spacers and logos stand before real fields too: a caption is undated and short.
  if (findDate(text) || weight(text) > widestCaption) return true;
  const before = element.closest("p, div")?.previousElementSibling;
  return !(
    before &&
    (before.tagName === "IMG" || (before.querySelector("img") && (before.textContent ?? "").trim() === ""))
  );
}

function bareDate(lines: readonly Line[]): string | undefined {
  const dated = lines.filter(
    ({ text, linked }) => weight(text) <= widestMeta && linked * 2 <= text.length && findDate(text) !== undefined,
  );
  const line = dated.find(({ text }) => !/updated|modified|更新|修改/i.test(text)) ?? dated[0];
  return line && findDate(line.text)?.date;
}

/** A date over an English headline; over a Chinese one it is as often today's. */
function dateAbove(lines: readonly Line[]): string | undefined {
  const near = lines
    .slice(-linesOver)
    .filter(({ text }) => !/[\u4e00-\u9fff]/.test(text) && weight(text) <= widestCaption);
  return bareDate(near);
}

/** `Posted on March 3, 2020 by …`, `创建于 2025-12-02` under an entry. */
function postedDate(lines: readonly Line[]): string | undefined {
  const line = lines.find(
    ({ text }) =>
      /\b(?:posted|published|written|filed)\b|^(?:创建|[发發][布表佈]|刊[登载載]|[写寫])[于於]/i.test(text) &&
      weight(text) <= widestMeta,
  );
  return line && findDate(line.text)?.date;
}

function timeElement({ document }: ParsedPage): string | undefined {
  for (const time of document.querySelectorAll("time, [itemprop=datePublished], abbr.published")) {
    const item = time.closest("aside, footer, nav, li");
    if (item && !(item.tagName === "LI" && /meta|byline|info|date|detail/i.test(item.parentElement?.className ?? "")))
      continue;
    const said = time.getAttribute("datetime") ?? time.getAttribute("content") ?? time.getAttribute("title");
    const date = findDate(said ?? time.textContent ?? "")?.date;
    if (date) return date;
  }
  return undefined;
}

function personIn(page: ParsedPage, claim: string | undefined): string | undefined {
  const name = claim?.replace(callings, "").trim() ?? "";
  if (name === "" || name.length > 60 || !/\p{L}/u.test(name) || /https?:|www\.|@|\d{4}|[:：|]|总篇数/.test(name))
    return undefined;
  if (emptyValue.test(name) || name === page.siteName || isSite(page, name)) return undefined;
  return /(?:cms|themes?|software|studio|design|template|wordpress|dedecms|discuz!?|科技|公司|集团|编辑部|编辑)$/i.test(
    name,
  )
    ? undefined
    : name;
}
