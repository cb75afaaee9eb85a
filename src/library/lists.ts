// Deeds upon many articles at once: each one transaction, each giving back how it was, so that it can be undone exactly.
import type { Article } from "#domain/article.ts";
import { database } from "./database.ts";
import { withFields } from "./edited.ts";
import { write } from "./write.ts";

/** Articles written at a time: of a selection of thousands no more rows than that are in memory. */
const group = 250;

/** Fields by which an article stands in one list or another. */
export type ListField = "favouritedAt" | "archivedAt" | "trashedAt" | "marked" | "tags";

/** How articles were before a deed, in the fields it touched. */
export type Before = { fields: readonly ListField[]; rows: Pick<Article, "id" | ListField>[] };

/** Gives articles their star, or takes it away; those that have it keep when they got it. */
export function favouriteArticles(ids: readonly string[], favourite: boolean, now: number): Promise<Before> {
  return changeArticles(ids, ["favouritedAt"], ({ favouritedAt }) => ({
    favouritedAt: favourite ? (favouritedAt ?? now) : undefined,
  }));
}

/** Takes articles off the shelf into the archive. */
export function archiveArticles(ids: readonly string[], now: number): Promise<Before> {
  return changeArticles(ids, ["archivedAt"], ({ archivedAt }) => ({ archivedAt: archivedAt ?? now }));
}

/** Puts archived articles back on the shelf. */
export function unarchiveArticles(ids: readonly string[]): Promise<Before> {
  return changeArticles(ids, ["archivedAt"], () => ({ archivedAt: undefined }));
}

/** Marks articles as finished or as unread, whatever their places say; the places stay. */
export function markArticles(ids: readonly string[], as: "unread" | "finished", now: number): Promise<Before> {
  return changeArticles(ids, ["marked"], () => ({ marked: { as, at: now } }));
}

/** Adds tags to articles and takes others away. */
export function tagArticles(
  ids: readonly string[],
  add: readonly string[],
  remove: readonly string[],
): Promise<Before> {
  return changeArticles(ids, ["tags"], ({ tags = [] }) => {
    const next = [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag));
    return { tags: next.length > 0 ? next : undefined };
  });
}

/** Changes fields of some articles, all or none; those no longer here are left out. Throws as `write` does. */
export function changeArticles(
  ids: readonly string[],
  fields: readonly ListField[],
  change: (article: Article) => { [Field in ListField]?: Article[Field] | undefined },
): Promise<Before> {
  return write(async () => {
    const before: Before = { fields, rows: [] };
    for (let from = 0; from < ids.length; from += group) {
      const found = await database.articles.bulkGet(ids.slice(from, from + group));
      const articles = found.filter((article) => article !== undefined);
      for (const article of articles) before.rows.push(pick(article, fields));
      await database.articles.bulkPut(articles.map((article) => withFields(article, change(article), fields)));
    }
    return before;
  }, [database.articles]);
}

/** Undoes a deed: its fields are as they were, all else stays as it is now. */
export function undoChange({ fields, rows }: Before): Promise<unknown> {
  const former = new Map(rows.map((row) => [row.id, row]));
  return changeArticles([...former.keys()], fields, ({ id }) => former.get(id) ?? {});
}

function pick(article: Article, fields: readonly ListField[]): Before["rows"][number] {
  return withFields({ id: article.id }, article, fields);
}
