import { t } from "#i18n/messages.ts";
import { Notice } from "#ui/components/notice.tsx";
import { closeWindow, receiving } from "./bookmarklet-receiving.ts";

/** Over an article the bookmarklet has just brought: that it is kept, and the way back to the site. */
export function BookmarkletKept() {
  const state = receiving.value;
  if (state.step !== "kept") return null;
  return (
    <Notice name="bookmarklet-kept" shape="line" role="status">
      <p>{state.refreshed ? t.add.refreshed(state.title) : t.add.kept(state.title)}</p>
      <button type="button" class="quiet-button" onClick={closeWindow}>
        {t.bookmarklet.closeWindow}
      </button>
    </Notice>
  );
}
