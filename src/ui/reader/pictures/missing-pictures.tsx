import { useSignal } from "@preact/signals";
import type { Article } from "#domain/article.ts";
import { codeOf } from "#domain/errors.ts";
import { t } from "#i18n/messages.ts";
import { Icon } from "#ui/components/icon.tsx";
import { say } from "#ui/toasts.ts";
import "./missing-pictures.css";

type MissingPicturesProps = {
  article: Article;
  /** Called when some may only be shown, with whether others were kept: then the body is filled anew by itself. */
  onShow: (refilled: boolean) => void;
};

/**
 * Offers to ask the web for the pictures that did not come with the page: only on the reader's word, since sites count
 * who asks. Those a site lets us read are kept; the others are shown until the reader leaves the article.
 */
export function MissingPictures({ article, onShow }: MissingPicturesProps) {
  const busy = useSignal(false);
  const told = useSignal("");
  const { absent = 0, refused = 0, "no-room": roomless = 0 } = article.receipt?.pictures.missing ?? {};
  const wanted = absent + refused + roomless;
  if (told.value) {
    return (
      <p class="missing-pictures" role="status">
        {told.value}
      </p>
    );
  }
  if (wanted === 0) return null;

  async function load() {
    if (!navigator.onLine) {
      say(t.pictures.offline);
      return;
    }
    busy.value = true;
    try {
      const { fetchMissingPictures } = await import("#capture/fetch-pictures.ts");
      const { kept, missing } = await fetchMissingPictures(article.id);
      if (missing === 0) say(t.pictures.kept(kept));
      else {
        told.value = kept > 0 ? t.pictures.keptAndShown(kept, missing) : t.pictures.shown(missing);
        onShow(kept > 0);
      }
    } catch (error) {
      say(t.errors[codeOf(error)]);
    } finally {
      busy.value = false;
    }
  }

  return (
    <p class="missing-pictures">
      <button type="button" class="quiet-button" disabled={busy.value} onClick={load}>
        <Icon name="picture" />
        {busy.value ? t.pictures.loading : t.pictures.load(wanted)}
      </button>
    </p>
  );
}
