import { useSignal } from "@preact/signals";
import { t } from "#i18n/messages.ts";
import { later } from "#ui/components/later.tsx";

const ExportSheet = later(async () => (await import("#ui/export/export-sheet.tsx")).ExportSheet);

/** The way to taking out all of the library, or some of it. */
export function ExportRow() {
  const open = useSignal(false);
  return (
    <>
      <div class="me-row">
        <span>{t.exporting.title}</span>
        <small>{t.exporting.hint}</small>
        <button type="button" class="quiet-button me-export" onClick={() => (open.value = true)}>
          {t.exporting.open}
        </button>
      </div>
      {open.value && <ExportSheet onClose={() => (open.value = false)} />}
    </>
  );
}
