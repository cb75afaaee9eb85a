// Earlier texts of articles: kept when a page that has changed is captured again, and gone back to.
import type { Article, Content, Original, Picture } from "#domain/article.ts";
import { type Version, versionFields } from "#domain/version.ts";
import { followBody } from "./anchored.ts";
import { database } from "./database.ts";
import { keepEdited, withFields } from "./edited.ts";
import { dropUnshownPictures, picturesById } from "./pictures.ts";
import { write } from "./write.ts";

/** A version and the pictures it alone showed, for `restoreVersion`. */
export type Deleted = { version: Version; pictures: Picture[] };

/** The earlier texts of an article, the latest captured first. */
export async function versionsOf(articleId: string): Promise<Version[]> {
  const versions = await database.versions.where("articleId").equals(articleId).toArray();
  return versions.sort((a, b) => b.capturedAt - a.capturedAt);
}

/** When the earlier texts of an article were captured, the latest first; no body is read. */
export async function versionDates(articleId: string): Promise<number[]> {
  const keys = await database.versions
    .where("[articleId+capturedAt]")
    .between([articleId, Number.NEGATIVE_INFINITY], [articleId, Number.POSITIVE_INFINITY], true, true)
    .keys();
  return (keys as unknown as [string, number][]).map(([, at]) => at).reverse();
}

/** Keeps what an article says now as a version, unless the next text is the same; to be called inside a `write`, before that is written. */
export async function keepVersion(
  article: Article,
  content: Content | undefined,
  next: string,
  now: number,
): Promise<void> {
  if (!content || article.pending || bare(content.text) === bare(next)) return;
  await database.versions.put(versionOf(article, content, await database.originals.get(article.id), now));
}

/**
 * Gives an article the text of one of its versions; the text it had becomes a version in its stead, and highlights follow
 * their words. Gives the id of that version, by which one can come back; null when either has gone.
 */
export function goBackTo(id: string, now: number): Promise<string | null> {
  return write(async () => {
    const version = await database.versions.get(id);
    const article = version && (await database.articles.get(version.articleId));
    if (!version || !article) return null;
    const content = await database.contents.get(article.id);
    const former = content && versionOf(article, content, await database.originals.get(article.id), now);
    if (former) await database.versions.put(former);
    await database.versions.delete(id);
    const { id: _, articleId, capturedAt, replacedAt: __, fields, original, ...body } = version;
    await database.contents.put({ ...body, id: articleId });
    if (original) await database.originals.put({ ...original, id: articleId });
    else await database.originals.delete(articleId);
    await followBody(articleId, content?.html, body.html);
    await database.thumbnails.delete(articleId);
    const next = { ...withFields(article, fields, versionFields), refreshedAt: capturedAt };
    await database.articles.put(keepEdited(next, article));
    return former?.id ?? null;
  });
}

/** Deletes one version and the pictures it alone showed, and gives them back for `restoreVersion`; null when it has gone already. */
export function deleteVersion(id: string): Promise<Deleted | null> {
  return write(async () => {
    const version = await database.versions.get(id);
    if (!version) return null;
    const pictures = await picturesById(version.pictures ?? []);
    await database.versions.delete(id);
    await dropUnshownPictures(version.pictures ?? []);
    return { version, pictures };
  });
}

/** Undoes `deleteVersion`; false when the article has gone meanwhile. */
export function restoreVersion({ version, pictures }: Deleted): Promise<boolean> {
  return write(async () => {
    if (!(await database.articles.get(version.articleId))) return false;
    await database.versions.put(version);
    await database.pictures.bulkPut(pictures);
    return true;
  });
}

/** Deletes every version of every article, and the pictures they alone showed; gives how many went. */
export function freeVersions(): Promise<number> {
  return write(async () => {
    const count = await database.versions.count();
    const shown = new Set<string>();
    await database.versions.orderBy("pictures").eachKey((picture) => shown.add(String(picture)));
    await database.versions.clear();
    await dropUnshownPictures([...shown]);
    return count;
  });
}

function versionOf(article: Article, content: Content, original: Original | undefined, now: number): Version {
  const { id: articleId, ...body } = content;
  const fields = Object.fromEntries(versionFields.flatMap((name) => (article[name] ? [[name, article[name]]] : [])));
  const { id: _, ...page } = original ?? { id: "" };
  return {
    ...body,
    id: crypto.randomUUID(),
    articleId,
    capturedAt: article.refreshedAt,
    replacedAt: now,
    fields: fields as Version["fields"],
    ...(original && { original: page as Omit<Original, "id"> }),
  };
}

function bare(text: string): string {
  return text.replace(/\s+/g, "");
}
