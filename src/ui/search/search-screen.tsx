import { signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import { type Chip, chips } from "#search/chips.ts";
import { Icon } from "#ui/components/icon.tsx";
import { go, route } from "#ui/router.ts";
import { rememberSearch } from "./recent-searches.ts";
import { SearchAnswer } from "./search-answer.tsx";
import { SearchStart } from "./search-start.tsx";
import { TagChoices } from "./tag-choices.tsx";
import { useAnswer } from "./use-answer.ts";
import "./search-chips.css";
import "./search-screen.css";

/** A search begins this long after the last key, in milliseconds: short, since the index answers within a frame or two. */
const pause = 40;

/** Hits shown at first, and with each step further down. */
const step = 20;

/** What the search is narrowed to; it stays so while one goes into articles and comes back. */
const chip = signal<Chip>("all");

/** Search as one types; the address holds the query, so that going back finds it again. */
export function SearchScreen() {
  const place = route.value;
  const query = place.screen === "search" ? place.query : "";
  const typed = useSignal(query);
  const most = useSignal(step);
  const timer = useRef(0);
  const field = useRef<HTMLInputElement>(null);
  const shown = useAnswer(query.trim(), chip.value, most.value);

  useEffect(() => {
    if (!timer.current) typed.value = query; // came by the address and not by the keys
    most.value = step;
  }, [query, typed, most]);
  useEffect(() => {
    if (!place.article && matchMedia("(hover: hover)").matches) field.current?.focus(); // a phone's keyboard would hide half the screen
  }, []);

  const search = (words: string) => {
    typed.value = words;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      timer.current = 0;
      go({ screen: "search", query: words }, { replace: true });
    }, pause);
  };

  const clear = () => {
    search("");
    field.current?.focus(); // the button goes with the words
  };

  /** Half-typed pinyin is shown but not searched: an input method says when it is done. */
  const take = (event: InputEvent | CompositionEvent) => {
    const { value } = event.currentTarget as HTMLInputElement;
    if (event instanceof InputEvent && event.isComposing) typed.value = value;
    else search(value);
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return; // the input method's own Enter, Escape and arrows
    const links = [...document.querySelectorAll<HTMLAnchorElement>(".search-hit > a")];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === "ArrowDown") (links[at + 1] ?? links[at])?.focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? field.current)?.focus();
    else if (event.key === "Enter" && at < 0 && event.target === field.current) links[0]?.click();
    else if (event.key === "Escape" && at >= 0) field.current?.focus();
    else if (event.key === "Escape" && typed.value) search("");
    else return;
    event.preventDefault();
  };

  return (
    <>
      <header class="screen-bar">
        <h1>{t.tabs.search}</h1>
      </header>
      <search class="search-screen" onKeyDown={onKey}>
        <div class="search-field">
          <Icon name="search" />
          <input
            ref={field}
            type="search"
            enterkeyhint="search"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            placeholder={t.search.field}
            aria-label={t.search.field}
            value={typed.value}
            onInput={take}
            onCompositionEnd={take}
            onChange={() => rememberSearch(typed.value)}
          />
          {typed.value && (
            <button type="button" class="icon-button" aria-label={t.search.clear} onClick={clear}>
              <Icon name="close" />
            </button>
          )}
        </div>
        {typed.value.trim() ? (
          <>
            <Chips onChoose={() => (most.value = step)} />
            <TagChoices
              typed={typed.value}
              onSearch={(words) => {
                search(words);
                field.current?.focus();
              }}
            />
            <SearchAnswer
              shown={shown.value}
              onMore={() => (most.value += step * 2)}
              onSearch={search}
              onEverywhere={() => (chip.value = "all")}
            />
          </>
        ) : (
          <SearchStart onSearch={search} />
        )}
      </search>
    </>
  );
}

function Chips({ onChoose }: { onChoose: () => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name a form, and these only narrow a search
    <div class="search-chips" role="group" aria-label={t.search.chips}>
      {chips.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === chip.value}
          onClick={() => {
            chip.value = name;
            onChoose();
          }}
        >
          {t.search.chip[name]}
        </button>
      ))}
    </div>
  );
}
