import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import { type FontTrouble, ownFontName, removeOwnFont, takeFont } from "./own-font.ts";

/** The reader's own font file: bringing one, its name, and taking it away again. */
export function OwnFontRow() {
  const field = useRef<HTMLInputElement>(null);
  const trouble = useSignal<FontTrouble | undefined>(undefined);
  const busy = useSignal(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    busy.value = true;
    trouble.value = await takeFont(file);
    busy.value = false;
  };
  return (
    <div class="own-font">
      <p>
        <span>{t.type.own.title}</span>
        {ownFontName.value && <b>{ownFontName.value}</b>}
      </p>
      <div>
        <input
          ref={field}
          type="file"
          accept=".ttf,.otf,.woff2"
          hidden
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = ""; // so that the same file can be chosen again
          }}
        />
        <button type="button" class="quiet-button" disabled={busy.value} onClick={() => field.current?.click()}>
          {t.type.own.choose}
        </button>
        {ownFontName.value && (
          <button type="button" class="quiet-button own-font-remove" onClick={() => removeOwnFont().catch(reportError)}>
            {t.type.own.remove}
          </button>
        )}
      </div>
      <p class="type-hint" role="status">
        {trouble.value ? t.type.own.trouble[trouble.value] : t.type.own.hint}
      </p>
    </div>
  );
}
