import type { Article } from "#domain/article.ts";
import { database } from "./database.ts";

/** The article to read after this one: the next older that was never opened, else the latest such; null when all were. */
export async function nextUnread({ id, savedAt }: Article): Promise<Article | null> {
  const opened = new Set(await database.places.toCollection().primaryKeys());
  const isUnread = (article: Article) =>
    article.id !== id &&
    !opened.has(article.id) &&
    !(article.archivedAt ?? article.trashedAt) &&
    article.marked?.as !== "finished" &&
    !article.pending;
  const older = database.articles.where("savedAt").belowOrEqual(savedAt).reverse().filter(isUnread);
  return (
    (await older.first()) ?? (await database.articles.orderBy("savedAt").reverse().filter(isUnread).first()) ?? null
  );
}
