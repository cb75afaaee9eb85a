import type { Article } from "#domain/article.ts";
import { codeOf } from "#domain/errors.ts";
import { t } from "#i18n/messages.ts";
import { setFavourite } from "#library/articles.ts";
import {
  archiveArticles,
  type Before,
  favouriteArticles,
  markArticles,
  unarchiveArticles,
  undoChange,
} from "#library/lists.ts";
import { forgetReadings, restoreReadings } from "#library/readings.ts";
import { deleteTag, putBackTags, renameTag, type TagsBefore } from "#library/tags.ts";
import { purgeArticles, restoreArticles, trashArticles } from "#library/trash.ts";
import { say } from "./toasts.ts";

type Ids = readonly string[];

/** Gives the article its star or takes it away; the screens follow the library. */
export function toggleFavourite({ id, favouritedAt }: Article): Promise<void> {
  return orSayWhy(() => setFavourite(id, favouritedAt === undefined, Date.now()));
}

/** Gives articles their star or takes it away, and offers to undo it. */
export function favouriteWithUndo(ids: Ids, favourite: boolean): Promise<void> {
  return undoable(() => favouriteArticles(ids, favourite, Date.now()), t.organise.favourited(favourite));
}

/** Archives an article, or takes it out of the archive, and offers to undo it. */
export function archiveWithUndo({ id, archivedAt }: Pick<Article, "id" | "archivedAt">): Promise<void> {
  return archiveAllWithUndo([id], archivedAt === undefined);
}

/** Archives articles, or puts them back on the shelf, and offers to undo it. */
export function archiveAllWithUndo(ids: Ids, archived: boolean): Promise<void> {
  const deed = () => (archived ? archiveArticles(ids, Date.now()) : unarchiveArticles(ids));
  return undoable(deed, archived ? t.organise.archived : t.organise.unarchived);
}

/** Marks articles as read or unread and offers to undo it. */
export function markWithUndo(ids: Ids, as: "unread" | "finished"): Promise<void> {
  return undoable(() => markArticles(ids, as, Date.now()), t.organise.marked(as === "finished"));
}

/** Moves an article to the trash and offers to undo it. */
export function deleteWithUndo(id: string): Promise<void> {
  return deleteAllWithUndo([id]);
}

/** Moves articles to the trash and offers to undo it. */
export function deleteAllWithUndo(ids: Ids): Promise<void> {
  return undoable(() => trashArticles(ids, Date.now()), t.trash.moved);
}

/** Brings articles back from the trash and offers to undo it. */
export function restoreWithUndo(ids: Ids): Promise<void> {
  return undoable(() => restoreArticles(ids), t.trash.restored);
}

/** Deletes articles of the trash for good; whoever calls has asked. */
export function purge(ids: Ids): Promise<void> {
  return orSayWhy(async () => say(t.trash.purged(await purgeArticles(ids, Date.now()))));
}

/** Renames a tag, or makes it one with another, and offers to undo it. */
export function renameTagWithUndo(from: string, to: string): Promise<void> {
  return tagsUndoable(() => renameTag(from, to), t.organise.renamed(from, to));
}

/** Takes a tag off every article and offers to undo it. */
export function deleteTagWithUndo(name: string): Promise<void> {
  return tagsUndoable(() => deleteTag(name), t.organise.untagged(name));
}

/** Clears the reading history and offers to undo it. */
export function forgetWithUndo(): Promise<void> {
  return orSayWhy(async () => {
    const forgotten = await forgetReadings();
    say(t.readings.forgotten, {
      label: t.article.undo,
      run: () => orSayWhy(() => restoreReadings(forgotten)),
    });
  });
}

function undoable(deed: () => Promise<Before>, words: (count: number) => string): Promise<void> {
  return orSayWhy(async () => {
    const before = await deed();
    const count = before.rows.length;
    if (count > 0) say(words(count), { label: t.article.undo, run: () => orSayWhy(() => undoChange(before)) });
  });
}

function tagsUndoable(deed: () => Promise<TagsBefore>, words: string): Promise<void> {
  return orSayWhy(async () => {
    const before = await deed();
    say(words, { label: t.article.undo, run: () => orSayWhy(() => putBackTags(before)) });
  });
}

/** Does something to the library, and says why where that fails. */
export async function orSayWhy(deed: () => Promise<unknown>): Promise<void> {
  try {
    await deed();
  } catch (error) {
    say(t.errors[codeOf(error)]);
  }
}
