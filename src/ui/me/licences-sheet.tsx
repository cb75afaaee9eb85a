import { licences } from "virtual:licences";
import { t } from "#i18n/messages.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import "./licences-sheet.css";

/** Whose work Liuye is built on, and on which terms. */
export function LicencesSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet label={t.licences.title} onClose={onClose}>
      <div class="licences-sheet">
        <h2>{t.licences.title}</h2>
        <p>{t.licences.about(licences.length)}</p>
        {licences.map(({ name, version, licence, text }) => (
          <details key={`${name} ${version}`}>
            <summary>
              {name} <small>{`${version} · ${licence}`}</small>
            </summary>
            <pre lang="en">{text || licence}</pre>
          </details>
        ))}
        <button type="button" class="quiet-button" onClick={onClose}>
          {t.licences.close}
        </button>
      </div>
    </Sheet>
  );
}
