import type { ArticleNote, Highlight, Noted } from "#domain/highlight.ts";
import { formatWhen } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { Headline } from "#ui/components/headline.tsx";
import { Icon } from "#ui/components/icon.tsx";
import { hrefOf } from "#ui/router.ts";
import "./noted-article.css";

type NotedArticleProps = {
  noted: Noted;
  open: boolean;
  /** Shows only this article's notes; undefined where that is done already. */
  onOnly: (() => void) | undefined;
};

/** One article's notes: its title, what was said of the whole, then every passage in the order of the text. */
export function NotedArticle({ noted: { article, note, highlights }, open, onOnly }: NotedArticleProps) {
  return (
    <li class="noted-article">
      <header>
        <a href={hrefOf({ screen: "notes", article: article.id })} aria-current={open ? "true" : undefined}>
          <h2 dir="auto">
            <Headline title={article.title} lang={article.lang} />
          </h2>
          {article.source && <small>{article.source}</small>}
        </a>
        {onOnly && (
          <button
            type="button"
            class="icon-button noted-only"
            aria-label={t.notes.only(article.title)}
            onClick={onOnly}
          >
            <Icon name="filter" />
          </button>
        )}
      </header>
      <ul>
        {note && <WholeNote note={note} />}
        {highlights.map((highlight) => (
          <Passage key={highlight.id} highlight={highlight} lang={article.lang} />
        ))}
      </ul>
    </li>
  );
}

function WholeNote({ note }: { note: ArticleNote }) {
  return (
    <li>
      <a href={hrefOf({ screen: "notes", article: note.id })}>
        <span class="noted-words">{note.text}</span>
        <small>
          {t.notes.onArticle} · {formatWhen(note.at, Date.now())}
        </small>
      </a>
    </li>
  );
}

function Passage({ highlight, lang }: { highlight: Highlight; lang: string }) {
  const { id, articleId, anchor, colour, note, at, lost } = highlight;
  return (
    <li>
      <a class={`noted-${colour}`} href={hrefOf({ screen: "notes", article: articleId, at: id })}>
        <q lang={lang}>{anchor.quote.exact}</q>
        {note && <span class="noted-words">{note}</span>}
        <small>
          {t.marks.names[colour]} · {formatWhen(at, Date.now())}
          {lost && <em> · {t.marks.lost}</em>}
        </small>
      </a>
    </li>
  );
}
