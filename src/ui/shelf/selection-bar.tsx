import { useSignal } from "@preact/signals";
import type { List } from "#domain/sift.ts";
import { t } from "#i18n/messages.ts";
import type { ShelfTable } from "#library/shelf-table.ts";
import { Icon, type IconName } from "#ui/components/icon.tsx";
import { later } from "#ui/components/later.tsx";
import {
  archiveAllWithUndo,
  deleteAllWithUndo,
  favouriteWithUndo,
  markWithUndo,
  purge,
  restoreWithUndo,
} from "#ui/deeds.ts";
import { tagging } from "#ui/tagging.ts";
import { AskSheet } from "./ask-sheet.tsx";
import { selected } from "./list-state.ts";
import "./selection-bar.css";

const ExportSheet = later(async () => (await import("#ui/export/export-sheet.tsx")).ExportSheet);

type SelectionBarProps = { chosen: ReadonlySet<string>; ids: readonly string[]; list: List; table: ShelfTable };

/** What can be done with all chosen articles at once. */
export function SelectionBar({ chosen, ids, list, table }: SelectionBarProps) {
  const asking = useSignal(false);
  const exporting = useSignal<readonly string[] | undefined>(undefined);
  const wanted = ids.filter((id) => chosen.has(id)); // those that have left the list meanwhile are not meant
  const end = () => {
    // The bar goes: the keyboard goes on at what was chosen, or at its neighbour where that goes too.
    if (document.activeElement?.closest(".selection-bar"))
      document.querySelector<HTMLElement>(".article-card[data-chosen=true] > a")?.focus({ preventScroll: true });
    selected.value = undefined;
  };
  const deed = (name: string, icon: IconName, words: string, run: () => unknown) => (
    <button type="button" class={`selection-${name}`} disabled={wanted.length === 0} onClick={() => void run()}>
      <Icon name={icon} />
      <span>{words}</span>
    </button>
  );
  const ending = (run: () => unknown) => () => {
    end();
    return run();
  };
  const isAll = (test: "favouritedAt" | "archivedAt") => wanted.every((id) => Number(table.get(id)?.[test]) > 0);
  const areRead = wanted.every((id) => Number(table.get(id)?.progress) >= 1);
  return (
    <div class="selection-bar" role="toolbar" aria-label={t.organise.selecting}>
      <p>
        <button type="button" class="selection-done" onClick={end}>
          {t.organise.done}
        </button>
        <output>{t.organise.selected(wanted.length)}</output>
        <button type="button" class="selection-all" onClick={() => (selected.value = new Set(ids))}>
          {t.organise.selectAll(ids.length)}
        </button>
      </p>
      <div>
        {list === "trash" ? (
          <>
            {deed(
              "restore",
              "again",
              t.trash.restore,
              ending(() => restoreWithUndo(wanted)),
            )}
            {deed("purge", "trash", t.trash.purge, () => (asking.value = true))}
          </>
        ) : (
          <>
            {deed(
              "favourite",
              "star",
              isAll("favouritedAt") ? t.article.unfavourite : t.article.favourite,
              ending(() => favouriteWithUndo(wanted, !isAll("favouritedAt"))),
            )}
            {deed(
              "archive",
              "box",
              isAll("archivedAt") ? t.organise.unarchive : t.organise.archive,
              ending(() => archiveAllWithUndo(wanted, !isAll("archivedAt"))),
            )}
            {deed("tags", "tag", t.organise.tags, () => (tagging.value = wanted))}
            {deed(
              "mark",
              "bookmark",
              areRead ? t.organise.markUnread : t.organise.markRead,
              ending(() => markWithUndo(wanted, areRead ? "unread" : "finished")),
            )}
            {deed("export", "file", t.exporting.title, () => (exporting.value = wanted))}
            {deed(
              "delete",
              "trash",
              t.article.delete,
              ending(() => deleteAllWithUndo(wanted)),
            )}
          </>
        )}
      </div>
      {exporting.value && <ExportSheet ids={exporting.value} onClose={() => (exporting.value = undefined)} />}
      {asking.value && (
        <AskSheet
          question={t.trash.ask(wanted.length)}
          yes={t.trash.purge}
          onYes={ending(() => purge(wanted))}
          onClose={() => (asking.value = false)}
        />
      )}
    </div>
  );
}
