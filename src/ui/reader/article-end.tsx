import type { Article } from "#domain/article.ts";
import { t } from "#i18n/messages.ts";
import { Icon } from "#ui/components/icon.tsx";
import { toggleFavourite } from "#ui/deeds.ts";
import { leaveArticle } from "#ui/router.ts";
import "./article-end.css";

/** What one may want after the last sentence. */
export function ArticleEnd({ article }: { article: Article }) {
  const favourite = article.favouritedAt !== undefined;
  return (
    <footer class="article-end">
      <p>{t.reader.end}</p>
      <div>
        <button type="button" class="quiet-button" aria-pressed={favourite} onClick={() => toggleFavourite(article)}>
          <span class={favourite ? "seal" : ""}>
            <Icon name="star" filled={favourite} />
          </span>
          {t.article.favourite}
        </button>
        <button type="button" class="quiet-button" onClick={() => print()}>
          <Icon name="print" />
          {t.article.print}
        </button>
        <button type="button" class="quiet-button" onClick={leaveArticle}>
          <Icon name="shelf" />
          {t.tabs.shelf}
        </button>
      </div>
    </footer>
  );
}
