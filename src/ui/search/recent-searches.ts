import { type ReadonlySignal, signal } from "@preact/signals";

const key = "liuye-recent-searches";

/** So many are kept, and none longer than this. */
const most = 8;
const longest = 80;

const recent = signal<readonly string[]>(read());

/** What was searched for lately, the latest first; kept on this device only. */
export const recentSearches: ReadonlySignal<readonly string[]> = recent;

/** Remembers a search that led somewhere. */
export function rememberSearch(query: string): void {
  const words = query.trim();
  if (!words || words.length > longest) return;
  write([words, ...recent.value.filter((other) => other !== words)].slice(0, most));
}

/** Forgets all of them. */
export function forgetSearches(): void {
  write([]);
}

function write(searches: readonly string[]): void {
  recent.value = searches;
  try {
    localStorage.setItem(key, JSON.stringify(searches));
  } catch {
    // A browser that keeps nothing keeps no searches either.
  }
}

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, most) : [];
  } catch {
    return [];
  }
}
