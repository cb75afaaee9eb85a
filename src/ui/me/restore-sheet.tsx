import { useSignal } from "@preact/signals";
import { t } from "#i18n/messages.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import { RestoreSteps } from "./restore-steps.tsx";
import "./backup-sheet.css";

/** Opening a backup where there is nothing to be backed up. */
export function RestoreSheet({ onRestored, onClose }: { onRestored: () => void; onClose: () => void }) {
  const file = useSignal<File | undefined>(undefined);
  return (
    <Sheet label={t.backup.fromLost} onClose={onClose}>
      <div class="backup-sheet">
        <h2>{t.backup.fromLost}</h2>
        {file.value ? (
          <RestoreSteps file={file.value} onRestored={onRestored} onClose={onClose} />
        ) : (
          <>
            <p>{t.backup.checkHint}</p>
            <label class="main-button">
              {t.backup.check}
              <input
                type="file"
                class="unseen backup-file"
                accept=".zip,application/zip"
                onChange={(event) => (file.value = event.currentTarget.files?.[0])}
              />
            </label>
          </>
        )}
      </div>
    </Sheet>
  );
}
