import { readingMinutes } from "#domain/text/count.ts";
import { formatMinutes } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import type { Hit, Piece } from "#search/match.ts";
import { hrefOf } from "#ui/router.ts";

type SearchAnswerProps = { hits: Hit[] | "failed" | undefined; query: string; typed: string };

/** What was found, with the words marked; or why there is nothing to show. */
export function SearchAnswer({ hits, query, typed }: SearchAnswerProps) {
  if (!typed.trim()) return <p class="search-hint">{t.search.hint}</p>;
  if (!hits) return null;
  if (hits === "failed") return <Said words={t.search.failed} />;
  if (hits.length === 0) return <Said words={t.search.none(query)} />;
  return (
    <>
      <p class="search-count" role="status">
        {t.search.found(hits.length)}
      </p>
      <ul>
        {hits.map((hit) => (
          <HitLine key={hit.article.id} hit={hit} query={query} />
        ))}
      </ul>
    </>
  );
}

function Said({ words }: { words: string }) {
  return (
    <p class="search-hint" role="status">
      {words}
    </p>
  );
}

function HitLine({ hit: { article, title, snippet, places }, query }: { hit: Hit; query: string }) {
  const facts = [article.source, formatMinutes(readingMinutes(article.length)), t.search.places(places)];
  return (
    <li class="search-hit">
      <a href={hrefOf({ screen: "search", query, article: article.id })}>
        <h2 lang={article.lang}>
          <Marked pieces={title} />
        </h2>
        <p lang={article.lang}>
          <Marked pieces={snippet} />
        </p>
        <small>{facts.filter(Boolean).join(" · ")}</small>
      </a>
    </li>
  );
}

function Marked({ pieces }: { pieces: Piece[] }) {
  return <>{pieces.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</>;
}
