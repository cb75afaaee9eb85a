import type { Article } from "#domain/article.ts";
import { t } from "#i18n/messages.ts";
import { Headline } from "#ui/components/headline.tsx";
import { leaveArticle } from "#ui/router.ts";
import { deviceOf } from "./device.ts";
import { ReaderBar } from "./reader-bar.tsx";
import "./pending-screen.css";

/** What else can be done about a page that has not arrived; the ways in belong to another screen. */
export type Ways = { onPaste: () => void; onRetry: (url: string, title: string) => void };

/** A page of which only the address is kept: what to do next, on this very device. */
export function PendingScreen({ article, onPaste, onRetry }: { article: Article } & Ways) {
  const { title, lang, source, url = "", askedAt } = article;
  return (
    <div class="pending-screen">
      <ReaderBar article={article} onBack={leaveArticle} />
      <article>
        {source && <p class="pending-source">{source}</p>}
        <h1 dir="auto">
          <Headline title={title} lang={lang} />
        </h1>
        <p class="pending-address">{url}</p>
        <p>{askedAt ? t.pending.why : t.pending.notAsked}</p>
        {!askedAt && (
          <button type="button" class="main-button" onClick={() => onRetry(url, title)}>
            {t.pending.fetch}
          </button>
        )}
        <ol>
          {t.pending.steps[deviceOf(navigator)].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <button type="button" class={askedAt ? "main-button" : "quiet-button"} onClick={onPaste}>
          {t.pending.paste}
        </button>
        <div class="pending-more">
          <a class="quiet-button" href={url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
            {t.pending.open}
          </a>
          {askedAt && (
            <button type="button" class="quiet-button" onClick={() => onRetry(url, title)}>
              {t.pending.retry}
            </button>
          )}
        </div>
      </article>
    </div>
  );
}
