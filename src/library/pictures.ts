import type { Picture, Receipt } from "#domain/article.ts";
import { byKey } from "./by-key.ts";
import { database } from "./database.ts";
import { write } from "./write.ts";

/** The pictures with these ids that are kept, in any order. */
export async function picturesById(ids: readonly string[]): Promise<Picture[]> {
  const found = await byKey<Picture>(database.pictures, [...new Set(ids)]);
  return found.filter((picture) => picture !== undefined);
}

/** Those of some pictures that an article here shows and that are not here: a damaged backup brought it without them. */
export async function missingPictures(ids: readonly string[]): Promise<string[]> {
  const here = new Set(await database.pictures.where("id").anyOf(ids).primaryKeys());
  const absent = ids.filter((id) => !here.has(id));
  if (absent.length === 0) return [];
  const shown = await database.contents.where("pictures").anyOf(absent).uniqueKeys();
  return shown.map(String);
}

/** Deletes those of the pictures that no body shows any more, present or earlier; to be called inside a `write`. */
export async function dropUnshownPictures(ids: readonly string[]): Promise<void> {
  for (const id of new Set(ids)) {
    const shown = await Promise.all(
      [database.contents, database.versions].map((table) => table.where("pictures").equals(id).count()),
    );
    if (shown.every((count) => count === 0)) await database.pictures.delete(id);
  }
}

/** Puts pictures that came later into an article: its body now shows them, and its receipt says so. */
export async function savePictures(
  id: string,
  html: string,
  pictures: readonly Picture[],
  receipt: Receipt,
): Promise<unknown> {
  const { bodyHash } = await import("./body-hash.ts");
  const hash = await bodyHash(html);
  return write(async () => {
    const content = await database.contents.get(id);
    if (!content) return;
    const shown = new Set([...(content.pictures ?? []), ...pictures.map((picture) => picture.id)]);
    await database.pictures.bulkPut([...pictures]);
    await database.contents.put({ ...content, html, pictures: [...shown], hash });
    await database.articles.update(id, { receipt });
    await database.thumbnails.delete(id);
  });
}
