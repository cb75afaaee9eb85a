import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { type Filter, isIn, passes, sift } from "#domain/sift.ts";
import { t } from "#i18n/messages.ts";
import { type ShelfTable, shelfTable } from "#library/shelf-table.ts";
import { applyUpdate, updateReady } from "#pwa/update.ts";
import { Icon } from "#ui/components/icon.tsx";
import { hrefOf, route } from "#ui/router.ts";
import { ArticleList } from "./article-list.tsx";
import "./shelf-screen.css";

const chips = ["all", "unread", "reading", "long", "partial", "archive"] as const;
type Chip = (typeof chips)[number];

const filters: Record<Chip, Filter> = {
  all: {},
  unread: { state: "unread" },
  reading: { state: "reading" },
  long: { length: "long" },
  partial: { partial: true },
  archive: {},
};

/** The shelf: everything kept, the newest first, with a few quick filters. */
export function ShelfScreen({ onAdd }: { onAdd: () => void }) {
  const table = shelfTable.value;
  const chip = useSignal<Chip>("all");
  const list = chip.value === "archive" ? "archive" : "shelf";
  const ids = useMemo(() => table && sift(table.values(), list, filters[chip.value], "saved"), [table, chip.value]);
  return (
    <div class="shelf-screen">
      <header class="screen-bar">
        <h1>{t.tabs.shelf}</h1>
        <button type="button" class="icon-button shelf-add" aria-label={t.tabs.add} onClick={onAdd}>
          <Icon name="plus" />
        </button>
      </header>
      {updateReady.value && (
        <p class="shelf-update">
          {t.me.update}
          <button type="button" onClick={applyUpdate}>
            {t.me.updateNow}
          </button>
        </p>
      )}
      {table && table.size > 0 && (
        <FilterChips table={table} chosen={chip.value} onChoose={(choice) => (chip.value = choice)} />
      )}
      {table && ids && (
        <ArticleList
          list={chip.value}
          ids={ids}
          table={table}
          hrefOf={(article) => hrefOf({ screen: "shelf", article })}
          openId={route.value.article}
          empty={
            table.size === 0
              ? { title: t.shelf.empty, hint: t.shelf.emptyHint, deed: { label: t.tabs.add, run: onAdd } }
              : { title: t.shelf.emptyFilter }
          }
        />
      )}
    </div>
  );
}

type FilterChipsProps = { table: ShelfTable; chosen: Chip; onChoose: (chip: Chip) => void };

/** Chips that are offered only while something passes them: most shelves are whole, and have no archive. */
const seldom: readonly Chip[] = ["partial", "archive"];

function FilterChips({ table, chosen, onChoose }: FilterChipsProps) {
  const counts = useMemo(() => countChips(table), [table]);
  const offered = chips.filter((chip) => !seldom.includes(chip) || chip === chosen || counts[chip] > 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name a form, and these only narrow a list
    <div class="shelf-chips" role="group" aria-label={t.shelf.filters}>
      {offered.map((chip) => (
        <button key={chip} type="button" aria-pressed={chip === chosen} onClick={() => onChoose(chip)}>
          {t.shelf[chip](counts[chip])}
        </button>
      ))}
    </div>
  );
}

function countChips(table: ShelfTable): Record<Chip, number> {
  const counts = { all: 0, unread: 0, reading: 0, long: 0, partial: 0, archive: 0 };
  for (const facts of table.values()) {
    if (isIn("archive", facts)) counts.archive++;
    if (!isIn("shelf", facts)) continue;
    for (const chip of chips) if (chip !== "archive" && passes(facts, filters[chip])) counts[chip]++;
  }
  return counts;
}
