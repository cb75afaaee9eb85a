// The rows of the articles about to be drawn: a list of any length holds no more of them than it shows, and some about it.
import type { Article } from "#domain/article.ts";
import { database } from "./database.ts";

/** Rows kept in memory: a few screens of cards. */
const mostKept = 400;

const rows = new Map<string, Article>(); // the longest unseen first

/** An article's row, if it is in memory. */
export function rowOf(id: string): Article | undefined {
  return rows.get(id);
}

/** Brings the rows of these articles into memory; false when all were there. */
export async function loadRows(ids: readonly string[]): Promise<boolean> {
  const missing = ids.filter((id) => !rows.has(id));
  if (missing.length > 0) keep(await database.articles.bulkGet(missing));
  return missing.length > 0;
}

/** Reads again the rows in memory that may have changed, and those asked for besides. */
export async function refreshRows(changed: ReadonlySet<string> | "all", besides: readonly string[]): Promise<void> {
  const stale = [...rows.keys()].filter((id) => changed === "all" || changed.has(id));
  const ids = [...new Set([...stale, ...besides])];
  if (ids.length === 0) return;
  const found = await database.articles.bulkGet(ids);
  for (const id of ids) rows.delete(id);
  keep(found);
}

function keep(found: readonly (Article | undefined)[]): void {
  for (const article of found) if (article) rows.set(article.id, article);
  for (const id of rows.keys()) {
    if (rows.size <= mostKept) return;
    rows.delete(id);
  }
}
