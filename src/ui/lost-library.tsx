import { useSignal } from "@preact/signals";
import { plantGuides } from "#capture/guides.ts";
import { formatCount, formatWhen } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { beginAnew, lostLibrary } from "#library/lifecycle.ts";
import { later } from "./components/later.tsx";
import { language } from "./preferences.ts";
import "./lost-library.css";

const RestoreSheet = later(async () => (await import("./me/restore-sheet.tsx")).RestoreSheet);

/** Stands where the shelf would, when the browser has emptied the library: an empty shelf would be a lie. */
export function LostLibrary() {
  const known = lostLibrary.value;
  const restoring = useSignal(false);
  if (!known) return null;
  const begin = () => {
    beginAnew();
    plantGuides(language.peek(), Date.now()).catch(reportError);
  };
  return (
    <main class="lost-library">
      <h1>{t.lost.title}</h1>
      <p>{t.lost.what(formatCount(known.articles), formatWhen(known.at, Date.now()))}</p>
      <p>{t.lost.why}</p>
      <p>{t.lost.todo}</p>
      <button type="button" class="main-button" onClick={() => location.reload()}>
        {t.lost.again}
      </button>
      <button type="button" class="quiet-button lost-restore" onClick={() => (restoring.value = true)}>
        {t.backup.fromLost}
      </button>
      <button type="button" class="quiet-button lost-begin" onClick={begin}>
        {t.lost.begin}
      </button>
      {restoring.value && <RestoreSheet onRestored={beginAnew} onClose={() => (restoring.value = false)} />}
    </main>
  );
}
