import { t } from "#i18n/messages.ts";
import { AidIcon } from "#ui/reader/aids/aid-icon.tsx";
import { cameFrom } from "./jump.ts";
import "./return-pill.css";

/** After a jump: the way back to where one was reading. */
export function ReturnPill({ onReturn }: { onReturn: (offset: number) => void }) {
  const from = cameFrom.value;
  if (from === undefined) return null;
  return (
    <div class="return-pill">
      <button
        type="button"
        onClick={() => {
          cameFrom.value = undefined;
          onReturn(from);
        }}
      >
        <AidIcon name="undo" />
        {t.aids.goBack}
      </button>
      <button type="button" aria-label={t.aids.stayHere} onClick={() => (cameFrom.value = undefined)}>
        <AidIcon name="close" />
      </button>
    </div>
  );
}
