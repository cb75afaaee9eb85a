// What comes in with an article that once left Liuye. All of this is to be called inside a `write`.
import { squeeze } from "#domain/anchor/squeeze.ts";
import type { Article, Content } from "#domain/article.ts";
import type { Exported } from "#domain/exported.ts";
import { present } from "#domain/extract/present.ts";
import { bringAlong } from "./anchored.ts";
import { database } from "./database.ts";

type Row = { article: Article };
type Came = { brought?: Exported };

/** Whether what comes in has the very words of the body that is here. */
export function isHere({ brought, text }: Came & { text: string }, former: Content | undefined): boolean {
  return brought !== undefined && former !== undefined && squeeze(former.text).text === squeeze(text).text;
}

/** Gives each row what its article left with; one that is here already keeps its own, and gains tags. */
export function addBrought(rows: Row[], came: readonly Came[], known: readonly (Article | undefined)[]): void {
  for (const [at, row] of rows.entries()) {
    const brought = came[at]?.brought;
    if (brought) row.article = withBrought(row.article, brought, known[at] !== undefined);
  }
}

/** Puts back where one was, the notes and the highlights; what is here already stays as it is. */
export async function putBrought(rows: readonly Row[], came: readonly Came[], now: number): Promise<void> {
  for (const [at, { article }] of rows.entries()) {
    const brought = came[at]?.brought;
    if (brought) await putOne(article.id, brought, now);
  }
}

function withBrought(article: Article, brought: Exported, known: boolean): Article {
  const tags = [...new Set([...(article.tags ?? []), ...(brought.tags ?? [])])];
  const tagged = tags.length > 0 ? { tags } : {};
  if (known) return { ...article, ...tagged };
  const { savedAt, favouritedAt, archivedAt, marked, edited } = brought;
  return { ...article, ...present({ savedAt, favouritedAt, archivedAt, marked, edited }), ...tagged } as Article;
}

async function putOne(id: string, { place, note, highlights = [] }: Exported, at: number): Promise<void> {
  if (place && !(await database.places.get(id))) await database.places.put({ ...place, id });
  const passages = highlights.map(({ exact, ...more }) => ({ quote: exact, ...more }));
  await bringAlong(id, { passages }, at);
  if (note && !(await database.notes.get(id))) await database.notes.put({ id, ...note });
}
