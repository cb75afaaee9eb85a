import { useSignal } from "@preact/signals";
import { t } from "#i18n/messages.ts";
import { later } from "#ui/components/later.tsx";

const AirplaneSheet = later(async () => (await import("./airplane-sheet.tsx")).AirplaneSheet);

/** The way to the airplane check. */
export function AirplaneRow() {
  const open = useSignal(false);
  return (
    <>
      <div class="me-row">
        <span>{t.airplane.title}</span>
        <small>{t.airplane.hint}</small>
        <button type="button" class="quiet-button me-airplane" onClick={() => (open.value = true)}>
          {t.airplane.start}
        </button>
      </div>
      {open.value && <AirplaneSheet onClose={() => (open.value = false)} />}
    </>
  );
}
