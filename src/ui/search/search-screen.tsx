import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { readingMinutes } from "#domain/text/count.ts";
import { t } from "#i18n/messages.ts";
import type { Hit, Piece } from "#search/match.ts";
import { Icon } from "#ui/components/icon.tsx";
import { go, hrefOf, route } from "#ui/router.ts";
import "./search-screen.css";

/** A search begins this long after the last key, in milliseconds. */
const pause = 120;

/** Search as one types; the address holds the query, so that going back finds it again. */
export function SearchScreen() {
  const place = route.value;
  const query = place.screen === "search" ? place.query : "";
  const typed = useSignal(query);
  const answer = useSignal<{ query: string; hits: Hit[] } | undefined>(undefined);

  useEffect(() => {
    let wanted = true; // an answer to an older query is dropped
    const asked = query.trim();
    if (!asked) answer.value = undefined;
    else {
      import("#search/search.ts")
        .then(({ find }) => find(asked))
        .then((hits) => {
          if (wanted) answer.value = { query: asked, hits };
        }, reportError);
    }
    return () => {
      wanted = false;
    };
  }, [query, answer]);

  useEffect(() => {
    if (typed.value === query) return;
    const timer = setTimeout(() => go({ screen: "search", query: typed.value }, { replace: true }), pause);
    return () => clearTimeout(timer);
  }, [typed.value, query]);

  /** Half-typed pinyin is not a query: an input method says when it is done. */
  const take = (event: InputEvent | CompositionEvent) => {
    if (event instanceof InputEvent && event.isComposing) return;
    typed.value = (event.currentTarget as HTMLInputElement).value;
  };

  return (
    <>
      <header class="screen-bar">
        <h1>{t.tabs.search}</h1>
      </header>
      <search class="search-screen">
        <div class="search-field">
          <Icon name="search" />
          <input
            type="search"
            autocomplete="off"
            placeholder={t.search.field}
            aria-label={t.search.field}
            value={typed.value}
            onInput={take}
            onCompositionEnd={take}
          />
          {typed.value && (
            <button type="button" class="icon-button" aria-label={t.search.clear} onClick={() => (typed.value = "")}>
              <Icon name="close" />
            </button>
          )}
        </div>
        <Answer hits={answer.value?.hits} query={answer.value?.query ?? ""} typed={typed.value} />
      </search>
    </>
  );
}

function Answer({ hits, query, typed }: { hits: Hit[] | undefined; query: string; typed: string }) {
  if (!typed.trim()) return <p class="search-hint">{t.search.hint}</p>;
  if (!hits) return null;
  if (hits.length === 0)
    return (
      <p class="search-hint" role="status">
        {t.search.none(query)}
      </p>
    );
  return (
    <>
      <p class="search-count" role="status">
        {t.search.found(hits.length)}
      </p>
      <ul>
        {hits.map((hit) => (
          <li key={hit.article.id} class="search-hit">
            <a href={hrefOf({ screen: "search", query, article: hit.article.id })}>
              <h2 lang={hit.article.lang}>
                <Marked pieces={hit.title} />
              </h2>
              <p lang={hit.article.lang}>
                <Marked pieces={hit.snippet} />
              </p>
              <small>
                {[hit.article.source, t.shelf.minutes(readingMinutes(hit.article.length)), t.search.places(hit.places)]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Marked({ pieces }: { pieces: Piece[] }) {
  return <>{pieces.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</>;
}
