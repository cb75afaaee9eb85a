import { bodySpan, headlineIndex } from "./body-span.ts";
import { dateInAddress, findDate } from "./dates.ts";
import type { Line } from "./draw-lines.ts";
import { fieldsOf, sourceAfterTime } from "./labelled-fields.ts";
import type { ParsedPage } from "./parsed-page.ts";
import { present } from "./present.ts";
import { isSite } from "./site-names.ts";
import { emptyValue } from "./vocabulary.ts";
import { weight } from "./weight.ts";

/** Without a headline to start from, so many lines above the body may speak of it. */
const linesAbove = 10;
/** So many lines below the body; further down are other articles. */
const linesBelow = 15;
const widestMeta = 120;
const widestCaption = 40;

/** Author, source and date as labelled lines near the title give them, then as those just below the body do. */
export function readLabels(page: ParsedPage): void {
  const { above, below } = surroundings(page);
  const near = fieldsOf(above.map(({ marked }) => marked));
  const date = page.published ?? near.published ?? bareDate(above) ?? timeElement(page);
  const after = fieldsOf(below.map(({ marked }) => marked));
  Object.assign(
    page,
    present({
      published: date ?? after.published ?? (page.address ? dateInAddress(page.address) : undefined),
      siteName: page.siteName ?? near.siteName ?? after.siteName,
      byline: near.byline ?? after.byline ?? page.byline,
    }),
  );
}

/** A source without a label stands right after the time of day. */
export function readSourceAfterTime(page: ParsedPage): void {
  if (page.siteName) return;
  const name = surroundings(page)
    .above.map(({ marked }) => sourceAfterTime(marked))
    .find((found) => found !== undefined);
  if (name) page.siteName = name;
}

/** What the tags say, for what the page does not: a byline in them is as often a vendor's name as a person's. */
export function believeTags(page: ParsedPage): void {
  const { tags } = page;
  const site = page.siteName ?? tags.siteName ?? tags.titleSuffix;
  const byline = [tags.byline, tags.visibleByline]
    .map((name) => personIn(page, name))
    .find((name) => name !== undefined);
  Object.assign(page, present({ siteName: site, byline: page.byline ?? byline }));
}

function surroundings(page: ParsedPage): { above: Line[]; below: Line[] } {
  const { first, last } = bodySpan(page);
  const headline = headlineIndex(page, first);
  const above = page.lines.slice(headline < 0 ? Math.max(0, first - linesAbove) : headline + 1, first);
  return { above: above.filter(isMeta), below: page.lines.slice(last + 1, last + 1 + linesBelow).filter(isMeta) };
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
  const dated = lines.find(
    ({ text, linked }) => weight(text) <= widestMeta && linked * 2 <= text.length && findDate(text) !== undefined,
  );
  return dated && findDate(dated.text)?.date;
}

function timeElement({ document }: ParsedPage): string | undefined {
  for (const time of document.querySelectorAll("time")) {
    if (time.closest("aside, footer, nav, li")) continue;
    const date = findDate(time.getAttribute("datetime") ?? time.textContent ?? "")?.date;
    if (date) return date;
  }
  return undefined;
}

function personIn(page: ParsedPage, claim: string | undefined): string | undefined {
  const name = claim?.replace(/^\s*(?:by|posted by|written by|作者|文)\s*[:：]?\s+/i, "").trim() ?? "";
  if (name === "" || name.length > 60 || !/\p{L}/u.test(name) || /https?:|www\.|@|\d{4}|[:：|]|总篇数/.test(name))
    return undefined;
  if (emptyValue.test(name) || name === page.siteName || isSite(page, name)) return undefined;
  return /(?:cms|themes?|software|studio|design|template|wordpress|dedecms|discuz!?|科技|公司|集团|编辑部|编辑)$/i.test(
    name,
  )
    ? undefined
    : name;
}
