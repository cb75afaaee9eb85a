// One quiet line above the list when much is in no backup; and the backups that are made by themselves.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import { keptFolder } from "#library/backup-folder.ts";
import { isBackupDue, lastBackup, recordBackup, remindLater, unsavedWork } from "#library/backup-record.ts";
import { later } from "#ui/components/later.tsx";
import { allowed, canPickFolder } from "./backup-folder-access.ts";
import "./backup-line.css";

const BackupSheet = later(async () => (await import("./me/backup-sheet.tsx")).BackupSheet);

/** A start is for reading: what can wait does, in milliseconds. */
const patience = 5000;

/** Automatic backups are made at most so often, in milliseconds. */
const rhythm = 24 * 60 * 60 * 1000;

/** Reminds of a backup, and makes the automatic one where there is a folder for it. */
export function BackupLine() {
  const unsaved = useSignal(0);
  const open = useSignal(false);
  useEffect(() => {
    const look = async () => {
      if (await backUpByItself()) return;
      unsaved.value = (await isBackupDue(Date.now())) ? (await unsavedWork()).count : 0;
    };
    const timer = setTimeout(() => look().catch(reportError), patience);
    return () => clearTimeout(timer);
  }, []);
  if (open.value) {
    return (
      <BackupSheet
        onClose={() => {
          open.value = false;
          unsaved.value = 0;
        }}
      />
    );
  }
  if (unsaved.value === 0) return null;
  return (
    <p class="backup-line">
      <span>{t.backup.reminder(unsaved.value)}</span>
      <button type="button" class="quiet-button" onClick={() => (open.value = true)}>
        {t.backup.reminderOpen}
      </button>
      <button
        type="button"
        class="quiet-button"
        onClick={() => {
          remindLater(Date.now());
          unsaved.value = 0;
        }}
      >
        {t.backup.reminderLater}
      </button>
    </p>
  );
}

/** Makes a backup into the chosen folder when one is due; true when nobody need be reminded. */
async function backUpByItself(): Promise<boolean> {
  const folder = canPickFolder() ? await keptFolder() : undefined;
  if (!folder || !(await allowed(folder, "query"))) return false;
  const now = Date.now();
  const { at = 0 } = lastBackup() ?? {};
  if (now - at < rhythm || (await unsavedWork()).count === 0) return true;
  const [{ backUpInto }, { backupWords }] = await Promise.all([
    import("#export/backup/folder-backup.ts"),
    import("./me/backup-words.ts"),
  ]);
  // Two tabs would write the same file.
  return navigator.locks.request("liuye-backup", { ifAvailable: true }, async (lock) => {
    if (!lock) return true;
    const { signal } = new AbortController();
    const articles = await backUpInto(folder, {
      words: await backupWords(),
      app: __VERSION__,
      signal,
      tell: () => {},
      now,
    });
    recordBackup({ at: now, articles });
    return true;
  });
}
