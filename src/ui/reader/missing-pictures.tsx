import { useSignal } from "@preact/signals";
import type { Article } from "#domain/article.ts";
import { codeOf } from "#domain/errors.ts";
import { t } from "#i18n/messages.ts";
import { Icon } from "#ui/components/icon.tsx";
import { say } from "#ui/toasts.ts";
import "./missing-pictures.css";

/** Offers to ask the web for the pictures that did not come with the page: only on the reader's word, since sites count who asks. */
export function MissingPictures({ article }: { article: Article }) {
  const busy = useSignal(false);
  const missing = article.receipt?.pictures.missing ?? {};
  const count = missing.absent ?? 0; // what a site refused or broke stays so
  if (count === 0) return null;

  async function load() {
    busy.value = true;
    try {
      const { fetchMissingPictures } = await import("#capture/fetch-pictures.ts");
      const { kept, missing: left } = await fetchMissingPictures(article.id);
      say(t.pending.picturesLoaded(kept, left));
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
        {t.pending.loadPictures(count)}
      </button>
    </p>
  );
}
