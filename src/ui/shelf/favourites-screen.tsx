import { useMemo } from "preact/hooks";
import { sift } from "#domain/sift.ts";
import { t } from "#i18n/messages.ts";
import { shelfTable } from "#library/shelf-table.ts";
import { hrefOf, route } from "#ui/router.ts";
import { ArticleList } from "./article-list.tsx";

/** The starred articles, the latest starred first. */
export function FavouritesScreen() {
  const table = shelfTable.value;
  const ids = useMemo(() => table && sift(table.values(), "favourites", {}, "saved"), [table]);
  return (
    <>
      <header class="screen-bar">
        <h1>{t.tabs.favourites}</h1>
      </header>
      {table && ids && (
        <ArticleList
          list="favourites"
          ids={ids}
          table={table}
          hrefOf={(article) => hrefOf({ screen: "favourites", article })}
          openId={route.value.article}
          empty={{ title: t.shelf.noFavourites, hint: t.shelf.noFavouritesHint }}
        />
      )}
    </>
  );
}
