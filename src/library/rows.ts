// The rows of the articles about to be drawn: a list of any length holds no more of them than it shows, and some about it.
import type { Article } from "#domain/article.ts";
import { byKey } from "./by-key.ts";
import { database, type Thumbnail } from "./database.ts";

/** What a card is drawn from; no thumbnail where none was made yet. */
export type Row = { article: Article; thumbnail: Thumbnail | undefined };

/** Rows kept in memory: a few screens of cards. */
const mostKept = 400;

const rows = new Map<string, Row>(); // the longest unseen first

/** An article's row, if it is in memory. */
export function rowOf(id: string): Row | undefined {
  return rows.get(id);
}

/** Brings the rows of these articles into memory; false when all were there. */
export async function loadRows(ids: readonly string[]): Promise<boolean> {
  const missing = ids.filter((id) => !rows.has(id));
  if (missing.length > 0) await read(missing);
  return missing.length > 0;
}

/** Reads again the rows in memory that may have changed, and those asked for besides. */
export async function refreshRows(changed: ReadonlySet<string> | "all", besides: readonly string[]): Promise<void> {
  const stale = [...rows.keys()].filter((id) => changed === "all" || changed.has(id));
  const ids = [...new Set([...stale, ...besides])];
  if (ids.length > 0) await read(ids);
}

async function read(ids: string[]): Promise<void> {
  const [found, pictures] = await Promise.all([
    byKey<Article>(database.articles, ids),
    byKey<Thumbnail>(database.thumbnails, ids),
  ]);
  for (const [at, id] of ids.entries()) {
    const article = found[at];
    rows.delete(id);
    if (article) rows.set(id, { article, thumbnail: pictures[at] });
  }
  for (const id of rows.keys()) {
    if (rows.size <= mostKept) return;
    rows.delete(id);
  }
}
