// What a reader puts right in an article that was captured badly. Each deed gives back what stood before, for `putBack`.
import type { Article, Content, EditableField, EditableList, MissingReason, Picture } from "#domain/article.ts";
import type { Highlight } from "#domain/highlight.ts";
import { followBody, putPlaces } from "./anchored.ts";
import { bodyHash } from "./body-hash.ts";
import { database } from "./database.ts";
import { keepEdited, withFields } from "./edited.ts";
import { dropUnshownPictures, picturesById } from "./pictures.ts";
import { write } from "./write.ts";

/** The fields a reader may write, in the order they are asked for. */
export const editableFields = ["title", "byline", "source", "published"] as const satisfies readonly EditableField[];

/** The lists a reader may write, after those. */
export const editableLists = ["documentNumbers", "standards"] as const satisfies readonly EditableList[];

/** What else a page says of itself, and a new reading may find otherwise. */
const told = ["subtitle", "editor", "modified", "lead", "documentNumbers", "standards", "origins"] as const;

/** A body made anew, and what it says of its article. */
export type Remade = Pick<Article, "lang" | "excerpt" | "length"> &
  Omit<Content, "id" | "hash"> & {
    /** Pictures that are not in the library yet. */
    fresh: Picture[];
    missing: Partial<Record<MissingReason, number>>;
    /** What the page says of itself, when it was read as a whole again. */
    found: Partial<Pick<Article, EditableField | (typeof told)[number]>>;
    /** True when it is what the page itself says: then the body is no longer the reader's own. */
    again?: true;
  };

/** An article as it stood before a deed. */
export type Former = {
  article: Article;
  content: Content | undefined;
  pictures: Picture[];
  /** Where its highlights stood. */
  highlights: Highlight[];
};

/** All of an article's row that mending touches; the rest (star, place, dates) goes its own way meanwhile. */
const mended = [...editableFields, ...told, "edited", "lang", "excerpt", "length", "receipt"] as const;

/** Writes the fields that differ, and remembers that they are the reader's own; an empty one is taken away. */
export function editFields(
  id: string,
  fields: Record<EditableField, string> & Partial<Record<EditableList, readonly string[]>>,
): Promise<Former | null> {
  return write(async () => {
    const article = await database.articles.get(id);
    if (!article) return null;
    const names = [...editableFields, ...editableLists];
    const changed = names.filter((name) => String(fields[name] ?? article[name] ?? "") !== String(article[name] ?? ""));
    const written = Object.fromEntries(changed.flatMap((name) => (fields[name]?.length ? [[name, fields[name]]] : [])));
    const edited = [...names, "body" as const].filter(
      (name) => changed.some((other) => other === name) || article.edited?.includes(name),
    );
    await database.articles.put(withFields(article, { ...written, edited }, [...changed, "edited"]));
    return { article, content: await database.contents.get(id), pictures: [], highlights: [] };
  });
}

/** Gives an article another body; its star, place and dates stay, and so do the fields the reader wrote. */
export async function replaceBody(id: string, remade: Remade): Promise<Former | null> {
  const { lang, excerpt, length, found, fresh, missing, again, ...body } = remade;
  const hash = await bodyHash(body.html);
  return write(async () => {
    const article = await database.articles.get(id);
    if (!article) return null;
    const content = await database.contents.get(id);
    const listed = [...new Set([...(body.pictures ?? []), ...(body.aside ?? []).map((picture) => picture.id)])];
    const pictures = await picturesById((content?.pictures ?? []).filter((picture) => !listed.includes(picture)));
    await database.pictures.bulkPut(fresh);
    const highlights = await database.highlights.where("articleId").equals(id).toArray();
    await database.contents.put({ ...body, id, pictures: listed, hash });
    await followBody(id, content?.html, body.html);
    await database.thumbnails.delete(id);
    await dropUnshownPictures(content?.pictures ?? []);
    const receipt = article.receipt && {
      ...article.receipt,
      bytes: (await bytesOf(body.pictures ?? [])) + body.html.length,
      pictures: { kept: new Set(body.pictures).size, missing },
    };
    const next: Article = { ...article, ...found, lang, excerpt, length, ...(receipt && { receipt }) };
    const fields = (article.edited ?? []).filter((name) => name !== "body");
    const edited = again ? fields : [...fields, "body"];
    const own = edited.length > 0 || article.edited ? { edited } : {};
    await database.articles.put(withFields(keepEdited(next, article), own, ["edited"]));
    return { article, content, pictures, highlights };
  });
}

/** Takes an article's body as it now stands for the one to be kept, though it is not what was written. */
export async function acceptBody(id: string): Promise<void> {
  const seen = await database.contents.get(id);
  if (!seen) return;
  const hash = await bodyHash(seen.html);
  await write(async () => {
    const content = await database.contents.get(id);
    if (content?.html === seen.html) await database.contents.put({ ...content, hash });
  }, [database.contents]);
}

/** Undoes a deed; false when the page was captured anew or deleted meanwhile, which stands. */
export function putBack({ article, content, pictures, highlights }: Former): Promise<boolean> {
  return write(async () => {
    const now = await database.articles.get(article.id);
    if (!now || now.refreshedAt !== article.refreshedAt) return false;
    const before = await database.contents.get(article.id);
    await database.articles.put(withFields(now, article, mended));
    if (content) await followBody(article.id, before?.html, content.html);
    await putPlaces(highlights);
    if (content) await database.contents.put(content);
    else await database.contents.delete(article.id);
    await database.pictures.bulkPut(pictures);
    await dropUnshownPictures(before?.pictures ?? []);
    return true;
  });
}

/** Which of these pictures are kept; none of their bytes is read. */
export async function keptPictures(ids: readonly string[]): Promise<Set<string>> {
  return new Set(await database.pictures.where("id").anyOf(ids).primaryKeys());
}

/** One picture at a time: all of an article's may be more than a phone wants to hold. */
async function bytesOf(ids: readonly string[]): Promise<number> {
  let sum = 0;
  for (const id of new Set(ids)) sum += (await database.pictures.get(id))?.bytes.byteLength ?? 0;
  return sum;
}
