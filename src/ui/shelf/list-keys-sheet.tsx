import { t } from "#i18n/messages.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import "./list-keys-sheet.css";

/** The keys that work in lists. */
export function ListKeysSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet label={t.keys.title} onClose={onClose}>
      <div class="list-keys-sheet">
        <h2>{t.keys.title}</h2>
        <dl>
          {Object.entries(t.keys.list).map(([keys, words]) => (
            <div key={keys}>
              <dt>
                {keys.split(" ").map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <button type="button" class="main-button" onClick={onClose}>
          {t.keys.close}
        </button>
      </div>
    </Sheet>
  );
}
