import type { Picture } from "#domain/article.ts";
import { database, type Thumbnail } from "./database.ts";
import { write } from "./write.ts";

/** A picture smaller than this on a side, in its own pixels, is an icon or a line. */
const leastSide = 160;

/** One so many times longer than wide, or wider than long, is a strip that a square shows nothing of. */
const longestShape = 3.2;

/** Pictures of an article that are looked at for one that will do. */
const mostTried = 8;

/** The first picture of an article that makes a thumbnail, or null. */
export async function pictureForList(id: string): Promise<Picture | null> {
  const content = await database.contents.get(id);
  for (const one of (content?.pictures ?? []).slice(0, mostTried)) {
    const picture = await database.pictures.get(one);
    if (!picture) continue;
    const { width, height } = picture;
    const shape = Math.max(width, height) / Math.min(width, height);
    if (Math.min(width, height) >= leastSide && shape <= longestShape) return picture;
  }
  return null;
}

/** Keeps an article's thumbnail, or that it has none; unless the article has gone meanwhile. */
export function saveThumbnail(thumbnail: Thumbnail): Promise<unknown> {
  return write(async () => {
    if (await database.articles.get(thumbnail.id)) await database.thumbnails.put(thumbnail);
  }, [database.articles, database.thumbnails]);
}
