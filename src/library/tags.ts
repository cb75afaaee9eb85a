import type { Tag } from "#domain/tag.ts";
import { database } from "./database.ts";
import { type Before, changeArticles, undoChange } from "./lists.ts";
import { write } from "./write.ts";

/** How tags were before one was renamed, merged or deleted: the tags' own rows, and the articles'. */
export type TagsBefore = { tags: Tag[]; gone: string[]; articles: Before };

/** The tags that have a colour, or no article yet; what articles carry says the others. */
export function keptTags(): Promise<Tag[]> {
  return database.tags.toArray();
}

/** Keeps a tag, with or without a colour. */
export function keepTag(tag: Tag): Promise<unknown> {
  return write(() => database.tags.put(tag), [database.tags]);
}

/** Renames a tag on every article; where there is one of that name already, the two become one and it keeps its colour. */
export function renameTag(from: string, to: string): Promise<TagsBefore> {
  return replaceTag(from, to);
}

/** Takes a tag off every article, those in the trash too, and forgets it. */
export function deleteTag(name: string): Promise<TagsBefore> {
  return replaceTag(name, undefined);
}

/** Undoes `renameTag` and `deleteTag`. */
export function putBackTags({ tags, gone, articles }: TagsBefore): Promise<unknown> {
  return write(async () => {
    await database.tags.bulkDelete(gone);
    await database.tags.bulkPut(tags);
    await undoChange(articles);
  }, [database.articles, database.tags]);
}

function replaceTag(from: string, to: string | undefined): Promise<TagsBefore> {
  return write(async () => {
    const [old, other] = await database.tags.bulkGet([from, to ?? from]);
    const tags = [old, to === undefined ? undefined : other].filter((tag) => tag !== undefined);
    const ids = await database.articles.where("tags").equals(from).primaryKeys();
    const articles = await changeArticles(ids, ["tags"], ({ tags: worn = [] }) => {
      const next = [...new Set(worn.flatMap((tag) => (tag === from ? (to ?? []) : tag)))];
      return { tags: next.length > 0 ? next : undefined };
    });
    await database.tags.delete(from);
    if (to !== undefined && !other) await database.tags.put({ ...old, name: to });
    return { tags, gone: to !== undefined && !other ? [to] : [], articles };
  }, [database.articles, database.tags]);
}
