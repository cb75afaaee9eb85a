import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { language, t } from "#i18n/messages.ts";
import { fetchChanges, type Release } from "#pwa/changes.ts";
import { applyUpdate, updateReady } from "#pwa/update.ts";
import { Sheet } from "./components/sheet.tsx";
import "./changes-sheet.css";

/** What the version that waits brings; where none waits, what the present one brought. */
export function ChangesSheet({ onClose }: { onClose: () => void }) {
  const releases = useSignal<Release[] | undefined>(undefined);
  const waits = updateReady.value;
  const words = t.pwa.update;
  useEffect(() => {
    fetchChanges(waits).then((found) => {
      releases.value = found;
    }, reportError);
  }, [waits]);
  return (
    <Sheet label={words.changes} onClose={onClose}>
      <div class="changes-sheet" aria-busy={releases.value === undefined}>
        {releases.value?.length === 0 && <p>{words.unknown}</p>}
        {releases.value?.map(({ version, changes }) => (
          <section key={version}>
            <h2>{words.title(version)}</h2>
            <ul>
              {linesIn(changes).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
        {waits && <p>{words.waits}</p>}
        {waits && (
          <button type="button" class="main-button" onClick={applyUpdate}>
            {t.me.updateNow}
          </button>
        )}
        <button type="button" class="quiet-button" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </Sheet>
  );
}

/** The lines in the reader's language, or in the nearest there is. */
function linesIn(changes: Release["changes"]): string[] {
  return changes[language] ?? changes[language.startsWith("zh") ? "zh-CN" : "en"] ?? [];
}
