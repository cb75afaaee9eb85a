import type { SiteRule } from "#domain/extract/rules/site-rule.ts";

const key = "liuye:site-rules";
const mostRules = 200;

/** The reader's own rules, newest first. They were checked when they were added, but storage may hold anything. */
export function ownRules(): SiteRule[] {
  try {
    const rules: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(rules) ? (rules.filter(isRule) as SiteRule[]) : [];
  } catch {
    return []; // storage is switched off, or holds something else
  }
}

/** Puts a checked rule first, in the place of one of the same name; false when the browser does not store it. */
export function keepRule(rule: SiteRule): boolean {
  return keep([rule, ...ownRules().filter(({ name }) => name !== rule.name)].slice(0, mostRules));
}

/** Takes a rule away; false when the browser does not store that. */
export function removeRule(name: string): boolean {
  return keep(ownRules().filter((rule) => rule.name !== name));
}

function keep(rules: readonly SiteRule[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(rules));
    return true;
  } catch {
    return false;
  }
}

/** Enough that a foreign value cannot break a capture. */
function isRule(value: unknown): boolean {
  const { name, hosts, pages } = (value ?? {}) as Partial<SiteRule>;
  return typeof name === "string" && Array.isArray(hosts) && Array.isArray(pages);
}
