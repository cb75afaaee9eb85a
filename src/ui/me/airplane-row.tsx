import { useSignal } from "@preact/signals";
import { t } from "#i18n/messages.ts";

type Sheet = typeof import("./airplane-sheet.tsx").AirplaneSheet;

/** The way to the airplane check, which is loaded when it is asked for. */
export function AirplaneRow() {
  const sheet = useSignal<{ Sheet: Sheet } | undefined>(undefined);
  const open = async () => {
    const { AirplaneSheet } = await import("./airplane-sheet.tsx");
    sheet.value = { Sheet: AirplaneSheet };
  };
  return (
    <div class="me-row">
      <span>{t.airplane.title}</span>
      <small>{t.airplane.hint}</small>
      <button type="button" class="quiet-button me-airplane" onClick={() => open().catch(reportError)}>
        {t.airplane.start}
      </button>
      {sheet.value && <sheet.value.Sheet onClose={() => (sheet.value = undefined)} />}
    </div>
  );
}
