import { t } from "#i18n/messages.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import "./keys-sheet.css";

/** The keys that work while an article is open. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet label={t.aids.keys.title} onClose={onClose}>
      <div class="keys-sheet">
        <h2>{t.aids.keys.title}</h2>
        <dl>
          {Object.entries(t.aids.keys.list).map(([key, words]) => (
            <div key={key}>
              <dt>
                {key.split(" ").map((each) => (
                  <kbd key={each}>{each}</kbd>
                ))}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <button type="button" class="main-button" onClick={onClose}>
          {t.aids.close}
        </button>
      </div>
    </Sheet>
  );
}
