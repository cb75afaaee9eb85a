import { computed, effect, type Signal, signal } from "@preact/signals";
import { type Sort, sorts } from "#domain/sift.ts";
import { type Language, languages, preferredLanguage } from "#i18n/messages.ts";

export const papers = ["paper", "sepia", "night", "ink"] as const;
export type Paper = (typeof papers)[number];

/** The app's paper; "follow" takes the system's light or dark. */
export const appPaper = remembered<Paper | "follow">("paper", "follow", oneOf([...papers, "follow"]));
export const language = remembered<Language>(
  "language",
  preferredLanguage(navigator.languages),
  oneOf(Object.keys(languages) as Language[]),
);

/** What the lists are ordered by. */
export const listSort = remembered<Sort>("list-sort", "saved", oneOf(sorts));

/** The reader's own fetch relay: an https address with `{url}` in it, or none. */
export const relay = remembered<string>("relay", "", isRelay);

/** Whether the reader has been told that the app opens offline; once is enough. */
export const hasHeardOfOffline = remembered<"yes" | "no">("heard-offline-ready", "no", oneOf(["yes", "no"]));

const darkSystem = matchMedia("(prefers-color-scheme: dark)");
const systemPaper = signal<Paper>(darkSystem.matches ? "night" : "paper");
darkSystem.addEventListener("change", () => {
  systemPaper.value = darkSystem.matches ? "night" : "paper";
});

/** The paper the app is on now. */
export const presentPaper = computed<Paper>(() => (appPaper.value === "follow" ? systemPaper.value : appPaper.value));

effect(() => {
  document.documentElement.dataset.paper = presentPaper.value;
  // The browser's own bars take the colour of the paper.
  const colour = getComputedStyle(document.documentElement).getPropertyValue("--paper").trim();
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) meta.content = colour;
});

/** Whether a text could be a relay's address; the empty one means none. */
export function isRelay(value: unknown): boolean {
  return value === "" || (typeof value === "string" && /^https:\/\/\S*\{url\}\S*$/.test(value));
}

/** A signal that localStorage remembers; an unreadable or foreign value counts as none. */
export function remembered<T extends string | number>(
  name: string,
  usual: T,
  isValid: (value: unknown) => boolean,
): Signal<T> {
  const key = `liuye:${name}`;
  const kept = signal(recall(key, usual, isValid));
  let first = true;
  effect(() => {
    const { value } = kept;
    if (!first) keep(key, value);
    first = false;
  });
  addEventListener("storage", (event) => {
    if (event.key === key) kept.value = recall(key, usual, isValid); // changed in another tab
  });
  return kept;
}

function recall<T>(key: string, usual: T, isValid: (value: unknown) => boolean): T {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return isValid(value) ? (value as T) : usual;
  } catch {
    return usual; // storage is switched off, or holds something else
  }
}

function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // storage is switched off or full: the choice holds for this visit
  }
}

/** Whether a remembered value is one of those there are now. */
export function oneOf(values: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === "string" && values.includes(value);
}
