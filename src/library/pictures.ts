import type { Picture } from "#domain/article.ts";
import { database } from "./database.ts";

/** The pictures with these ids that are kept, in any order. */
export async function picturesById(ids: readonly string[]): Promise<Picture[]> {
  const found = await database.pictures.bulkGet([...new Set(ids)]);
  return found.filter((picture) => picture !== undefined);
}

/** Deletes those of the pictures that no content shows any more; to be called inside a `write`. */
export async function dropUnshownPictures(ids: readonly string[]): Promise<void> {
  for (const id of new Set(ids)) {
    if ((await database.contents.where("pictures").equals(id).count()) === 0) await database.pictures.delete(id);
  }
}
