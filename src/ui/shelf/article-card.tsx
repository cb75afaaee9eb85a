import { useMemo } from "preact/hooks";
import type { Article } from "#domain/article.ts";
import { finishedFrom } from "#domain/facts.ts";
import { readingMinutes } from "#domain/text/count.ts";
import { formatMinutes, formatWhen } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { Headline } from "#ui/components/headline.tsx";
import { Icon } from "#ui/components/icon.tsx";
import { deleteWithUndo, toggleFavourite } from "#ui/deeds.ts";
import "./article-card.css";

type ArticleCardProps = { article: Article; progress: number; href: string; open: boolean };

/** One article on the shelf: what it is, how far it has been read (0 to 1), its star and its removal. */
export function ArticleCard(props: ArticleCardProps) {
  const { article, progress, href, open } = props;
  // A list is drawn again for every change in it; a card whose own facts stand is not.
  return useMemo(() => <Card {...props} />, [article, progress, href, open]);
}

function Card({ article, progress, href, open }: ArticleCardProps) {
  const { title, lang, excerpt, source, favouritedAt, savedAt } = article;
  const favourite = favouritedAt !== undefined;
  return (
    <>
      <a href={href} aria-current={open ? "true" : undefined}>
        <h2>
          <Headline title={title} lang={lang} />
        </h2>
        {excerpt && (
          <p class="article-card-excerpt" lang={lang}>
            {excerpt}
          </p>
        )}
        <p class="article-card-by">
          {source && <b>{source}</b>}
          <span>{article.pending ? t.pending.card : formatMinutes(readingMinutes(article.length))}</span>
          <span>{formatWhen(savedAt, Date.now())}</span>
          {progress > 0 && (
            <span class="unseen">
              {progress >= finishedFrom ? t.shelf.finished : t.shelf.read(Math.round(progress * 100))}
            </span>
          )}
        </p>
      </a>
      <div class="article-card-deeds">
        <button
          type="button"
          class={`icon-button article-card-star ${favourite ? "seal" : ""}`}
          aria-pressed={favourite}
          aria-label={`${t.article.favourite}: ${title}`}
          title={favourite ? t.article.unfavourite : t.article.favourite}
          onClick={() => toggleFavourite(article)}
        >
          <Icon name="star" filled={favourite} />
        </button>
        <button
          type="button"
          class="icon-button article-card-delete"
          aria-label={`${t.article.delete}: ${title}`}
          title={t.article.delete}
          onClick={() => deleteWithUndo(article.id)}
        >
          <Icon name="trash" />
        </button>
      </div>
      {progress > 0 && <i class="article-card-progress" style={{ width: `${progress * 100}%` }} />}
    </>
  );
}
