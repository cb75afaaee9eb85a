import { findDate } from "#domain/extract/dates.ts";
import { dateOf } from "./rule-values.ts";

/** A page's state can be megabytes; its date is said early or often. */
const longestScript = 1_000_000;
const mostPlaces = 20;
/** What stands between a name and its value, and the value, are shorter than this. */
const reach = 60;

/**
 * When the page was published by its own scripts: `name = "1571008620"`, `"name": "2021-03-04 10:20"`. Names are looked for
 * as they are, never as patterns, so that no rule can make the search slow.
 */
export function scriptDate(document: Document, names: readonly string[], zone?: string): string | undefined {
  for (const name of names) {
    for (const script of document.querySelectorAll("script:not([src])")) {
      const text = script.textContent ?? "";
      for (const value of valuesOf(text.length > longestScript ? text.slice(0, longestScript) : text, name)) {
        const seconds = /^\d{10}(?:\d{3})?(?!\d)/.exec(value)?.[0];
        const date = seconds ? dateOf(seconds, zone) : findDate(value);
        if (typeof date === "string") return date;
        if (date && date.at === 0) return date.date;
      }
    }
  }
  return undefined;
}

function* valuesOf(script: string, name: string): Generator<string> {
  let at = script.indexOf(name);
  for (let places = 0; at >= 0 && places < mostPlaces; at = script.indexOf(name, at + name.length)) {
    if (/[\w$]/.test(script[at - 1] ?? "")) continue;
    const value = /^\\?["']?\s{0,5}[:=]\s{0,5}\\?["']?(.*)/s.exec(
      script.slice(at + name.length, at + name.length + reach),
    );
    if (!value?.[1]) continue;
    places++;
    yield value[1];
  }
}
