import { useSignal } from "@preact/signals";
import type { Article } from "#domain/article.ts";
import { t } from "#i18n/messages.ts";
import { allArticles } from "#library/articles.ts";
import { applyUpdate, updateReady } from "#pwa/update.ts";
import { Icon } from "#ui/components/icon.tsx";
import { hrefOf, route } from "#ui/router.ts";
import { useLive } from "#ui/use-live.ts";
import { ArticleList } from "./article-list.tsx";
import { passes, type ShelfFilter, shelfFilters } from "./shelf-filter.ts";
import "./shelf-screen.css";

/** The shelf: everything kept, the newest first, with a few quick filters. */
export function ShelfScreen({ onAdd }: { onAdd: () => void }) {
  const articles = useLive(allArticles);
  const filter = useSignal<ShelfFilter>("all");
  const shown = articles?.filter((article) => passes(filter.value, article));
  return (
    <div class="shelf-screen">
      <header class="screen-bar">
        <h1>{t.tabs.shelf}</h1>
        <button type="button" class="icon-button shelf-add" aria-label={t.tabs.add} onClick={onAdd}>
          <Icon name="plus" />
        </button>
      </header>
      {updateReady.value && (
        <p class="shelf-update">
          {t.me.update}
          <button type="button" onClick={applyUpdate}>
            {t.me.updateNow}
          </button>
        </p>
      )}
      {articles && articles.length > 0 && (
        <FilterChips articles={articles} chosen={filter.value} onChoose={(choice) => (filter.value = choice)} />
      )}
      {shown && (
        <ArticleList
          articles={shown}
          hrefOf={(article) => hrefOf({ screen: "shelf", article: article.id })}
          openId={route.value.article}
          empty={
            articles?.length === 0
              ? { title: t.shelf.empty, hint: t.shelf.emptyHint, deed: { label: t.tabs.add, run: onAdd } }
              : { title: t.shelf.emptyFilter }
          }
        />
      )}
    </div>
  );
}

type FilterChipsProps = { articles: Article[]; chosen: ShelfFilter; onChoose: (filter: ShelfFilter) => void };

function FilterChips({ articles, chosen, onChoose }: FilterChipsProps) {
  const count = (filter: ShelfFilter) => articles.filter((article) => passes(filter, article)).length;
  const words: Record<ShelfFilter, string> = {
    all: t.shelf.all(count("all")),
    unread: t.shelf.unread(count("unread")),
    reading: t.shelf.reading(count("reading")),
    long: t.shelf.long,
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name a form, and these only narrow a list
    <div class="shelf-chips" role="group" aria-label={t.shelf.filters}>
      {shelfFilters.map((filter) => (
        <button key={filter} type="button" aria-pressed={filter === chosen} onClick={() => onChoose(filter)}>
          {words[filter]}
        </button>
      ))}
    </div>
  );
}
