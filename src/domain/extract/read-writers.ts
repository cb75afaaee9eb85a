import { blocksOf } from "./blocks.ts";
import { bodySpan, headlineIndex } from "./body-span.ts";
import { fill, type ParsedPage } from "./parsed-page.ts";
import { loneName, writersInProse } from "./vocabulary.ts";

/** So far below its headline an author still belongs to it. */
const linesBelow = 3;

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
