// What was deleted waits thirty days: out of every list and search, but with all its notes, marks and tags.
import { database } from "./database.ts";
import { type Before, changeArticles } from "./lists.ts";
import { dropUnshownPictures } from "./pictures.ts";
import { write } from "./write.ts";
import { deleteWritten } from "./written.ts";

/** Days an article stays in the trash. */
export const trashDays = 30;

const dayLength = 24 * 60 * 60 * 1000;

/** Articles deleted for good in one transaction: pictures of each are counted, which takes its time. */
const group = 50;

/** Moves articles to the trash. */
export function trashArticles(ids: readonly string[], now: number): Promise<Before> {
  return changeArticles(ids, ["trashedAt"], ({ trashedAt }) => ({ trashedAt: trashedAt ?? now }));
}

/** Brings articles back from the trash, where and as they were. */
export function restoreArticles(ids: readonly string[]): Promise<Before> {
  return changeArticles(ids, ["trashedAt"], () => ({ trashedAt: undefined }));
}

/** Deletes articles that are in the trash for good, with everything that was theirs alone; they will not come back by themselves. */
export async function purgeArticles(ids: readonly string[], now: number): Promise<number> {
  let purged = 0;
  for (let from = 0; from < ids.length; from += group)
    purged += await write(() => purgeGroup(ids.slice(from, from + group), now));
  return purged;
}

/** Deletes for good what has been in the trash its thirty days; gives how many articles went. */
export async function purgeExpired(now: number): Promise<number> {
  const expired = await database.articles
    .where("trashedAt")
    .below(now - trashDays * dayLength)
    .primaryKeys();
  return purgeArticles(expired, now);
}

async function purgeGroup(ids: readonly string[], now: number): Promise<number> {
  const rows = await database.articles.bulkGet([...ids]);
  const gone = rows.flatMap((row) => (row?.trashedAt === undefined ? [] : [row.id])); // one restored meanwhile stays
  const bodies = [
    ...(await database.contents.bulkGet(gone)),
    ...(await database.versions.where("articleId").anyOf(gone).toArray()),
  ];
  for (const store of ["articles", "contents", "places", "originals", "thumbnails"] as const)
    await database[store].bulkDelete(gone);
  await deleteWritten(gone);
  await database.tombstones.bulkPut(gone.map((id) => ({ id, at: now })));
  await dropUnshownPictures(bodies.flatMap((body) => body?.pictures ?? []));
  return gone.length;
}
