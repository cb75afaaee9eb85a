import { fold } from "#domain/text/fold.ts";
import { filterNames } from "#domain/text/query-words.ts";
import { t } from "#i18n/messages.ts";
import { shelfTable } from "#library/shelf-table.ts";

/** So many tags are offered at most, the most worn first. */
const most = 12;

type TagChoicesProps = { typed: string; onSearch: (words: string) => void };

/** While a tag is being typed after `tag:`, the tags there are that begin so, to choose one from. */
export function TagChoices({ typed, onSearch }: TagChoicesProps) {
  const asked = tagAsked(typed);
  const table = shelfTable.value;
  if (!asked || !table) return null;
  const worn = new Map<string, number>();
  for (const { tags, trashedAt } of table.values())
    if (trashedAt === 0) for (const tag of tags) worn.set(tag, (worn.get(tag) ?? 0) + 1);
  const begun = fold(asked.begun);
  const fitting = [...worn.keys()].filter((tag) => fold(tag).startsWith(begun));
  if (begun && fitting.some((tag) => fold(tag) === begun)) return null; // it is that one
  if (fitting.length === 0) return begun ? null : <p class="search-tags">{t.finding.noTags}</p>;
  fitting.sort((a, b) => (worn.get(b) ?? 0) - (worn.get(a) ?? 0));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name a form, and these only finish what is typed
    <div class="search-tags" role="group" aria-label={t.finding.chooseTag}>
      <p>{t.finding.chooseTag}</p>
      {fitting.slice(0, most).map((tag) => (
        <button
          key={tag}
          type="button"
          onClick={() => onSearch(`${asked.before}${/\s/.test(tag) ? `"${tag}"` : tag} `)}
        >
          {tag}
        </button>
      ))}
    </div>
  );
}

/** The tag that is being typed at the end of a query, and all before it. */
export function tagAsked(typed: string): { before: string; begun: string } | undefined {
  const [, before = "", name = "", begun = ""] = /^(.*?([^\s:：]+)[:：])([^\s:："“]*)$/u.exec(typed) ?? [];
  const plain = fold(name.replace(/^-/, ""));
  return Object.hasOwn(filterNames, plain) && filterNames[plain] === "tag" ? { before, begun } : undefined;
}
