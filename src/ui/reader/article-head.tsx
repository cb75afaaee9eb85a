import type { Article } from "#domain/article.ts";
import { dayAfter } from "#domain/reading.ts";
import { namedIn } from "#domain/text/authors.ts";
import { readingMinutes } from "#domain/text/count.ts";
import { formatMinutes, formatPublished } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { readsOf } from "#library/readings.ts";
import { Headline } from "#ui/components/headline.tsx";
import { hrefOf, type Route } from "#ui/router.ts";
import { useLive } from "#ui/use-live.ts";
import { type ShownScript, shownLang } from "./place/convert-script.ts";
import "./article-head.css";

/** A standard that is cited a hundred times belongs to a catalogue; so many are shown. */
const mostNumbers = 12;

/** Two texts with so many first characters in common begin alike. */
const sameBeginning = 60;

/** A publication date with its day: nothing can be looked up by a month or a year alone. */
const wholeDay = /^\d{4}-\d{2}-\d{2}/;

type ArticleHeadProps = { article: Article; title: string; script: ShownScript };

/** What stands above an article; each fact leads to everything on the shelf that shares it. */
export function ArticleHead({ article, title, script }: ArticleHeadProps) {
  const { id, source, lang, subtitle, byline, editor, published, length, excerpt } = article;
  const reads = useLive(() => readsOf(id), [id]) ?? 0;
  return (
    <header class="reader-head article-head">
      {source && (
        <p class="reader-source">
          <Fact to={{ screen: "shelf", filter: { source } }}>{source}</Fact>
        </p>
      )}
      <h1 dir="auto">
        <Headline title={title} lang={shownLang(lang, script)} />
      </h1>
      {/* Where the text begins with it, it stands there already. */}
      {subtitle && !excerpt.startsWith(subtitle.slice(0, sameBeginning)) && (
        <p class="head-subtitle" lang={lang} dir="auto">
          {subtitle}
        </p>
      )}
      <p class="reader-meta">
        {byline && <Byline byline={byline} />}
        {editor && <span>{t.reading.editor(editor)}</span>}
        {published && <Published published={published} />}
        <span>{t.reader.about(formatMinutes(readingMinutes(length)))}</span>
        {reads > 0 && <span class="reader-reads">{t.readings.reads(reads)}</span>}
      </p>
      <Numbers article={article} />
    </header>
  );
}

/** Who wrote it, as the page says it; each of them leads to what they wrote, alone or with others. */
function Byline({ byline }: { byline: string }) {
  return (
    <span class="reader-byline">
      {namedIn(byline).map(({ words, author }, at) =>
        author ? (
          <Fact key={at} to={{ screen: "shelf", filter: { author } }}>
            {words}
          </Fact>
        ) : (
          words
        ),
      )}
    </span>
  );
}

function Published({ published }: { published: string }) {
  const [day] = wholeDay.exec(published) ?? [];
  const time = <time dateTime={published}>{formatPublished(published)}</time>;
  if (!day) return time;
  return <Fact to={{ screen: "search", query: `after:${day} before:${dayAfter(day, 1)}` }}>{time}</Fact>;
}

/** The numbers an official paper has, the standards it names, and the reader's own tags. */
function Numbers({ article: { documentNumbers = [], standards = [], tags = [] } }: { article: Article }) {
  if (documentNumbers.length + standards.length + tags.length === 0) return null;
  return (
    <ul class="head-numbers" aria-label={t.facts.label}>
      {documentNumbers.map((number) => (
        <li key={number}>
          <Fact to={{ screen: "search", query: `"${number}"` }}>{number}</Fact>
        </li>
      ))}
      {standards.slice(0, mostNumbers).map((number) => (
        <li key={number}>
          <Fact to={{ screen: "search", query: number }}>{number}</Fact>
        </li>
      ))}
      {tags.map((tag) => (
        <li key={tag}>
          <Fact to={{ screen: "shelf", filter: { tag } }}>{t.facts.tag(tag)}</Fact>
        </li>
      ))}
    </ul>
  );
}

function Fact({ to, children }: { to: Route; children: preact.ComponentChildren }) {
  return (
    <a class="head-fact" href={hrefOf(to)}>
      {children}
    </a>
  );
}
