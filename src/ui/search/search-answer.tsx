import { useEffect, useRef } from "preact/hooks";
import { readingMinutes } from "#domain/text/count.ts";
import { formatCount, formatMinutes } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import type { Hit, Piece } from "#search/hit.ts";
import { hrefOf } from "#ui/router.ts";
import { rememberSearch } from "./recent-searches.ts";
import { tagAsked } from "./tag-choices.tsx";
import type { Shown } from "./use-answer.ts";

type SearchAnswerProps = {
  shown: Shown;
  onMore: () => void;
  onSearch: (words: string) => void;
  /** Searches without the chip. */
  onEverywhere: () => void;
};

/** What was found, with the words marked; or why there is nothing to show, and what to try. */
export function SearchAnswer({ shown, onMore, onSearch, onEverywhere }: SearchAnswerProps) {
  if (!shown) return null;
  if (shown === "failed") return <Said words={t.search.failed} />;
  const { answer, query, chip } = shown;
  const { hits, fit, total, isExact, hasMore, progress, isBehind, standards } = answer;
  const isUnsaid = hits.length === 0 && /[:：]\s*$/u.test(query); // a filter whose value is yet to be typed finds nothing so far
  const building = progress && t.search.building(formatCount(progress.done), formatCount(progress.total));
  if (hits.length === 0 && isBehind && !building) return null; // what was just kept may be on its way
  if (isUnsaid) return tagAsked(query) ? null : <Said words={t.finding.goOn} />; // of tags those there are stand above
  if (hits.length === 0) {
    return (
      <div class="search-hint">
        <p role="status">
          {building ?? (chip === "all" ? t.search.none(query) : t.search.noneNarrowed(query, t.search.chip[chip]))}
        </p>
        {chip !== "all" && (
          <button type="button" class="quiet-button" onClick={onEverywhere}>
            {t.search.everywhere}
          </button>
        )}
        <ul class="search-tries">
          {t.search.tries.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </div>
    );
  }
  const said = (isExact ? t.search.found : t.search.about)(formatCount(total));
  return (
    <>
      <p class="search-count" role="status">
        {building ? `${building} ` : ""}
        {fit === "exact" ? said : t.search.fits[fit]}
      </p>
      {standards.map((standard) => (
        <button key={standard} type="button" class="search-standard" onClick={() => onSearch(`"${standard}"`)}>
          {t.search.cites(standard)}
        </button>
      ))}
      <ul aria-label={t.search.results}>
        {hits.map((hit) => (
          <HitLine key={hit.article.id} hit={hit} query={query} />
        ))}
      </ul>
      {hasMore && <More key={hits.length} onMore={onMore} />}
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

function HitLine({ hit: { article, title, snippet, places, besides, inNote }, query }: { hit: Hit; query: string }) {
  const facts = [
    article.source,
    article.pending ? t.pending.card : formatMinutes(readingMinutes(article.length)),
    places > 0 && t.search.places(places),
    inNote && t.search.inNote,
  ];
  return (
    <li class="search-hit">
      <a href={hrefOf({ screen: "search", query, article: article.id })} onClick={() => rememberSearch(query)}>
        <h2 lang={article.lang} dir="auto">
          <Marked pieces={title} />
        </h2>
        <p lang={article.lang} dir="auto">
          <Marked pieces={snippet} />
        </p>
        <small>
          <Marked pieces={besides} />
          {besides.length > 0 && " · "}
          {facts.filter(Boolean).join(" · ")}
        </small>
      </a>
    </li>
  );
}

/** Further hits come when the end of the list comes near, or at a tap where it cannot be seen coming. */
function More({ onMore }: { onMore: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onMore(), { rootMargin: "600px" });
    if (button.current) observer.observe(button.current);
    return () => observer.disconnect();
  }, []);
  return (
    <button ref={button} type="button" class="quiet-button search-more" onClick={onMore}>
      {t.search.more}
    </button>
  );
}

function Marked({ pieces }: { pieces: Piece[] }) {
  return <>{pieces.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</>;
}
