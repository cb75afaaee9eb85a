import { useSignal } from "@preact/signals";
import type { Article } from "#domain/article.ts";
import type { Highlight } from "#domain/highlight.ts";
import { t } from "#i18n/messages.ts";
import { highlightsOf } from "#library/highlights.ts";
import { Icon } from "#ui/components/icon.tsx";
import { Sheet } from "#ui/components/sheet.tsx";
import { go, hrefOf, type Route, route } from "#ui/router.ts";
import { useLive } from "#ui/use-live.ts";
import { MarkSheet } from "./mark-sheet.tsx";
import "./mark-list.css";

/** All marks of the open article in the order of its text; those whose words have gone stand last and say so. */
export function MarkList({ article, onClose }: { article: Article; onClose: () => void }) {
  const highlights = useLive(() => highlightsOf(article.id), [article.id]);
  const edited = useSignal<string | undefined>(undefined);
  if (!highlights) return null;
  const lost = highlights.filter((highlight) => highlight.lost).length;
  const show = ({ id, lost }: Highlight) => {
    if (lost) {
      edited.value = id;
      return;
    }
    onClose();
    go({ ...route.peek(), at: id } as Route, { replace: true });
  };
  return (
    <Sheet label={t.marks.list} onClose={onClose}>
      <div class="mark-list">
        <h2>{t.marks.list}</h2>
        {highlights.length === 0 && <p class="mark-list-empty">{t.marks.listEmpty}</p>}
        {lost > 0 && <p class="mark-list-lost">{t.marks.lostCount(lost)}</p>}
        <ol>
          {highlights.map((highlight) => (
            <li key={highlight.id}>
              <button type="button" class={`mark-go mark-go-${highlight.colour}`} onClick={() => show(highlight)}>
                <span class="unseen">{t.marks.names[highlight.colour]}</span>
                <q lang={article.lang}>{highlight.anchor.quote.exact}</q>
                {highlight.note && <span class="mark-note">{highlight.note}</span>}
                {highlight.lost && <small>{t.marks.lost}</small>}
              </button>
              <button
                type="button"
                class="icon-button mark-edit"
                aria-label={`${t.marks.edit}: ${highlight.anchor.quote.exact.slice(0, 24)}`}
                onClick={() => (edited.value = highlight.id)}
              >
                <Icon name="pencil" />
              </button>
            </li>
          ))}
        </ol>
        <a class="quiet-button mark-list-all" href={hrefOf({ screen: "notes" })}>
          {t.marks.all}
        </a>
      </div>
      {edited.value && <MarkSheet id={edited.value} article={article} onClose={() => (edited.value = undefined)} />}
    </Sheet>
  );
}
