import type { Article } from "#domain/article.ts";
import { codeOf } from "#domain/errors.ts";
import { t } from "#i18n/messages.ts";
import { deleteArticle, restoreArticle, setFavourite } from "#library/articles.ts";
import { forgetReadings, restoreReadings } from "#library/readings.ts";
import { say } from "./toasts.ts";

/** Gives the article its star or takes it away; the screens follow the library. */
export function toggleFavourite({ id, favouritedAt }: Article): Promise<void> {
  return orSayWhy(() => setFavourite(id, favouritedAt === undefined, Date.now()));
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

/** Does something to the library, and says why where that fails. */
export async function orSayWhy(deed: () => Promise<unknown>): Promise<void> {
  try {
    await deed();
  } catch (error) {
    say(t.errors[codeOf(error)]);
  }
}
