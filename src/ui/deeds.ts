import type { Article } from "#domain/article.ts";
import { codeOf } from "#domain/errors.ts";
import { t } from "#i18n/messages.ts";
import { deleteArticle, restoreArticle, setArchived, setFavourite } from "#library/articles.ts";
import { forgetReadings, restoreReadings } from "#library/readings.ts";
import { say } from "./toasts.ts";

/** Gives the article its star or takes it away; the screens follow the library. */
export function toggleFavourite({ id, favouritedAt }: Article): Promise<void> {
  return orSayWhy(() => setFavourite(id, favouritedAt === undefined, Date.now()));
}

/** Archives an article, or takes it out of the archive, and offers to undo it. */
export function archiveWithUndo({ id, archivedAt }: Article): Promise<void> {
  const archived = archivedAt === undefined;
  return orSayWhy(async () => {
    await setArchived(id, archived, Date.now());
    say(archived ? t.aids.archived : t.aids.unarchived, {
      label: t.article.undo,
      run: () => orSayWhy(() => setArchived(id, !archived, archivedAt ?? Date.now())),
    });
  });
}

/** Deletes at once and offers to undo it. */
export function deleteWithUndo(id: string): Promise<void> {
  return orSayWhy(async () => {
    const removed = await deleteArticle(id, Date.now());
    if (!removed) return;
    say(t.article.deleted(removed.article.title), {
      label: t.article.undo,
      run: () =>
        orSayWhy(async () => {
          await restoreArticle(removed);
          say(t.article.restored);
        }),
    });
  });
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

async function orSayWhy(deed: () => Promise<unknown>): Promise<void> {
  try {
    await deed();
  } catch (error) {
    say(t.errors[codeOf(error)]);
  }
}
