import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import { Icon } from "#ui/components/icon.tsx";
import type { Hits } from "./search-hits.ts";
import "./hit-bar.css";

type HitBarProps = {
  hits: Hits;
  /** Brings a place of the article's text into sight, by the characters before it. */
  onShow: (offset: number) => void;
  onClose: () => void;
};

/** Steps through the places of a search in an article: which of how many, back, on, and away. */
export function HitBar({ hits, onShow, onClose }: HitBarProps) {
  const index = useSignal(hits.best);
  useEffect(() => {
    index.value = hits.best;
    hits.show(hits.best);
  }, [hits, index]);
  const step = (by: number) => {
    index.value = (index.value + by + hits.count) % hits.count;
    onShow(hits.show(index.value));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name a form
    <div class="hit-bar" role="group" aria-label={t.search.hits}>
      <button type="button" class="icon-button" aria-label={t.search.previous} onClick={() => step(-1)}>
        <Icon name="back" />
      </button>
      <span role="status" aria-label={t.search.place(index.value + 1, hits.count)}>
        {index.value + 1}/{hits.count}
      </span>
      <button type="button" class="icon-button" aria-label={t.search.next} onClick={() => step(1)}>
        <Icon name="back" />
      </button>
      <button type="button" class="icon-button" aria-label={t.search.closeHits} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
