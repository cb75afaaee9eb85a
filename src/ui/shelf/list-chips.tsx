import { useEffect, useMemo } from "preact/hooks";
import { type Filter, isIn, type List, passing, type Sort, stateOf } from "#domain/sift.ts";
import { t } from "#i18n/messages.ts";
import { loadRows } from "#library/rows.ts";
import type { ShelfTable } from "#library/shelf-table.ts";
import { Icon } from "#ui/components/icon.tsx";
import { filterOf, searchOf } from "#ui/filter-address.ts";
import { hrefOf } from "#ui/router.ts";
import { wordsOf } from "./filter-words.ts";
import { savedFilters } from "./saved-filters.ts";
import "./list-chips.css";

type IdsOf = (filter: Filter) => readonly string[];

/** `idsOf` gives what a filter lets through; another function when the list has changed. */
type ListChipsProps = { table: ShelfTable; idsOf: IdsOf; list: List; filter: Filter; sort: Sort };

/** Tags offered in front: those most worn; the rest are in the filter sheet. */
const mostTags = 2;

/** What a tap on a chip would show is made ready one chip at a time, so many milliseconds apart: the first cards of each. */
const between = 300;
const firstCards = 12;

/** The filters most wanted, those the reader saved, and what else the list is narrowed by now: each a link. */
export function ListChips({ table, idsOf, list, filter, sort }: ListChipsProps) {
  const { counts, tags } = useMemo(() => count(table, list), [table, list]);
  const front: { words: string; to: Filter; isOffered: boolean }[] = [
    { words: t.shelf.all, to: {}, isOffered: true },
    { words: t.shelf.unread(counts.unread), to: { state: "unread" }, isOffered: true },
    { words: t.shelf.reading(counts.reading), to: { state: "reading" }, isOffered: counts.reading > 0 },
    { words: t.shelf.long(counts.long), to: { length: "long" }, isOffered: counts.long > 0 },
    ...tags.map((tag) => ({ words: tag, to: { tag }, isOffered: true })),
    ...savedFilters.value.map(({ name, search }) => ({
      words: name,
      to: filterOf(new URLSearchParams(search)),
      isOffered: true,
    })),
    // Most lists are whole.
    { words: t.shelf.partial(counts.partial), to: { partial: true }, isOffered: counts.partial > 0 },
  ];
  const now = searchOf(filter);
  const offered = front.filter(({ isOffered }) => isOffered).map(({ to }) => to);
  useEffect(() => makeReady(idsOf, offered), [idsOf, offered.map(searchOf).join(" ")]);
  const isInFront = front.some(({ to, isOffered }) => isOffered && searchOf(to) === now);
  return (
    <nav class="list-chips" aria-label={t.shelf.filters}>
      {!isInFront && <Narrowed list={list} filter={filter} />}
      {front
        .filter(({ isOffered }) => isOffered)
        .map(({ words, to }) => (
          <a
            key={words}
            class={to.tag ? "list-chips-tag" : undefined}
            href={hrefOf({ screen: list, filter: to })}
            aria-current={searchOf(to) === now ? "true" : undefined}
          >
            {words}
          </a>
        ))}
      {list === "shelf" && (
        <a class="list-chips-archive" href={hrefOf({ screen: "archive" })}>
          {t.organise.archiveTab}
        </a>
      )}
      {sort !== "saved" && <span class="list-chips-sort">{t.sift.sorts[sort]}</span>}
    </nav>
  );
}

/** Goes through the filters while nothing else is to do; gives the function that ends it. */
function makeReady(idsOf: IdsOf, filters: readonly Filter[]): () => void {
  const left = [...filters];
  let timer = 0;
  const next = () => {
    const filter = left.shift();
    if (!filter) return;
    timer = window.setTimeout(() => {
      loadRows(idsOf(filter).slice(0, firstCards)).then(next, reportError);
    }, between);
  };
  next();
  return () => {
    left.length = 0;
    clearTimeout(timer);
  };
}

/** Each part of a filter that is no chip by itself, to be taken off. */
function Narrowed({ list, filter }: { list: List; filter: Filter }) {
  return (
    <>
      {Object.keys(filter).map((part) => {
        const words = wordsOf(filter, part as keyof Filter);
        const { [part as keyof Filter]: _, ...rest } = filter;
        return (
          <a
            key={part}
            class="list-chips-part"
            aria-current="true"
            href={hrefOf({ screen: list, filter: rest })}
            aria-label={t.sift.remove(words)}
          >
            {words}
            <Icon name="close" />
          </a>
        );
      })}
    </>
  );
}

function count(table: ShelfTable, list: List) {
  const counts = { unread: 0, reading: 0, long: 0, partial: 0 };
  const worn = new Map<string, number>();
  const isLong = passing({ length: "long" });
  for (const facts of table.values()) {
    if (!isIn(list, facts)) continue;
    const state = stateOf(facts);
    if (state !== "finished") counts[state]++;
    if (isLong(facts)) counts.long++;
    if (facts.isPartial) counts.partial++;
    for (const tag of facts.tags) worn.set(tag, (worn.get(tag) ?? 0) + 1);
  }
  const tags = [...worn].sort((a, b) => b[1] - a[1]).slice(0, mostTags);
  return { counts, tags: tags.map(([tag]) => tag) };
}
