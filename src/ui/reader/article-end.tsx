import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Article } from "#domain/article.ts";
import { readingMinutes } from "#domain/text/count.ts";
import { formatMinutes } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { nextUnread } from "#library/next-unread.ts";
import { Headline } from "#ui/components/headline.tsx";
import { Icon } from "#ui/components/icon.tsx";
import { archiveWithUndo, toggleFavourite } from "#ui/deeds.ts";
import { hrefOf, inSameList, leaveArticle } from "#ui/router.ts";
import { openAid } from "./aids/aid.ts";
import { AidIcon } from "./aids/aid-icon.tsx";

import { shownLang, shownScript, useShown } from "./place/convert-script.ts";
import { RelatedArticles } from "./related-articles.tsx";
import "./article-end.css";

/** What one may want after the last sentence. */
export function ArticleEnd({ article }: { article: Article }) {
  const favourite = article.favouritedAt !== undefined;
  const archived = article.archivedAt !== undefined;
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
        <button
          type="button"
          class="quiet-button article-archive"
          aria-pressed={archived}
          onClick={() => archiveWithUndo(article)}
        >
          <AidIcon name="archive" filled={archived} />
          {t.aids.archive}
        </button>
        <button type="button" class="quiet-button" onClick={() => (openAid.value = "print")}>
          <Icon name="print" />
          {t.article.print}
        </button>
        <NoteButton />
        <button type="button" class="quiet-button" onClick={leaveArticle}>
          <Icon name="shelf" />
          {t.tabs.shelf}
        </button>
      </div>
      <NextUnread article={article} />
      <RelatedArticles article={article} />
    </footer>
  );
}

/** The way to the field for one's own words about the article, where there is one. */
function NoteButton() {
  const field = useSignal<Element | null>(null);
  useEffect(() => {
    const find = () => (field.value = document.querySelector(".article-note"));
    const looking = new MutationObserver(find);
    const page = document.querySelector(".reader-page");
    if (page) looking.observe(page, { childList: true });
    find();
    return () => looking.disconnect();
  }, []);
  const found = field.value;
  if (!found) return null;
  const goThere = () => {
    found.scrollIntoView({ block: "center" });
    found.querySelector<HTMLElement>("textarea, button")?.focus({ preventScroll: true });
  };
  return (
    <button type="button" class="quiet-button article-note-way" onClick={goThere}>
      <AidIcon name="note" />
      {t.aids.writeNote}
    </button>
  );
}

function NextUnread({ article }: { article: Article }) {
  const next = useSignal<Article | null>(null);
  useEffect(() => {
    nextUnread(article).then((found) => (next.value = found), reportError);
  }, [article.id]);
  return next.value && <NextLink article={next.value} />;
}

function NextLink({ article }: { article: Article }) {
  const title = useShown(article.title, article.lang);
  return (
    <a class="article-next" href={hrefOf(inSameList(article.id))}>
      <span>{t.aids.next}</span>
      <strong>
        <Headline title={title} lang={shownLang(article.lang, shownScript(article.lang))} />
      </strong>
      <small>{[article.source, formatMinutes(readingMinutes(article.length))].filter(Boolean).join(" · ")}</small>
      <AidIcon name="onward" />
    </a>
  );
}
