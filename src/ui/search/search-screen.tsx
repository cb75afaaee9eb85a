import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import { libraryCounts } from "#library/counts.ts";
import type { Hit } from "#search/match.ts";
import { Icon } from "#ui/components/icon.tsx";
import { go, route } from "#ui/router.ts";
import { useLive } from "#ui/use-live.ts";
import { SearchAnswer } from "./search-answer.tsx";
import "./search-screen.css";

/** A search begins this long after the last key, in milliseconds. */
const pause = 120;

/** Search as one types; the address holds the query, so that going back finds it again. */
export function SearchScreen() {
  const place = route.value;
  const query = place.screen === "search" ? place.query : "";
  const typed = useSignal(query);
  const timer = useRef(0);
  const answer = useAnswer(query.trim());

  useEffect(() => {
    if (!timer.current) typed.value = query; // came by the address and not by the keys
  }, [query, typed]);

  const search = (words: string) => {
    typed.value = words;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      timer.current = 0;
      go({ screen: "search", query: words }, { replace: true });
    }, pause);
  };

  /** Half-typed pinyin is shown but not searched: an input method says when it is done. */
  const take = (event: InputEvent | CompositionEvent) => {
    const { value } = event.currentTarget as HTMLInputElement;
    if (event instanceof InputEvent && event.isComposing) typed.value = value;
    else search(value);
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
            <button type="button" class="icon-button" aria-label={t.search.clear} onClick={() => search("")}>
              <Icon name="close" />
            </button>
          )}
        </div>
        <SearchAnswer hits={answer} query={query.trim()} typed={typed.value} />
      </search>
    </>
  );
}

/** What a query finds, asked again when something is kept or deleted; "failed" when the search thread is gone. */
function useAnswer(query: string): Hit[] | "failed" | undefined {
  const kept = useLive(libraryCounts)?.articles;
  const answer = useSignal<Hit[] | "failed" | undefined>(undefined);
  useEffect(() => {
    let wanted = true; // an answer to an older query is dropped
    if (!query) answer.value = undefined;
    else {
      import("#search/search.ts")
        .then(({ find }) => find(query))
        .then(
          (hits) => {
            if (wanted) answer.value = hits;
          },
          (error) => {
            reportError(error);
            if (wanted) answer.value = "failed";
          },
        );
    }
    return () => {
      wanted = false;
    };
  }, [query, kept, answer]);
  return answer.value;
}
