import type { Filter, List } from "#domain/sift.ts";
import { t } from "#i18n/messages.ts";
import { Icon } from "#ui/components/icon.tsx";
import { hrefOf } from "#ui/router.ts";
import { wordsOf } from "./filter-words.ts";

/** A list of which nothing passes its filter: what was asked for, and the way back to all of it. */
export function NothingFits({ list, filter }: { list: List; filter: Filter }) {
  const asked = (Object.keys(filter) as (keyof Filter)[]).map((part) => wordsOf(filter, part));
  return (
    <div class="article-list article-list-empty">
      <Icon name="filter" />
      <p class="article-list-title" role="status">
        {t.finding.nothingFits(asked.length, asked.join(" · "))}
      </p>
      <a class="quiet-button nothing-fits-clear" href={hrefOf({ screen: list })}>
        {t.finding.clearFilters}
      </a>
    </div>
  );
}
