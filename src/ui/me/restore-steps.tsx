import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Checked } from "#export/backup/check-backup.ts";
import type { Restored } from "#export/backup/restore-backup.ts";
import { t } from "#i18n/messages.ts";
import { askToPersist } from "#library/storage.ts";
import { sayFailure } from "./backup-words.ts";
import { LastRestore } from "./last-restore.tsx";
import { RestorePreview } from "./restore-preview.tsx";

type Stage =
  | { at: "checking"; done: number; total: number }
  | { at: "restoring"; done: number; total: number }
  | { at: "preview"; checked: Checked }
  | { at: "restored"; restored: Restored; stayedOut: number }
  | { at: "ended"; word: string };

/** From a file to a restored library: it is read whole, shown for what it is, and brought in on the reader's word. */
export function RestoreSteps({
  file,
  onRestored,
  onClose,
}: {
  file: File;
  onRestored?: () => void;
  onClose: () => void;
}) {
  const stage = useSignal<Stage>({ at: "checking", done: 0, total: 1 });
  const stop = useRef(new AbortController());

  async function attempt(deed: () => Promise<Stage>, stopped: string) {
    try {
      stage.value = await deed();
    } catch (error) {
      stage.value = { at: "ended", word: stop.current.signal.aborted ? stopped : sayFailure(error) };
    }
  }

  useEffect(() => {
    const { signal } = stop.current;
    void attempt(async () => {
      const { checkBackup } = await import("#export/backup/check-backup.ts");
      const tell = (progress: { done: number; total: number }) => {
        stage.value = { at: "checking", ...progress };
      };
      return { at: "preview", checked: await checkBackup(file, { signal, tell }) };
    }, "");
    return () => stop.current.abort();
  }, []);

  function restore(checked: Checked, bringBack: boolean) {
    const { signal } = stop.current;
    stage.value = { at: "restoring", done: 0, total: checked.sound };
    void attempt(async () => {
      const { restoreBackup } = await import("#export/backup/restore-backup.ts");
      const tell = (progress: { done: number; total: number }) => {
        stage.value = { at: "restoring", ...progress };
      };
      const restored = await restoreBackup(checked, { bringBack, soundOnly: true, signal, tell, now: Date.now() });
      void askToPersist().catch(reportError);
      return { at: "restored", restored, stayedOut: (checked.manifest.counts.articles ?? 0) - checked.sound };
    }, t.backup.stopped);
  }

  const close = () => {
    if (stage.value.at === "restored") onRestored?.();
    onClose();
  };
  const { value } = stage;
  if (value.at === "preview")
    return <RestorePreview name={file.name} checked={value.checked} onRestore={restore} onClose={onClose} />;
  if (value.at === "checking" || value.at === "restoring") {
    return (
      <>
        <p role="status">{value.at === "checking" ? t.backup.checking : t.backup.restoring(value.done, value.total)}</p>
        <progress aria-label={t.backup.title} max={Math.max(value.total, 1)} value={value.done} />
        <button type="button" class="quiet-button" onClick={() => stop.current.abort()}>
          {t.backup.cancel}
        </button>
      </>
    );
  }
  return (
    <>
      {value.at === "ended" ? (
        <p role="alert">{value.word}</p>
      ) : (
        <Outcome {...value.restored} stayedOut={value.stayedOut} />
      )}
      <button type="button" class="main-button restore-close" onClick={close}>
        {t.backup.close}
      </button>
      {value.at === "restored" && <LastRestore />}
    </>
  );
}

function Outcome({ added, renewed, deleted, settings, stayedOut }: Restored & { stayedOut: number }) {
  return (
    <div class="restore-outcome" role="status">
      <p>{added + renewed > 0 ? t.backup.restored(added, renewed) : t.backup.nothingRestored}</p>
      {deleted > 0 && <p>{t.backup.stayedDeleted(deleted)}</p>}
      {stayedOut > 0 && <p>{t.backup.stayedOut(stayedOut)}</p>}
      {settings > 0 && <p>{t.backup.settingsLater}</p>}
    </div>
  );
}
