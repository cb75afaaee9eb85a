import { useSignal } from "@preact/signals";
import { type Filter, isIn, type List, lengths, passing, sorts, states } from "#domain/sift.ts";
import { formatLanguage } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import type { ShelfTable } from "#library/shelf-table.ts";
import { Icon } from "#ui/components/icon.tsx";
import { Sheet } from "#ui/components/sheet.tsx";
import { filterOf, searchOf } from "#ui/filter-address.ts";
import { listSort } from "#ui/preferences.ts";
import { go } from "#ui/router.ts";
import { facetsOf } from "./facets.ts";
import { forgetFilter, savedFilters, saveFilter } from "./saved-filters.ts";
import "./filter-sheet.css";

type FilterSheetProps = { table: ShelfTable; list: List; filter: Filter; onClose: () => void };

/** Everything a list can be narrowed and ordered by; the list behind follows at once. */
export function FilterSheet({ table, list, filter, onClose }: FilterSheetProps) {
  const narrow = (part: Partial<Record<keyof Filter, unknown>>) =>
    go(
      { screen: list, filter: Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, one]) => one)) },
      { replace: true },
    );
  const facets = facetsOf(table.values(), list);
  const isWanted = passing(filter);
  const count = table.values().reduce((sum, facts) => sum + Number(isIn(list, facts) && isWanted(facts)), 0);
  const some = (values: Map<string, number>) => [...values].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const withCount = (values: Map<string, number>, say = (name: string) => name) =>
    Object.fromEntries([...values].map(([name, count]) => [name, t.sift.option(say(name), count)]));
  return (
    <Sheet label={t.sift.title} onClose={onClose}>
      <div class="filter-sheet">
        <Choice
          label={t.sift.sort}
          value={listSort.value}
          options={sorts}
          words={t.sift.sorts}
          onChoose={(value) => (listSort.value = sorts.find((sort) => sort === value) ?? "saved")}
        />
        <hr />
        <Choice
          label={t.sift.state}
          any
          value={filter.state}
          options={states}
          words={t.sift.states}
          onChoose={(state) => narrow({ state })}
        />
        <Choice
          label={t.sift.length}
          any
          value={filter.length}
          options={lengths}
          words={t.sift.lengths}
          onChoose={(length) => narrow({ length })}
        />
        {(["tag", "source", "author", "lang"] as const).map(
          (name) =>
            facets[name].size > 0 && (
              <Choice
                key={name}
                label={t.sift[name]}
                any
                value={filter[name]}
                options={some(facets[name])}
                words={withCount(facets[name], name === "lang" ? formatLanguage : undefined)}
                onChoose={(value) => narrow({ [name]: value })}
              />
            ),
        )}
        {(["notes", "partial"] as const).map((name) => (
          <label key={name} class="filter-sheet-row">
            <span>{t.sift[name]}</span>
            <input type="checkbox" checked={filter[name] === true} onChange={() => narrow({ [name]: !filter[name] })} />
          </label>
        ))}
        <Saving
          filter={filter}
          onOpen={(search) => go({ screen: list, filter: filterOf(new URLSearchParams(search)) }, { replace: true })}
        />
        <p class="filter-sheet-end">
          <button
            type="button"
            class="quiet-button"
            disabled={!searchOf(filter)}
            onClick={() => go({ screen: list }, { replace: true })}
          >
            {t.sift.clear}
          </button>
          <button type="button" class="main-button filter-sheet-show" onClick={onClose}>
            {t.sift.show(count)}
          </button>
        </p>
      </div>
    </Sheet>
  );
}

type ChoiceProps = {
  label: string;
  any?: boolean;
  value: string | undefined;
  options: readonly string[];
  words: Record<string, string>;
  onChoose: (value: string) => void;
};

function Choice({ label, any, value = "", options, words, onChoose }: ChoiceProps) {
  return (
    <label class="filter-sheet-row">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {any && <option value="">{t.sift.any}</option>}
        {value && !options.includes(value) && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option} value={option}>
            {words[option]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Saving({ filter, onOpen }: { filter: Filter; onOpen: (search: string) => void }) {
  const name = useSignal("");
  const search = searchOf(filter);
  return (
    <>
      {savedFilters.value.length > 0 && <h3>{t.sift.saved}</h3>}
      {savedFilters.value.map((saved) => (
        <p key={saved.name} class="filter-sheet-saved">
          <button type="button" aria-pressed={saved.search === search} onClick={() => onOpen(saved.search)}>
            {saved.name}
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={t.sift.forget(saved.name)}
            onClick={() => forgetFilter(saved.name)}
          >
            <Icon name="close" />
          </button>
        </p>
      ))}
      {search && (
        <form
          class="filter-sheet-save"
          onSubmit={(event) => {
            event.preventDefault();
            if (!name.value.trim()) return;
            saveFilter(name.value.trim(), search);
            name.value = "";
          }}
        >
          <input
            value={name.value}
            maxLength={30}
            placeholder={t.sift.saveAs}
            aria-label={t.sift.saveAs}
            onInput={(event) => (name.value = event.currentTarget.value)}
          />
          <button type="submit" class="quiet-button">
            {t.sift.save}
          </button>
        </form>
      )}
    </>
  );
}
