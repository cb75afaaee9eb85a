import { t } from "#i18n/messages.ts";
import { Icon } from "#ui/components/icon.tsx";
import { forgetSearches, recentSearches } from "./recent-searches.ts";

type SearchStartProps = { onSearch: (words: string) => void };

/** Before anything is typed: what was searched for lately, or a word on what can be found; and how else one may ask. */
export function SearchStart({ onSearch }: SearchStartProps) {
  return (
    <>
      {recentSearches.value.length === 0 ? (
        <p class="search-hint">{t.search.hint}</p>
      ) : (
        <Recent recent={recentSearches.value} onSearch={onSearch} />
      )}
      <ul class="search-examples" aria-label={t.finding.examples}>
        {t.finding.asked.map(({ words, says }) => (
          <li key={words}>
            <button type="button" onClick={() => onSearch(words)}>
              <b>{words}</b>
              <span>{says}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Recent({ recent, onSearch }: SearchStartProps & { recent: readonly string[] }) {
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
