import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { formatWhen } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { lastBackup, unsavedWork } from "#library/backup-record.ts";
import { later } from "#ui/components/later.tsx";

const BackupSheet = later(async () => (await import("./backup-sheet.tsx")).BackupSheet);

/** The way to backups, and how long ago the last one was. */
export function BackupRow() {
  const open = useSignal(false);
  const unsaved = useSignal<number | undefined>(undefined);
  useEffect(() => {
    unsavedWork().then(({ count }) => {
      unsaved.value = count;
    }, reportError);
  }, [open.value]); // a backup made in the sheet changes it
  const last = lastBackup();
  const when = last ? t.backup.last(formatWhen(last.at, Date.now())) : t.backup.never;
  const rest = unsaved.value ? t.backup.unsaved(unsaved.value) : last ? t.backup.nothingNew : "";
  return (
    <>
      <div class="me-row">
        <span>{t.backup.title}</span>
        <small>{unsaved.value === undefined ? "" : t.backup.together(when, rest)}</small>
        <button type="button" class="quiet-button me-backup" onClick={() => (open.value = true)}>
          {t.backup.open}
        </button>
      </div>
      {open.value && <BackupSheet onClose={() => (open.value = false)} />}
    </>
  );
}
