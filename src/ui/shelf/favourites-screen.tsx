import { t } from "#i18n/messages.ts";
import { favouriteArticles } from "#library/articles.ts";
import { allProgress } from "#library/places.ts";
import { hrefOf, route } from "#ui/router.ts";
import { useLive } from "#ui/use-live.ts";
import { ArticleList } from "./article-list.tsx";

/** The starred articles, the latest starred first. */
export function FavouritesScreen() {
  const articles = useLive(favouriteArticles);
  const progress = useLive(allProgress);
  return (
    <>
      <header class="screen-bar">
        <h1>{t.tabs.favourites}</h1>
      </header>
      {articles && progress && (
        <ArticleList
          articles={articles}
          progress={progress}
          hrefOf={(article) => hrefOf({ screen: "favourites", article: article.id })}
          openId={route.value.article}
          empty={{ title: t.shelf.noFavourites, hint: t.shelf.noFavouritesHint }}
        />
      )}
    </>
  );
}
