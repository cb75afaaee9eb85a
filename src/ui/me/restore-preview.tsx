import { useSignal } from "@preact/signals";
import type { Checked } from "#export/backup/check-backup.ts";
import { formatWhen } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { sayProblem } from "./backup-words.ts";

/** Problems that are listed; the others are counted. */
const mostListed = 8;

type Props = {
  name: string;
  checked: Checked;
  onRestore: (checked: Checked, bringBack: boolean) => void;
  onClose: () => void;
};

/** What is in a backup, and what would become of it here. */
export function RestorePreview({ name, checked, onRestore, onClose }: Props) {
  const bringBack = useSignal(false);
  const { manifest, outlook, problems, sound } = checked;
  const { articles = 0, highlights = 0, notes = 0 } = manifest.counts;
  const fates = ["new", "newer", "same", "older", "deleted", "settings"] as const;
  const isSound = problems.length === 0;
  return (
    <>
      <p>
        <strong>{name}</strong>
      </p>
      <p>{t.backup.madeOn(formatWhen(manifest.createdAt, Date.now()), manifest.app)}</p>
      <p>{t.backup.holds(articles, highlights, notes)}</p>
      {isSound ? (
        <p class="restore-sound" role="status">
          {t.backup.sound}
        </p>
      ) : (
        <div class="backup-problem" role="alert">
          <p>{t.backup.unsound}</p>
          <ul>
            {problems.slice(0, mostListed).map((problem) => (
              <li key={`${problem.code} ${problem.entry} ${problem.line}`}>{sayProblem(problem)}</li>
            ))}
            {problems.length > mostListed && <li>{t.backup.more(problems.length - mostListed)}</li>}
          </ul>
        </div>
      )}
      {!isSound && sound > 0 && <p class="restore-salvage">{t.backup.salvage(sound, Math.max(articles, sound))}</p>}
      {(isSound || sound > 0) && (
        <>
          <ul>
            {fates
              .filter((fate) => outlook[fate] > 0)
              .map((fate) => (
                <li key={fate}>{t.backup.outlook[fate](outlook[fate])}</li>
              ))}
          </ul>
          {outlook.deleted > 0 && (
            <label>
              <input
                type="checkbox"
                checked={bringBack.value}
                onChange={(event) => (bringBack.value = event.currentTarget.checked)}
              />
              {t.backup.bringBack}
            </label>
          )}
          <button type="button" class="main-button restore-start" onClick={() => onRestore(checked, bringBack.value)}>
            {isSound ? t.backup.restore : t.backup.restoreSound}
          </button>
        </>
      )}
      <button type="button" class="quiet-button" onClick={onClose}>
        {t.backup.close}
      </button>
    </>
  );
}
