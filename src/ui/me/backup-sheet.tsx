import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { BackupPass, MadeBackup } from "#export/backup/make-backup.ts";
import { formatBytes } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { recordBackup } from "#library/backup-record.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import { backupWords, sayFailure } from "./backup-words.ts";
import { FolderField } from "./folder-field.tsx";
import { canShare, saveAs, shareFile } from "./hand-over.ts";
import { LastRestore } from "./last-restore.tsx";
import { RestoreSteps } from "./restore-steps.tsx";
import "./backup-sheet.css";

type Stage =
  | { at: "begin"; problem?: string }
  | { at: "making"; pass: BackupPass; done: number; total: number }
  | { at: "made"; made: MadeBackup; word?: string }
  | { at: "restoring"; file: File };

/** Backups: making one, opening one, having them made. */
export function BackupSheet({ onClose }: { onClose: () => void }) {
  const stage = useSignal<Stage>({ at: "begin" });
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);

  async function make() {
    stop.current = new AbortController();
    stage.value = { at: "making", pass: "writing", done: 0, total: 1 };
    try {
      const { makeBackup } = await import("#export/backup/make-backup.ts");
      const made = await makeBackup({
        ...{ words: await backupWords(), app: __VERSION__, now: Date.now(), signal: stop.current.signal },
        tell: (pass, progress) => {
          stage.value = { at: "making", pass, ...progress };
        },
      });
      stage.value = { at: "made", made };
    } catch (error) {
      stage.value = stop.current.signal.aborted ? { at: "begin" } : { at: "begin", problem: sayFailure(error) };
    }
  }

  async function hand(made: MadeBackup, way: typeof saveAs) {
    try {
      if (!(await way(made.name, made.file))) return;
      recordBackup({ at: made.at, articles: made.articles });
      stage.value = { at: "made", made, word: t.backup.saved };
    } catch (error) {
      stage.value = { at: "made", made, word: sayFailure(error) };
    }
  }

  return (
    <Sheet label={t.backup.title} onClose={onClose}>
      <div class="backup-sheet">
        <h2>{t.backup.title}</h2>
        {stage.value.at === "begin" && (
          <Begin
            problem={stage.value.problem}
            onMake={make}
            onFile={(file) => (stage.value = { at: "restoring", file })}
          />
        )}
        {stage.value.at === "making" && <Making {...stage.value} onStop={() => stop.current.abort()} />}
        {stage.value.at === "made" && <Made {...stage.value} onHand={hand} onClose={onClose} />}
        {stage.value.at === "restoring" && <RestoreSteps file={stage.value.file} onClose={onClose} />}
      </div>
    </Sheet>
  );
}

type BeginProps = { problem: string | undefined; onMake: () => void; onFile: (file: File) => void };

function Begin({ problem, onMake, onFile }: BeginProps) {
  return (
    <>
      <p>{t.backup.hint}</p>
      {problem && (
        <p class="backup-problem" role="alert">
          {problem}
        </p>
      )}
      <button type="button" class="main-button backup-make" onClick={onMake}>
        {t.backup.make}
      </button>
      <label class="quiet-button">
        {t.backup.check}
        <input
          type="file"
          class="unseen backup-file"
          accept=".zip,application/zip"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) onFile(file);
          }}
        />
      </label>
      <p class="backup-aside">{t.backup.checkHint}</p>
      <LastRestore />
      <FolderField />
    </>
  );
}

type MakingProps = { pass: BackupPass; done: number; total: number; onStop: () => void };

function Making({ pass, done, total, onStop }: MakingProps) {
  return (
    <>
      <p role="status">{pass === "writing" ? t.backup.writing(done, total) : t.backup.reading}</p>
      <progress aria-label={t.backup.title} max={Math.max(total, 1)} value={done} />
      <button type="button" class="quiet-button" onClick={onStop}>
        {t.backup.cancel}
      </button>
    </>
  );
}

type MadeProps = {
  made: MadeBackup;
  word?: string;
  onHand: (made: MadeBackup, way: typeof saveAs) => void;
  onClose: () => void;
};

function Made({ made, word, onHand, onClose }: MadeProps) {
  const { file, name, articles, leftOut } = made;
  return (
    <>
      <p class="backup-made" role="status">
        {t.backup.made(articles, formatBytes(file.size))}
      </p>
      {leftOut.length > 0 && <p class="backup-problem">{t.backup.leftOut(leftOut.length)}</p>}
      <p>{t.backup.keepElsewhere}</p>
      <button type="button" class="main-button backup-save" onClick={() => onHand(made, saveAs)}>
        {t.backup.save}
      </button>
      {canShare(name, file) && (
        <button type="button" class="quiet-button" onClick={() => onHand(made, shareFile)}>
          {t.backup.share}
        </button>
      )}
      <p role="status">{word}</p>
      <button type="button" class="quiet-button" onClick={onClose}>
        {t.backup.close}
      </button>
    </>
  );
}
