import type { Article } from "#domain/article.ts";
import { Icon } from "#ui/components/icon.tsx";
import { ArticleCard } from "./article-card.tsx";
import "./article-list.css";

type ArticleListProps = {
  articles: readonly Article[];
  /** How much of each has been read, 0 to 1, by id. */
  progress: ReadonlyMap<string, number>;
  hrefOf: (article: Article) => string;
  openId: string | undefined;
  /** What to say, and perhaps to do, when there is nothing to list. */
  empty: { title: string; hint?: string; deed?: { label: string; run: () => void } };
};

/** A list of articles that scrolls by itself, or an honest word when it is empty. */
export function ArticleList({ articles, progress, hrefOf, openId, empty }: ArticleListProps) {
  if (articles.length === 0) {
    return (
      <div class="article-list article-list-empty">
        <Icon name="leaf" />
        <p class="article-list-title">{empty.title}</p>
        {empty.hint && <p>{empty.hint}</p>}
        {empty.deed && (
          <button type="button" class="quiet-button" onClick={empty.deed.run}>
            {empty.deed.label}
          </button>
        )}
      </div>
    );
  }
  return (
    <ul class="article-list">
      {articles.map((article) => (
        <ArticleCard
          key={article.id}
          article={article}
          progress={progress.get(article.id) ?? 0}
          href={hrefOf(article)}
          open={article.id === openId}
        />
      ))}
    </ul>
  );
}
