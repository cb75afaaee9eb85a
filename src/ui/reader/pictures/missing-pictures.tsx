import { useSignal } from "@preact/signals";
import type { FetchFailure } from "#capture/fetch-pictures.ts";
import type { Article } from "#domain/article.ts";
import { codeOf } from "#domain/errors.ts";
import { language, t } from "#i18n/messages.ts";
import { Icon } from "#ui/components/icon.tsx";
import { say } from "#ui/toasts.ts";
import type { Asked } from "./web-pictures.ts";
import "./missing-pictures.css";

type MissingPicturesProps = {
  article: Article;
  /** Called when some were not kept, with whether others were: then the body is filled anew by itself. */
  onShow: (asked: Asked, refilled: boolean) => void;
};

/**
 * Offers to ask the web for the pictures that did not come with the page: only on the reader's word, since sites count
 * who asks. Those a site lets us read are kept; the others are shown until the reader leaves the article.
 */
export function MissingPictures({ article, onShow }: MissingPicturesProps) {
  const busy = useSignal(false);
  const result = useSignal<Result | undefined>(undefined);
  const { absent = 0, refused = 0, "no-room": roomless = 0 } = article.receipt?.pictures.missing ?? {};
  const told = result.value ? wordsOf(result.value) : "";
  // What can be shown is shown; the others may come another time.
  const wanted = result.value ? lost(result.value) : absent + refused + roomless;
  if (wanted === 0 && !told) return null;

  async function load() {
    if (!navigator.onLine) {
      say(t.pictures.offline);
      return;
    }
    busy.value = true;
    try {
      const { fetchMissingPictures } = await import("#capture/fetch-pictures.ts");
      const { kept, failures } = await fetchMissingPictures(article.id);
      result.value = undefined;
      if (failures.size === 0) {
        say(t.pictures.kept(kept));
        return;
      }
      const counts: Result = { kept, shown: 0, unreachable: 0, "not-found": 0, other: 0 };
      for (const failure of failures.values()) counts[kindOf(failure)]++;
      result.value = counts;
      const onLost = () => {
        const now = result.peek();
        if (now) result.value = { ...now, shown: now.shown - 1, other: now.other + 1 };
      };
      onShow({ failures, onLost }, kept > 0);
    } catch (error) {
      say(t.errors[codeOf(error)]);
    } finally {
      busy.value = false;
    }
  }

  return (
    <div class="missing-pictures">
      <p role="status">{told}</p>
      {wanted > 0 && (
        <button type="button" class="quiet-button" disabled={busy.value} onClick={load}>
          <Icon name="picture" />
          {busy.value ? t.pictures.loading : t.pictures.load(wanted)}
        </button>
      )}
    </div>
  );
}

/** What came of asking, counted: `shown` are those whose site lets nobody keep them. */
type Result = Record<"kept" | "shown" | "unreachable" | "not-found" | "other", number>;

function kindOf(failure: FetchFailure): keyof Result {
  if (failure === "refused") return "shown";
  return failure === "unreachable" || failure === "not-found" ? failure : "other";
}

function lost({ unreachable, "not-found": notFound, other }: Result): number {
  return unreachable + notFound + other;
}

function wordsOf(result: Result): string {
  const { kept, shown, unreachable, "not-found": notFound, other } = result;
  return [
    kept > 0 && t.pictures.kept(kept),
    shown > 0 && t.pictures.shown(shown),
    unreachable > 0 && t.pictures.unreachableCount(unreachable),
    notFound > 0 && t.pictures.notFoundCount(notFound),
    other > 0 && t.pictures.notGiven(other),
  ]
    .filter(Boolean)
    .join(language === "en" ? " " : "");
}
