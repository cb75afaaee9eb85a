import { useSignal } from "@preact/signals";
import { t } from "#i18n/messages.ts";
import { applyUpdate } from "#pwa/update.ts";
import { later } from "./components/later.tsx";
import "./update-line.css";

const ChangesSheet = later(async () => (await import("./changes-sheet.tsx")).ChangesSheet);

/** A quiet line above the list: a newer version waits, what it brings, and the word that lets it in. */
export function UpdateLine() {
  const open = useSignal(false);
  return (
    <div class="update-line" role="status">
      <span>{t.me.update}</span>
      <button type="button" class="update-line-changes" onClick={() => (open.value = true)}>
        {t.pwa.update.changes}
      </button>
      <button type="button" class="update-line-now" onClick={applyUpdate}>
        {t.me.updateNow}
      </button>
      {open.value && <ChangesSheet onClose={() => (open.value = false)} />}
    </div>
  );
}
