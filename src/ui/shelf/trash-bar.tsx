import { useSignal } from "@preact/signals";
import { t } from "#i18n/messages.ts";
import { trashDays } from "#library/trash.ts";
import { purge } from "#ui/deeds.ts";
import { AskSheet } from "./ask-sheet.tsx";
import "./trash-bar.css";

/** What becomes of what is in the trash, and a way to be rid of it now. */
export function TrashBar({ ids }: { ids: readonly string[] }) {
  const asking = useSignal(false);
  return (
    <div class="trash-bar">
      <p>{t.trash.note(trashDays)}</p>
      <button type="button" class="quiet-button trash-empty" onClick={() => (asking.value = true)}>
        {t.trash.emptyAll}
      </button>
      {asking.value && (
        <AskSheet
          question={t.trash.ask(ids.length)}
          yes={t.trash.purge}
          onYes={() => purge(ids)}
          onClose={() => (asking.value = false)}
        />
      )}
    </div>
  );
}
