import { useSignal } from "@preact/signals";
import { formatWhen } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { lastBackup, unsavedWork } from "#library/backup-record.ts";
import { later } from "#ui/components/later.tsx";
import { useLive } from "#ui/use-live.ts";

const BackupSheet = later(async () => (await import("./backup-sheet.tsx")).BackupSheet);

/** The way to backups, and how long ago the last one was. */
export function BackupRow() {
  const open = useSignal(false);
  const unsaved = useLive(unsavedWork);
  const last = lastBackup();
  const words = [
    last ? t.backup.last(formatWhen(last.at, Date.now())) : t.backup.never,
    unsaved && (unsaved.count > 0 ? t.backup.unsaved(unsaved.count) : t.backup.nothingNew),
  ];
  return (
    <>
      <div class="me-row">
        <span>{t.backup.title}</span>
        <small>{words.filter(Boolean).join(" ")}</small>
        <button type="button" class="quiet-button me-backup" onClick={() => (open.value = true)}>
          {t.backup.open}
        </button>
      </div>
      {open.value && <BackupSheet onClose={() => (open.value = false)} />}
    </>
  );
}
