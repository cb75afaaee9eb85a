import { useSignal } from "@preact/signals";
import { formatWhen } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { lastRestore, undoRestore } from "#library/restore-record.ts";
import { useLive } from "#ui/use-live.ts";
import { sayFailure } from "./backup-words.ts";

/** The last restore, as long as it can be undone. */
export function LastRestore() {
  const at = useLive(lastRestore);
  const word = useSignal("");
  const undo = () =>
    undoRestore(Date.now()).then(
      () => {
        word.value = t.backup.undone;
      },
      (error) => {
        word.value = sayFailure(error);
      },
    );
  return (
    <>
      {at !== undefined && (
        <>
          <p class="backup-aside">{t.backup.undoHint(formatWhen(at, Date.now()))}</p>
          <button type="button" class="quiet-button restore-undo" onClick={undo}>
            {t.backup.undo}
          </button>
        </>
      )}
      {word.value && <p role="status">{word.value}</p>}
    </>
  );
}
