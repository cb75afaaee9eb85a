import type { Article } from "#domain/article.ts";
import { t } from "#i18n/messages.ts";
import { setArchived } from "#library/archive.ts";
import { orSayWhy } from "#ui/deeds.ts";
import { say } from "#ui/toasts.ts";

/** Archives an article, or takes it out of the archive, and offers to undo it. */
export function archiveWithUndo({ id, archivedAt }: Article): Promise<void> {
  return orSayWhy(async () => {
    await setArchived(id, archivedAt === undefined ? Date.now() : undefined);
    say(archivedAt === undefined ? t.aids.archived : t.aids.unarchived, {
      label: t.article.undo,
      run: () => orSayWhy(() => setArchived(id, archivedAt)),
    });
  });
}
