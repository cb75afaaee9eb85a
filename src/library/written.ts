import { database } from "./database.ts";

/** Deletes for good what the reader wrote into articles, and their earlier texts; to be called inside a `write`. */
export async function deleteWritten(articleIds: readonly string[]): Promise<void> {
  await database.highlights.where("articleId").anyOf(articleIds).delete();
  await database.notes.bulkDelete([...articleIds]);
  await database.versions.where("articleId").anyOf(articleIds).delete();
}
