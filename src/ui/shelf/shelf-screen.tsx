import { useSignal } from "@preact/signals";
import type { Article } from "#domain/article.ts";
import { t } from "#i18n/messages.ts";
import { allArticles } from "#library/articles.ts";
import { allProgress } from "#library/places.ts";
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
  const progress = useLive(allProgress);
  const filter = useSignal<ShelfFilter>("all");
  const shown = progress && articles?.filter((article) => passes(filter.value, article, progress.get(article.id) ?? 0));
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
      {articles && progress && articles.length > 0 && (
        <FilterChips
          articles={articles}
          progress={progress}
          chosen={filter.value}
          onChoose={(choice) => (filter.value = choice)}
        />
      )}
      {shown && (
        <ArticleList
          articles={shown}
          progress={progress}
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

type FilterChipsProps = {
  articles: Article[];
  progress: ReadonlyMap<string, number>;
  chosen: ShelfFilter;
  onChoose: (filter: ShelfFilter) => void;
};

/** Filters that are offered only while something passes them: most shelves are whole, and have no archive. */
const seldom: readonly ShelfFilter[] = ["partial", "archive"];

function FilterChips({ articles, progress, chosen, onChoose }: FilterChipsProps) {
  const count = (filter: ShelfFilter) =>
    articles.filter((article) => passes(filter, article, progress.get(article.id) ?? 0)).length;
  const words: Record<ShelfFilter, string> = {
    all: t.shelf.all(count("all")),
    unread: t.shelf.unread(count("unread")),
    reading: t.shelf.reading(count("reading")),
    long: t.shelf.long(count("long")),
    partial: t.shelf.partial(count("partial")),
    archive: t.shelf.archive(count("archive")),
  };
  const offered = shelfFilters.filter((filter) => !seldom.includes(filter) || filter === chosen || count(filter) > 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name a form, and these only narrow a list
    <div class="shelf-chips" role="group" aria-label={t.shelf.filters}>
      {offered.map((filter) => (
        <button key={filter} type="button" aria-pressed={filter === chosen} onClick={() => onChoose(filter)}>
          {words[filter]}
        </button>
      ))}
    </div>
  );
}
