import { t } from "#i18n/messages.ts";
import { closeWindow, receiving } from "./bookmarklet-receiving.ts";
import "./bookmarklet-kept.css";

/** Over an article the bookmarklet has just brought: that it is kept, and the way back to the site. */
export function BookmarkletKept() {
  const state = receiving.value;
  if (state.step !== "kept") return null;
  return (
    <section class="bookmarklet-kept" role="status">
      <p>{state.refreshed ? t.add.refreshed(state.title) : t.add.kept(state.title)}</p>
      <button type="button" class="quiet-button" onClick={closeWindow}>
        {t.bookmarklet.closeWindow}
      </button>
    </section>
  );
}
