import { type Signal, signal } from "@preact/signals";
import { filterOf, searchOf } from "#ui/filter-address.ts";

/** A filter the reader gave a name; `search` is it as an address writes it. */
export type SavedFilter = { name: string; search: string };

const key = "liuye:saved-filters";

const kept = signal<readonly SavedFilter[]>(recall());

addEventListener("storage", (event) => {
  if (event.key === key) kept.value = recall(); // changed in another tab
});

/** The filters the reader gave names, in the order they were saved. */
export const savedFilters: Signal<readonly SavedFilter[]> = kept;

/** Saves a filter under a name; one of that name is replaced. */
export function saveFilter(name: string, search: string): void {
  keep([...kept.peek().filter((one) => one.name !== name), { name, search }]);
}

/** Removes a saved filter. */
export function forgetFilter(name: string): void {
  keep(kept.peek().filter((one) => one.name !== name));
}

function keep(filters: readonly SavedFilter[]): void {
  kept.value = filters;
  try {
    localStorage.setItem(key, JSON.stringify(filters));
  } catch {
    // storage is switched off or full: they hold for this visit
  }
}

function recall(): SavedFilter[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(found) ? found.flatMap(checked) : [];
  } catch {
    return []; // storage is switched off, or holds something else
  }
}

function checked(found: unknown): SavedFilter[] {
  const { name, search } = (found ?? {}) as Record<string, unknown>;
  if (typeof name !== "string" || typeof search !== "string") return [];
  return [{ name, search: searchOf(filterOf(new URLSearchParams(search))) }];
}
