import { useSignal } from "@preact/signals";
import { t } from "#i18n/messages.ts";
import { later } from "#ui/components/later.tsx";

const LicencesSheet = later(async () => (await import("./licences-sheet.tsx")).LicencesSheet);

/** The way to the licences of what Liuye is built on. */
export function LicencesRow() {
  const open = useSignal(false);
  return (
    <>
      <div class="me-row">
        <span>{t.licences.title}</span>
        <small>{t.licences.hint}</small>
        <button type="button" class="quiet-button me-licences" onClick={() => (open.value = true)}>
          {t.licences.open}
        </button>
      </div>
      {open.value && <LicencesSheet onClose={() => (open.value = false)} />}
    </>
  );
}
