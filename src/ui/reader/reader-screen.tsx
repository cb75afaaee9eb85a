import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Article, Content, Place } from "#domain/article.ts";
import { t } from "#i18n/messages.ts";
import { articleById, contentOf } from "#library/articles.ts";
import { later } from "#ui/components/later.tsx";
import { leaveArticle } from "#ui/router.ts";
import { useLive } from "#ui/use-live.ts";
import { readAhead, takeAhead } from "./ahead.ts";
import { ArticleBody } from "./article-body.tsx";
import { ArticleEnd } from "./article-end.tsx";
import { ArticleHead } from "./article-head.tsx";
import { painted } from "./body/painted.ts";
import type { Filled } from "./marks/marks.tsx";
import type { Ways } from "./pending-screen.tsx";
import { MissingPictures } from "./pictures/missing-pictures.tsx";
import { useWebPictures } from "./pictures/use-web-pictures.ts";
import { shownLang, shownScript, useShown } from "./place/convert-script.ts";
import { ReaderBar } from "./reader-bar.tsx";
import { ReaderFoot } from "./reader-foot.tsx";
import { way as chosenWay } from "./type/reading-preferences.ts";
import { useSizeKeys } from "./type/size-keys.ts";
import { useReading } from "./use-reading.ts";
import { answerTap } from "./ways/turns.ts";
import "./reader-screen.css";

const ArticleState = later(async () => (await import("./versions/article-state.tsx")).ArticleState);
const Marks = later(async () => (await import("./marks/marks.tsx")).Marks);
const ArticleNote = later(async () => (await import("./marks/article-note.tsx")).ArticleNote);
const Aids = later(async () => (await import("./aids/aids.tsx")).Aids); // nobody needs them before the words are there
const HitBar = later(async () => (await import("./hits/hit-bar.tsx")).HitBar);
const LinkGuard = later(async () => (await import("./link-guard.tsx")).LinkGuard);
const PendingScreen = later(async () => (await import("./pending-screen.tsx")).PendingScreen);

readAhead();

/** The reading page of one article; opened from a search, it stands at the first place of the query, from a note at its passage. */
export function ReaderScreen({ id, query, at, ...ways }: { id: string } & Wanted & Ways) {
  const ahead = useMemo(() => takeAhead(id), [id]);
  const begin = useMemo(() => (ahead ? painted() : undefined), [id]);
  const article = orElse(
    useLive(() => articleById(id), [id], undefined, begin),
    ahead?.article,
  );
  const content = orElse(
    useLive(() => contentOf(id), [id], null, begin),
    ahead?.content,
  );
  if (article === undefined || content === undefined) return <div class="reader-screen" aria-busy="true" />;
  if (article === null) return <Missing words={t.reader.gone} />;
  if (article.pending) return <PendingScreen article={article} {...ways} />;
  if (content === null) return <Missing words={article.title} article={article} />;
  return <OpenArticle key={id} article={article} content={content} query={query} at={at} place={ahead?.place} />;
}

/** What is live, once it is there; null says that there is none. */
function orElse<T>(live: T | undefined, ahead: T | undefined): T | undefined {
  return live === undefined ? ahead : live;
}

/** Where to stand when it opens: at a query's first place, at a highlight. */
type Wanted = { query: string; at: string | undefined };

type OpenArticleProps = Wanted & { article: Article; content: Content; place: Place | null | undefined };

function OpenArticle({ article, content, query, at, place }: OpenArticleProps) {
  const { html } = content;
  const filled = useSignal<Filled | undefined>(undefined);
  const isShown = useSignal(false); // the words are on screen: now comes what can wait
  const web = useWebPictures();
  const reading = useReading({ article, query, at, place });
  const { screen, page, view, hits, following } = reading;
  const barsShown = useComputed(() => !view.value.barsHidden);
  const title = useShown(article.title, article.lang);
  const script = shownScript(article.lang);
  const head = useMemo(
    () => <ArticleHead article={article} title={title} script={script} />,
    [article, title, script, t],
  );
  useSizeKeys();
  useEffect(() => {
    document.title = `${title} · ${t.name}`;
    return () => {
      document.title = t.name;
    };
  }, [title]);
  useEffect(() => {
    if (isShown.value)
      following()?.lookChanged(); // the page has become longer
    else for (const part of [Marks, ArticleNote]) part.fetch();
  }, [isShown.value]);
  const way = chosenWay.value;
  const reveal = (offset: number) => following()?.reveal(offset);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: what a tap in the margin does, keys do too
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      class={`reader-screen way-${way}`}
      ref={screen}
      tabIndex={-1}
      data-bars={barsShown.value ? "shown" : "hidden"}
      onClick={(event) => event.target === screen.current && answerTap(event, following())}
    >
      <ReaderBar article={article} offset={() => view.peek().offset} isWhole={isShown.value} onBack={leaveArticle} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: what a tap does here, keys do too */}
      <article class="reader-page" ref={page} onClick={(event) => answerTap(event, following())}>
        {head}
        <ArticleState article={article} content={content} />
        <MissingPictures article={article} onShow={web.onShow} />
        <ArticleBody
          html={html}
          lang={shownLang(article.lang, script)}
          script={script}
          vertical={way === "vertical"}
          startAt={reading.startAt}
          onOpened={(body) => {
            reading.onOpened(body);
            painted().then(() => (isShown.value = true), reportError);
          }}
          onFilled={(body) => {
            reading.onFilled(body);
            web.onFilled(body);
            filled.value = { body };
          }}
        />
        {isShown.value && (
          <>
            <Marks article={article} filled={filled} at={at} onReveal={reveal} />
            <ArticleNote article={article} />
            <ArticleEnd article={article} />
          </>
        )}
      </article>
      {filled.value && screen.current && (
        <Aids
          article={article}
          html={html}
          filled={filled.value}
          scroller={screen.current}
          view={view}
          goTo={(offset) => following()?.goTo(offset)}
          reveal={reveal}
        />
      )}
      {hits.value && <HitBar hits={hits.value} onShow={reveal} onClose={reading.closeHits} />}
      <ReaderFoot article={article} view={view} />
      {isShown.value && <LinkGuard />}
    </div>
  );
}

/** Stands where an article would; one whose text has gone is named, with what can be done for it. */
function Missing({ words, article }: { words: string; article?: Article }) {
  return (
    <div class="reader-screen reader-missing">
      <p>{words}</p>
      {article && <ArticleState article={article} content={null} />}
      <button type="button" class="quiet-button" onClick={leaveArticle}>
        {t.reader.toShelf}
      </button>
    </div>
  );
}
