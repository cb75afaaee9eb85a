import { blocksOf } from "./blocks.ts";
import { bodySpan, headlineIndex } from "./body-span.ts";
import { findDate } from "./dates.ts";
import { type Line, linesOf } from "./draw-lines.ts";
import { border } from "./labelled-fields.ts";
import { fill, type ParsedPage } from "./parsed-page.ts";
import { isSite } from "./site-names.ts";
import { callings, emptyValue, loneName, navigation, smallToolWords, toolWords, writersInProse } from "./vocabulary.ts";
import { weight } from "./weight.ts";

/** So far below its headline an author still belongs to it; so far above it one may stand. */
const linesBelow = 3;
const linesAbove = 2;
/** Elements that hold a writer's name, by what they are called. */
const writers =
  "[itemprop~=author], [rel~=author], [class*=author i], [class*=writer i], [class*=byline i], [class*=username i], [class*=user-name i], [class*=nickname i], [class*=per_name i]";
const widestName = 24;
/** Where so many elements are called after writers none is the article's: each is compared with the lines around it. */
const mostWriters = 40;
const role = /^(?:(?:本[报報])?[记記]者|作者|[编編][辑輯]|原[创創])$/;

/** The reporter as agencies name one, in brackets in the first paragraphs or closing the last. */
export function readWriters(page: ParsedPage): void {
  if (page.byline) return;
  const texts = (page.blocks ?? blocksOf(page.body)).filter(({ text }) => text !== "").map(({ text }) => text);
  const source = page.siteName ?? "";
  for (const text of new Set([...texts.slice(0, 2), ...texts.slice(-2)].flatMap((block) => block.split("\n")))) {
    const byline = writersIn(text);
    // （文/驾道 车轱辘）: the paper before the person.
    const person = source !== "" && byline?.startsWith(`${source} `) ? byline.slice(source.length + 1) : byline;
    fill(page, "byline", person, "text");
  }
  fill(page, "byline", lineUnderHeadline(page), "line");
}

/** Who is named around the headline by an element called after writers, or beside the date alone. */
export function readNamedWriter(page: ParsedPage): void {
  if (page.byline) return;
  const { first } = bodySpan(page);
  const headline = headlineIndex(page, first);
  if (headline < 0) return;
  fill(page, "byline", calledWriter(page, Math.max(0, headline - linesAbove), first), "line");
  for (const line of page.lines.slice(headline + 1, Math.min(first, headline + 1 + linesBelow))) {
    const [one = "", other = "", ...rest] = pieces(line);
    if (rest.length > 0 || other === "" || line.linked > 0) continue;
    const name = findDate(other) ? one : findDate(one) ? other : "";
    // A section beside a date is a link of the menu too.
    const isElsewhere = page.lines.some(({ text }) => text === name);
    fill(page, "byline", !isElsewhere && isName(page, name) ? name : undefined, "line");
  }
}

/** The first name in an element called after writers that stands between two lines of the page. */
function calledWriter(page: ParsedPage, from: number, to: number): string | undefined {
  const [start, end] = [page.lines[from]?.element, page.lines[to]?.element];
  if (!start || !end) return undefined;
  for (const element of [...page.document.querySelectorAll(writers)].slice(0, mostWriters)) {
    if (start.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING && !element.contains(start)) continue;
    if (element.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_PRECEDING) return undefined;
    if (element.contains(end)) continue;
    const named = element.querySelector("[itemprop=name][content]")?.getAttribute("content");
    const name = [named ?? "", ...linesOf(element).flatMap(pieces)]
      .map((piece) => piece.replace(callings, "").trim())
      .find((piece) => isName(page, piece));
    if (name) return name;
  }
  return undefined;
}

function pieces({ marked }: Line): string[] {
  return marked
    .split(border)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\d]/u.test(piece));
}

/** A name has no digits but at its end, no punctuation but between its parts, and is not a button, a site or a date. */
function isName(page: ParsedPage, text: string): boolean {
  if (weight(text) > widestName || weight(text) < 3 || !/^[\p{L}][\p{L}\p{M}·.'’\s_-]*\d{0,4}$/u.test(text))
    return false;
  const words = text.replace(toolWords, "").replace(smallToolWords, "");
  if (words.length < text.length || navigation.test(text) || emptyValue.test(text) || role.test(text)) return false;
  return text !== page.siteName && text !== page.title && !isSite(page, text);
}

/** Old papers set the author's name, and nothing else, on a line under the headline. */
function lineUnderHeadline(page: ParsedPage): string | undefined {
  const { first } = bodySpan(page);
  const headline = headlineIndex(page, first);
  if (headline < 0) return undefined;
  const below = page.lines.slice(headline + 1, Math.min(first, headline + 1 + linesBelow));
  const line = below.find(({ text, linked }) => linked === 0 && loneName.test(text));
  return line?.text.replace(/\s/g, "");
}

/** Writers a paragraph names; a reporter somebody talks of, inside quotation marks, is not one. */
export function writersIn(text: string): string | undefined {
  const told = text.length > 600 ? `${text.slice(0, 300)} ${text.slice(-300)}` : text;
  const unquoted = told.replace(/“[^”]{0,300}”/g, "");
  const names = writersInProse.map((pattern) => pattern.exec(unquoted)?.[1]).find((found) => found !== undefined);
  const byline = names?.replace(/[\s、\u3000]+/g, " ").trim() ?? "";
  return byline.length > 1 ? byline : undefined;
}
