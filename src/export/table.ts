import Papa from "papaparse";
import type { Article } from "#domain/article.ts";

/** The heads of the columns, in the order they stand in, in one language. */
export type TableWords = Record<(typeof columns)[number], string> & { yes: string };

const columns = [
  ...(["title", "author", "source", "url", "published", "saved", "tags", "favourite", "archived"] as const),
  ...(["progress", "language", "characters", "words", "highlights", "note"] as const),
] as const;

/** What a row of the table is made of. */
export type TableRow = { article: Article; progress: number; highlights: number; note: string };

/** The first line of the table, with the mark by which Excel knows it for UTF-8. */
export function tableHead(words: TableWords): string {
  return `\ufeff${lineOf(columns.map((column) => words[column]))}`;
}

/** One article as a line of the table; a cell that a spreadsheet would reckon with begins with an apostrophe. */
export function tableLine({ article, progress, highlights, note }: TableRow, words: TableWords): string {
  const { title, byline, source, url, published, savedAt, tags, favouritedAt, archivedAt, lang, length } = article;
  const cells: Record<(typeof columns)[number], string | number | undefined> = {
    title,
    author: byline,
    source,
    url,
    published,
    saved: new Date(savedAt).toISOString(),
    tags: tags?.join(", "),
    favourite: favouritedAt === undefined ? "" : words.yes,
    archived: archivedAt === undefined ? "" : words.yes,
    progress: `${Math.round(progress * 100)}%`,
    language: lang,
    characters: length.han,
    words: length.words,
    highlights,
    note,
  };
  return lineOf(columns.map((column) => cells[column] ?? ""));
}

/** https://owasp.org/www-community/attacks/CSV_Injection: a cell may not begin with a sign that makes it a formula. */
function lineOf(cells: readonly (string | number)[]): string {
  return `${Papa.unparse([[...cells]], { newline: "\r\n", escapeFormulae: /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/ })}\r\n`;
}
