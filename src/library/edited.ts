import type { Article } from "#domain/article.ts";

/** The fields of a new capture, with the reader's own in place of those that were written by hand. */
export function keepEdited<Fields extends Partial<Article>>(fields: Fields, known: Article | undefined): Fields {
  return known?.edited ? withFields(fields, known, [...known.edited, "edited"]) : fields;
}

/** A copy with some fields as they are in another, those it has not taken away. */
export function withFields<Row extends object>(row: Row, other: object, names: readonly string[]): Row {
  const others = Object.entries(other).filter(([name, value]) => names.includes(name) && value !== undefined);
  const own = Object.entries(row).filter(([name]) => !names.includes(name));
  return Object.fromEntries([...own, ...others]) as Row;
}
