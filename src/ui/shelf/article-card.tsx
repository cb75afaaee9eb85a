import { useEffect, useMemo } from "preact/hooks";
import { finishedFrom } from "#domain/facts.ts";
import { readingMinutes } from "#domain/text/count.ts";
import { formatMinutes, formatWhen } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import type { Row } from "#library/rows.ts";
import { Headline } from "#ui/components/headline.tsx";
import { Icon } from "#ui/components/icon.tsx";
import { menuFor } from "./list-state.ts";
import "./article-card.css";

type ArticleCardProps = {
  row: Row;
  progress: number;
  hrefOf: (id: string) => string;
  open: boolean;
  /** Whether it is chosen; undefined while nothing is being chosen. */
  chosen: boolean | undefined;
};

/** So much of a title, in characters, names an article to who hears it. */
const spokenName = 40;

/** One article in a list: what it is, how far it has been read (0 to 1), its star and its menu. */
export function ArticleCard(props: ArticleCardProps) {
  const { row, progress, hrefOf, open, chosen } = props;
  // A list is drawn again for every change in it; a card whose own facts stand is not.
  return useMemo(() => <Card {...props} />, [row, progress, hrefOf, open, chosen]);
}

function Card({ row: { article, thumbnail }, progress, hrefOf, open, chosen }: ArticleCardProps) {
  const { title, lang, excerpt, source, favouritedAt, savedAt } = article;
  const favourite = favouritedAt !== undefined;
  // Heard with every button: enough to tell one card from the next, and no more.
  const name = title.length > spokenName ? `${title.slice(0, spokenName)}…` : title;
  return (
    <>
      <a href={hrefOf(article.id)} aria-current={open ? "true" : undefined}>
        {thumbnail?.bytes && <Picture bytes={thumbnail.bytes} type={thumbnail.type} />}
        <h2 dir="auto">
          <Headline title={title} lang={lang} />
        </h2>
        {excerpt && (
          <p class="article-card-excerpt" lang={lang} dir="auto">
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
        {chosen === undefined ? (
          <>
            <button
              type="button"
              class={`icon-button article-card-star ${favourite ? "seal" : ""}`}
              aria-pressed={favourite}
              aria-label={t.article.favouriteOf(name)}
              title={favourite ? t.article.unfavourite : t.article.favourite}
              onClick={async () => (await import("#ui/deeds.ts")).toggleFavourite(article)}
            >
              <Icon name="star" filled={favourite} />
            </button>
            <button
              type="button"
              class="icon-button article-card-more"
              aria-haspopup="dialog"
              aria-label={t.organise.deeds(name)}
              title={t.article.more}
              onClick={() => (menuFor.value = article.id)}
            >
              <Icon name="more" />
            </button>
          </>
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: the list takes the tap, on the card or on this
          <button
            type="button"
            class="icon-button article-card-choose"
            role="checkbox"
            aria-checked={chosen}
            aria-label={`${t.organise.select}: ${name}`}
          >
            <Icon name={chosen ? "checked" : "unchecked"} />
          </button>
        )}
      </div>
      {progress > 0 && <i class="article-card-progress" style={{ width: `${progress * 100}%` }} />}
    </>
  );
}

function Picture({ bytes, type }: { bytes: ArrayBuffer; type: string }) {
  const address = useMemo(() => URL.createObjectURL(new Blob([bytes], { type })), [bytes]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return <img src={address} alt="" width="68" height="68" decoding="async" />;
}
