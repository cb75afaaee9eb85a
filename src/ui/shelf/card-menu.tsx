import { finishedFrom } from "#domain/facts.ts";
import type { List } from "#domain/sift.ts";
import { t } from "#i18n/messages.ts";
import { rowOf } from "#library/rows.ts";
import type { ShelfTable } from "#library/shelf-table.ts";
import { Icon, type IconName } from "#ui/components/icon.tsx";
import { Sheet } from "#ui/components/sheet.tsx";
import { archiveAllWithUndo, deleteWithUndo, favouriteWithUndo, markWithUndo, restoreWithUndo } from "#ui/deeds.ts";
import { tagging } from "#ui/tagging.ts";
import { menuFor, selected } from "./list-state.ts";
import "./card-menu.css";

/** What can be done with one article from its card. */
export function CardMenu({ id, list, table }: { id: string; list: List; table: ShelfTable }) {
  const facts = table.get(id);
  const title = rowOf(id)?.article.title ?? "";
  const close = () => (menuFor.value = undefined);
  if (!facts) return null;
  const isFinished = facts.progress >= finishedFrom;
  const deed = (name: string, icon: IconName, words: string, run: () => unknown) => (
    <button
      type="button"
      class={`card-menu-${name}`}
      onClick={() => {
        close();
        void run();
      }}
    >
      <Icon name={icon} />
      {words}
    </button>
  );
  const choose = () => deed("select", "checked", t.organise.select, () => (selected.value = new Set([id])));
  return (
    <Sheet label={t.organise.deeds(title)} onClose={close}>
      <div class="card-menu">
        <h2>{title}</h2>
        {list === "trash" ? (
          <>
            {deed("restore", "again", t.trash.restore, () => restoreWithUndo([id]))}
            {choose()}
          </>
        ) : (
          <>
            {deed("favourite", "star", facts.favouritedAt ? t.article.unfavourite : t.article.favourite, () =>
              favouriteWithUndo([id], !facts.favouritedAt),
            )}
            {deed("archive", "box", facts.archivedAt ? t.organise.unarchive : t.organise.archive, () =>
              archiveAllWithUndo([id], !facts.archivedAt),
            )}
            {deed("tags", "tag", t.organise.tags, () => (tagging.value = [id]))}
            {deed("mark", "bookmark", isFinished ? t.organise.markUnread : t.organise.markRead, () =>
              markWithUndo([id], isFinished ? "unread" : "finished"),
            )}
            {choose()}
            {deed("delete", "trash", t.article.delete, () => deleteWithUndo(id))}
          </>
        )}
      </div>
    </Sheet>
  );
}
