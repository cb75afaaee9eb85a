import { useSignal } from "@preact/signals";
import { t } from "#i18n/messages.ts";
import { later } from "#ui/components/later.tsx";

const RulesSheet = later(async () => (await import("./rules-sheet.tsx")).RulesSheet);

/** The way to the rules for sites. */
export function RulesRow() {
  const open = useSignal(false);
  return (
    <>
      <div class="me-row">
        <span>{t.rules.title}</span>
        <small>{t.rules.hint}</small>
        <button type="button" class="quiet-button me-rules" onClick={() => (open.value = true)}>
          {t.rules.open}
        </button>
      </div>
      {open.value && <RulesSheet onClose={() => (open.value = false)} />}
    </>
  );
}
