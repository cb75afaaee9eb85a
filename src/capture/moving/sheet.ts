import Papa from "papaparse";
import { normalizeUrl } from "#domain/url.ts";

/** A cell of a row by its column's name in small letters; empty where the sheet or the row has none. */
export type Cells = (column: string) => string;

/** A table whose first line names its columns, one of them `url`, in any order and case. */
export type Sheet = { has: (...columns: string[]) => boolean; rows: () => Generator<Cells> };

/** Longer first lines are no header: the longest known has 80 characters. */
const longestHeader = 2000;

/** Reads text as a table, whatever it is separated by; undefined when no first line names a column `url`. */
export function openSheet(text: string): Sheet | undefined {
  // Excel's own way to say which separator follows.
  const start = /^\s*(?:sep=.\s*\n\s*)?/i.exec(text)?.[0].length ?? 0;
  const end = text.indexOf("\n", start);
  const header = text.slice(start, end < 0 ? undefined : end);
  if (header.length > longestHeader || !/\burl\b/i.test(header)) return undefined;
  const { columns, delimiter } = readHeader(header);
  const urlColumn = columns.get("url");
  if (urlColumn === undefined) return undefined;
  return {
    has: (...names) => names.every((name) => columns.has(name)),
    *rows() {
      if (end < 0) return;
      const cells = (row: string[]) => (column: string) => row[columns.get(column) ?? -1] ?? "";
      for (const row of parse(text.slice(end + 1), delimiter, urlColumn)) yield cells(row);
    },
  };
}

function readHeader(header: string): { columns: Map<string, number>; delimiter: string } {
  const readings = [",", ";", "\t"].map((delimiter) => ({
    delimiter,
    names: Papa.parse<string[]>(header, { delimiter, newline: "\n" }).data[0] ?? [],
  }));
  const best = readings.reduce((one, other) => (other.names.length > one.names.length ? other : one));
  const columns = new Map<string, number>();
  for (const [at, name] of best.names.entries()) {
    const column = name.trim().toLowerCase();
    if (!columns.has(column)) columns.set(column, at);
  }
  return { columns, delimiter: best.delimiter };
}

function* parse(body: string, delimiter: string, urlColumn: number): Generator<string[]> {
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, newline: "\n", skipEmptyLines: "greedy" });
  const torn = new Set(errors.filter(({ type }) => type === "Quotes").map(({ row }) => row));
  for (const [at, row] of data.entries()) {
    if (torn.has(at)) yield* mended(row, delimiter, urlColumn);
    else yield row;
  }
}

/** A quote that never closes swallows the rows after it; read line by line, those are there again. */
function* mended(row: string[], delimiter: string, urlColumn: number): Generator<string[]> {
  const lines = row.join(delimiter).split("\n");
  const rows = lines.map((line) => line.split(delimiter));
  const usable = rows.filter((cells) => normalizeUrl(cells[urlColumn] ?? "") !== undefined);
  if (usable.length > 1) yield* usable;
  else yield row;
}
