import { useSignal } from "@preact/signals";
import type { Article } from "#domain/article.ts";
import { type Ranked, rankMonth } from "#domain/monthly.ts";
import { dayOf, monthAfter, type Reading } from "#domain/reading.ts";
import { formatMonth } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { readArticlesBetween } from "#library/readings.ts";
import { Headline } from "#ui/components/headline.tsx";
import { Icon } from "#ui/components/icon.tsx";
import { hrefOf } from "#ui/router.ts";
import { useLive } from "#ui/use-live.ts";
import "./ranking.css";

/** How many places the list has. */
const places = 10;

/** What the ranking counts: everything, or what one source or one tag has. */
type Scope = "" | `source:${string}` | `tag:${string}`;

/** 本月排行: the ten articles read most in a month, each with its place in the month before. */
export function Ranking({ now }: { now: number }) {
  const present = dayOf(now).slice(0, 7);
  const month = useSignal(present);
  const scope = useSignal<Scope>("");
  const found = useLive(
    () => readArticlesBetween(`${monthAfter(month.value, -1)}-01`, `${month.value}-31`),
    [month.value],
  );
  const inScope = ({ articleId }: Reading) => isIn(found?.articles.get(articleId), scope.value);
  const counted = found?.readings.filter(inScope) ?? [];
  const ranked = rankMonth(
    counted.filter(({ day }) => day.startsWith(month.value)),
    counted.filter(({ day }) => !day.startsWith(month.value)),
  );
  return (
    <section class="ranking">
      <h2>{t.readings.ranking}</h2>
      <div class="ranking-choice">
        <button
          type="button"
          class="icon-button"
          aria-label={t.readings.earlier}
          onClick={() => (month.value = monthAfter(month.value, -1))}
        >
          <Icon name="back" />
        </button>
        <span aria-live="polite">{formatMonth(month.value)}</span>
        <button
          type="button"
          class="icon-button ranking-later"
          aria-label={t.readings.later}
          disabled={month.value >= present}
          onClick={() => (month.value = monthAfter(month.value, 1))}
        >
          <Icon name="back" />
        </button>
        {found && (
          <Scopes
            articles={[...found.articles.values()]}
            chosen={scope.value}
            onChoose={(choice) => (scope.value = choice)}
          />
        )}
      </div>
      {found && ranked.length === 0 && <p>{t.readings.emptyMonth}</p>}
      <ol>
        {ranked.slice(0, places).map((entry) => (
          <Place key={entry.articleId} ranked={entry} article={found?.articles.get(entry.articleId)} />
        ))}
      </ol>
    </section>
  );
}

function Place({ ranked, article }: { ranked: Ranked; article: Article | undefined }) {
  const name = article?.title ?? t.readings.gone;
  const title = article?.trashedAt ? `${name} (${t.finding.inTrash})` : name;
  return (
    <li>
      <b aria-hidden="true">{ranked.place}</b>
      {article ? (
        <a
          href={hrefOf({ screen: article.trashedAt ? "trash" : "shelf", article: article.id })}
          aria-label={t.readings.place(ranked.place, title, ranked.reads, beforeWords(ranked))}
        >
          <Headline title={name} lang={article.lang} />
          {article.trashedAt && <em>{t.finding.inTrash}</em>}
        </a>
      ) : (
        <span>{title}</span>
      )}
      <small aria-hidden="true">{changeWords(ranked)}</small>
      <span aria-hidden="true" class="ranking-reads">
        {t.readings.times(ranked.reads)}
      </span>
    </li>
  );
}

type ScopesProps = { articles: readonly Article[]; chosen: Scope; onChoose: (scope: Scope) => void };

function Scopes({ articles, chosen, onChoose }: ScopesProps) {
  const sources = distinct(articles.flatMap(({ source }) => source ?? []));
  const tags = distinct(articles.flatMap(({ tags }) => tags ?? []));
  return (
    <select
      aria-label={t.readings.of}
      value={chosen}
      onChange={(event) => onChoose(event.currentTarget.value as Scope)}
    >
      <option value="">{t.readings.everything}</option>
      <Options label={t.readings.ofSources} kind="source" names={sources} />
      <Options label={t.readings.ofTags} kind="tag" names={tags} />
    </select>
  );
}

function Options({ label, kind, names }: { label: string; kind: "source" | "tag"; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <optgroup label={label}>
      {names.map((name) => (
        <option key={name} value={`${kind}:${name}`}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}

function isIn(article: Article | undefined, scope: Scope): boolean {
  if (scope === "") return true;
  const name = scope.slice(scope.indexOf(":") + 1);
  return scope.startsWith("tag:") ? (article?.tags ?? []).includes(name) : article?.source === name;
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}

function beforeWords({ before }: Ranked): string {
  return before === undefined ? t.readings.fresh : t.readings.before(before);
}

function changeWords({ place, before }: Ranked): string {
  if (before === undefined) return t.readings.fresh;
  if (before === place) return "＝";
  return before > place ? `↑${before - place}` : `↓${place - before}`;
}
