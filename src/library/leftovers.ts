import { database } from "./database.ts";
import { write } from "./write.ts";

/** Made of articles, and made again: without one they are of no use to anybody. */
const derived = ["facts", "thumbnails", "places"] as const;

/** The reader's, or what a reader may want: without an article they stay, unless it was deleted for good. */
const kept = ["contents", "originals", "notes"] as const;

/** Written into articles, and known by the article they are in. */
const written = ["highlights", "versions"] as const;

/** Clears away what belongs to articles that were deleted for good, and counts what belongs to none and is left alone. */
export function clearLeftovers(): Promise<{ cleared: number; loose: number }> {
  return write(async () => {
    const articles = new Set(await database.articles.toCollection().primaryKeys());
    const deleted = new Set(await database.tombstones.toCollection().primaryKeys());
    const alone = (id: string) => !articles.has(id);
    let [cleared, loose] = [0, 0];
    for (const store of derived) {
      const gone = (await database.table<unknown, string>(store).toCollection().primaryKeys()).filter(alone);
      await database.table(store).bulkDelete(gone);
      cleared += gone.length;
    }
    for (const store of kept) {
      const found = (await database.table<unknown, string>(store).toCollection().primaryKeys()).filter(alone);
      const gone = found.filter((id) => deleted.has(id));
      await database.table(store).bulkDelete(gone);
      cleared += gone.length;
      loose += found.length - gone.length;
    }
    for (const store of written) {
      const gone: string[] = [];
      await database
        .table(store)
        .orderBy("articleId")
        .eachKey((articleId, { primaryKey }) => {
          if (!alone(String(articleId))) return;
          if (deleted.has(String(articleId))) gone.push(String(primaryKey));
          else loose++;
        });
      await database.table(store).bulkDelete(gone);
      cleared += gone.length;
    }
    return { cleared, loose };
  });
}
