import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Article } from "#domain/article.ts";
import { readingMinutes } from "#domain/text/count.ts";
import { formatMinutes, formatPublished } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { articleById, contentOf } from "#library/articles.ts";
import { placeOf, savePlace } from "#library/places.ts";
import { readsOf } from "#library/readings.ts";
import { Headline } from "#ui/components/headline.tsx";
import { later } from "#ui/components/later.tsx";
import { face, leading, margin, presentReadingPaper, size } from "#ui/preferences.ts";
import { leaveArticle } from "#ui/router.ts";
import { useLive } from "#ui/use-live.ts";
import { fewestHeadings, headingCount, minutesAhead, openAid } from "./aid.ts";
import { ArticleBody } from "./article-body.tsx";
import { ArticleEnd } from "./article-end.tsx";
import { type ShownScript, shownLang, shownScript, useShown } from "./convert-script.ts";
import { followPlace, type View } from "./follow-place.ts";
import { offsetOfMark } from "./mark-place.ts";
import type { Filled } from "./marks.tsx";
import { MissingPictures } from "./missing-pictures.tsx";
import type { Ways } from "./pending-screen.tsx";
import { ReaderBar } from "./reader-bar.tsx";
import { clearHits, type Hits, paintHits } from "./search-hits.ts";
import { useSizeKeys } from "./size-keys.ts";
import { type Watch, watchReading } from "./watch-reading.ts";
import { showWebPictures } from "./web-pictures.ts";
import "./reader-screen.css";

const Marks = later(async () => (await import("./marks.tsx")).Marks);
const ArticleNote = later(async () => (await import("./article-note.tsx")).ArticleNote);
const Aids = later(async () => (await import("./aids.tsx")).Aids); // nobody needs them before the words are there
const HitBar = later(async () => (await import("./hit-bar.tsx")).HitBar);
const PendingScreen = later(async () => (await import("./pending-screen.tsx")).PendingScreen);

/** The reading page of one article; opened from a search, it stands at the first place of the query, from a note at its passage. */
export function ReaderScreen({ id, query, at, ...ways }: { id: string } & Wanted & Ways) {
  const article = useLive(() => articleById(id), [id]);
  const content = useLive(() => contentOf(id), [id]);
  if (article === undefined || content === undefined) return <div class="reader-screen" aria-busy="true" />;
  if (article === null) return <Missing words={t.reader.gone} />;
  if (article.pending) return <PendingScreen article={article} {...ways} />;
  if (content === null) return <Missing words={t.reader.bodyGone} />;
  return <OpenArticle key={id} article={article} html={content.html} query={query} at={at} />;
}

/** Where to stand when it opens: at a query's first place, at a highlight. */
type Wanted = { query: string; at: string | undefined };

function OpenArticle({ article, html, query, at }: { article: Article; html: string } & Wanted) {
  const scroller = useRef<HTMLDivElement>(null);
  const filled = useSignal<Filled | undefined>(undefined);
  const follow = useRef<() => void>(undefined);
  const watch = useRef<Watch>(undefined);
  const web = useRef({ asked: false, closing: new AbortController(), body: undefined as HTMLElement | undefined });
  const view = useSignal<View>({ progress: 0, section: "", barsHidden: false, offset: 0 });
  const hits = useSignal<Hits | undefined>(undefined);
  const barsShown = useComputed(() => !view.value.barsHidden);
  const title = useShown(article.title, article.lang);
  const script = shownScript(article.lang);
  useSizeKeys();
  useEffect(() => {
    scroller.current?.focus({ preventScroll: true }); // space and arrows turn the page at once
    const { han, words } = article.length;
    watch.current = watchReading(article.id, han + words);
    return () => {
      follow.current?.();
      watch.current?.end();
      clearHits();
      web.current.closing.abort();
    };
  }, []);
  useEffect(() => {
    document.title = `${title} · ${t.name}`;
    return () => {
      document.title = t.name;
    };
  }, [title]);

  const showFromWeb = () => {
    const { asked, body, closing } = web.current;
    if (asked && body) showWebPictures(body, closing.signal);
  };
  const begin = async (body: HTMLElement) => {
    web.current.body = body;
    showFromWeb();
    follow.current?.();
    hits.value = query ? paintHits(body, query) : undefined;
    const found = hits.value?.bestOffset ?? (at && !query ? await offsetOfMark(at, body) : undefined);
    // Shown in another writing, an article stays where it was; only when it is opened it goes to what was searched.
    const start =
      found === undefined || filled.peek() ? await placeOf(article.id) : { offset: found, progress: 0, at: 0 };
    if (!scroller.current) return;
    follow.current?.();
    follow.current = followPlace({
      scroller: scroller.current,
      body,
      start,
      onView: (next) => {
        view.value = next;
        watch.current?.moved(next.progress);
      },
      onPlace: (place) => savePlace(article.id, place).catch(reportError),
    });
    filled.value = { body };
  };

  /** A third down the screen, so that what is around it is read with it. */
  const bringIntoSight = ({ top }: DOMRect) => {
    const page = scroller.current;
    if (page) page.scrollTop += top - page.getBoundingClientRect().top - page.clientHeight / 3;
  };
  const closeHits = () => {
    clearHits();
    hits.value = undefined;
    scroller.current?.focus({ preventScroll: true });
  };

  return (
    <div
      class="reader-screen"
      ref={scroller}
      tabIndex={-1}
      data-paper={presentReadingPaper.value}
      data-face={face.value}
      data-leading={leading.value}
      data-margin={margin.value}
      data-bars={barsShown.value ? "shown" : "hidden"}
      style={{ "--reader-size": `${size.value}px` }}
    >
      <ReaderBar article={article} offset={() => view.peek().offset} onBack={leaveArticle} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a tap only brings back bars that the keyboard reaches anyway */}
      <article
        class="reader-page"
        onClick={(event) => {
          if (isBareTap(event)) view.value = { ...view.value, barsHidden: !view.value.barsHidden };
        }}
      >
        <ArticleHead article={article} title={title} script={script} />
        <MissingPictures
          article={article}
          onShow={(refilled) => {
            web.current.asked = true;
            if (!refilled) showFromWeb();
          }}
        />
        <ArticleBody html={html} lang={shownLang(article.lang, script)} script={script} onFilled={begin} />
        <Marks article={article} filled={filled} at={at} />
        <ArticleNote article={article} />
        <ArticleEnd article={article} />
      </article>
      {filled.value && scroller.current && (
        <Aids article={article} html={html} filled={filled.value} scroller={scroller.current} view={view} />
      )}
      {hits.value && <HitBar hits={hits.value} onShow={bringIntoSight} onClose={closeHits} />}
      <footer class="reader-foot">
        <SectionName section={view.value.section} />
        <span>{leftWords(article, view.value.progress)}</span>
        <i style={{ width: `${view.value.progress * 100}%` }} />
      </footer>
    </div>
  );
}

/** The section one is in; where there are several it opens the list of them. */
function SectionName({ section }: { section: string }) {
  if (headingCount.value < fewestHeadings) return <span>{section}</span>;
  return (
    <button type="button" class="reader-section" onClick={() => (openAid.value = "contents")}>
      {section || t.aids.contents}
    </button>
  );
}

type ArticleHeadProps = { article: Article; title: string; script: ShownScript };

function ArticleHead({ article, title, script }: ArticleHeadProps) {
  const { id, source, lang, byline, published, length } = article;
  const reads = useLive(() => readsOf(id), [id]) ?? 0;
  return (
    <header class="reader-head">
      {source && <p class="reader-source">{source}</p>}
      <h1>
        <Headline title={title} lang={shownLang(lang, script)} />
      </h1>
      <p class="reader-meta">
        {byline && <span class="reader-byline">{byline}</span>}
        {published && <time dateTime={published}>{formatPublished(published)}</time>}
        <span>{t.reader.about(formatMinutes(readingMinutes(length)))}</span>
        {reads > 0 && <span class="reader-reads">{t.readings.reads(reads)}</span>}
      </p>
    </header>
  );
}

function Missing({ words }: { words: string }) {
  return (
    <div class="reader-screen reader-missing">
      <p>{words}</p>
      <button type="button" class="quiet-button" onClick={leaveArticle}>
        {t.reader.toShelf}
      </button>
    </div>
  );
}

function leftWords({ length }: Article, progress: number): string {
  const minutes = minutesAhead.value ?? Math.ceil(readingMinutes(length) * (1 - progress));
  const percent = `${Math.round(progress * 100)}%`;
  return progress >= 1 ? percent : `${t.reader.left(formatMinutes(Math.max(minutes, 1)))} · ${percent}`;
}

/** A tap on the page itself: not on something that answers by itself, not the end of a selection. */
function isBareTap(event: MouseEvent): boolean {
  const target = event.target as Element;
  return !target.closest("a, button, summary, .table-box") && (getSelection()?.isCollapsed ?? true);
}
