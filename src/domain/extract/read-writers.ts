import { blocksOf } from "./blocks.ts";
import type { ParsedPage } from "./parsed-page.ts";
import { writersInProse } from "./vocabulary.ts";

/** The reporter as agencies name one, in brackets in the first paragraphs or closing the last. */
export function readWriters(page: ParsedPage): void {
  if (page.byline) return;
  const texts = blocksOf(page.body)
    .filter(({ text }) => text !== "")
    .map(({ text }) => text);
  for (const text of new Set([...texts.slice(0, 2), ...texts.slice(-2)])) {
    const byline = writersIn(text);
    if (byline) {
      page.byline = byline;
      return;
    }
  }
}

/** Writers a paragraph names; a reporter somebody talks of, inside quotation marks, is not one. */
export function writersIn(text: string): string | undefined {
  const told = text.length > 600 ? `${text.slice(0, 300)} ${text.slice(-300)}` : text;
  const unquoted = told.replace(/“[^”]{0,300}”/g, "");
  const names = writersInProse.map((pattern) => pattern.exec(unquoted)?.[1]).find((found) => found !== undefined);
  const byline = names?.replace(/[\s、\u3000]+/g, " ").trim() ?? "";
  return byline.length > 1 ? byline : undefined;
}
