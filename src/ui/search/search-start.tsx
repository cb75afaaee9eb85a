import { t } from "#i18n/messages.ts";
import { Icon } from "#ui/components/icon.tsx";
import { forgetSearches, recentSearches } from "./recent-searches.ts";

/** Before anything is typed: what was searched for lately, or a word on what can be found. */
export function SearchStart({ onSearch }: { onSearch: (words: string) => void }) {
  const recent = recentSearches.value;
  if (recent.length === 0) return <p class="search-hint">{t.search.hint}</p>;
  return (
    <section class="search-recent" aria-label={t.search.recent}>
      <header>
        <h2>{t.search.recent}</h2>
        <button type="button" class="icon-button" aria-label={t.search.forget} onClick={forgetSearches}>
          <Icon name="trash" />
        </button>
      </header>
      <ul>
        {recent.map((words) => (
          <li key={words}>
            <button type="button" onClick={() => onSearch(words)}>
              <Icon name="search" />
              {words}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
