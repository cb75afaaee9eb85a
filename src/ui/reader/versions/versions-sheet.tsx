import { useSignal } from "@preact/signals";
import type { Article, Content } from "#domain/article.ts";
import type { Version } from "#domain/version.ts";
import { formatLength, formatWhen } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { editableFields } from "#library/edits.ts";
import { deleteVersion, goBackTo, restoreVersion, versionsOf } from "#library/versions.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import { orSayWhy } from "#ui/deeds.ts";
import { say } from "#ui/toasts.ts";
import { useLive } from "#ui/use-live.ts";
import { Comparison } from "./comparison.tsx";
import "./versions-sheet.css";

type VersionsSheetProps = { article: Article; content: Content | null; onClose: () => void };

/** The earlier texts of an article, what changed from the chosen one to the present, and the way back to it. */
export function VersionsSheet({ article, content, onClose }: VersionsSheetProps) {
  const versions = useLive(() => versionsOf(article.id), [article.id]);
  const wanted = useSignal("");
  if (!versions) return null;
  const chosen = versions.find(({ id }) => id === wanted.value) ?? versions[0];
  const choose = (id: string) => {
    wanted.value = id;
  };
  return (
    <Sheet label={t.keeping.title} onClose={onClose}>
      <div class="versions-sheet">
        <h2>{t.keeping.title}</h2>
        <ul>
          {versions.map((version) => (
            <li key={version.id}>
              <button
                type="button"
                class="version-choice"
                aria-pressed={version === chosen}
                onClick={() => choose(version.id)}
              >
                <b>{t.keeping.captured(formatWhen(version.capturedAt, Date.now()))}</b>
                <small>{formatLength(version.fields.length ?? { han: 0, words: 0 })}</small>
              </button>
            </li>
          ))}
        </ul>
        {chosen && (
          <>
            <Fields article={article} version={chosen} />
            <Comparison
              key={chosen.id}
              before={chosen.capturedAt > article.refreshedAt ? (content?.text ?? "") : chosen.text}
              after={chosen.capturedAt > article.refreshedAt ? chosen.text : (content?.text ?? "")}
              lang={article.lang}
            />
            <div class="version-deeds">
              <button
                type="button"
                class="main-button version-back"
                onClick={() => {
                  onClose();
                  void goBack(chosen.id);
                }}
              >
                {t.keeping.goBack}
              </button>
              <button
                type="button"
                class="quiet-button version-delete"
                onClick={() => {
                  if (versions.length === 1) onClose();
                  void remove(chosen.id);
                }}
              >
                {t.keeping.delete}
              </button>
            </div>
          </>
        )}
      </div>
    </Sheet>
  );
}

/** What else the page said of itself then. */
function Fields({ article, version: { fields } }: { article: Article; version: Version }) {
  const changed = editableFields.filter((name) => (fields[name] ?? "") !== (article[name] ?? ""));
  if (changed.length === 0) return null;
  return (
    <dl>
      {changed.map((name) => (
        <div key={name}>
          <dt>{t.mend.names[name]}</dt>
          <dd>{t.mend.change(fields[name] ?? "–", article[name] ?? "–")}</dd>
        </div>
      ))}
    </dl>
  );
}

function goBack(id: string): Promise<void> {
  return orSayWhy(async () => {
    const former = await goBackTo(id, Date.now());
    if (former === null) return;
    const undo = () => orSayWhy(() => goBackTo(former, Date.now()));
    say(t.keeping.wentBack, { label: t.article.undo, run: () => void undo() });
  });
}

function remove(id: string): Promise<void> {
  return orSayWhy(async () => {
    const deleted = await deleteVersion(id);
    if (!deleted) return;
    const undo = () => orSayWhy(() => restoreVersion(deleted));
    say(t.keeping.deleted, { label: t.article.undo, run: () => void undo() });
  });
}
