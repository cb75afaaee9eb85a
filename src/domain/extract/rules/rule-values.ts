import { findDate } from "#domain/extract/dates.ts";
import type { Choice } from "./site-rule.ts";

const longestValue = 300;
/** More names than this are a list of something else. */
const mostNames = 60;
const label =
  /^(?:作者|来源|文章来源|信息来源|稿源|发布者|楼主|authors?|by|from|posted by)\s*[:：]\s*|^(?:by|posted by)\s+/i;
const epoch = /^(\d{10})(?:\d{3})?$/;

/** The alternatives of a choice, taken apart into selector and attribute. */
export function alternatives(choice: Choice | undefined): { selector: string; attribute?: string }[] {
  return [choice ?? []].flat().map((text) => {
    const [, selector = text, attribute] = /^(.*?)@([\w:-]+)$/s.exec(text) ?? [];
    return attribute ? { selector: selector || ":scope", attribute } : { selector: text };
  });
}

/** The elements of the first alternative that finds any, outermost only. */
export function elementsBy(scope: ParentNode, choice: Choice | undefined): Element[] {
  for (const { selector } of alternatives(choice)) {
    const all = found(scope, selector);
    if (all.length === 0) continue;
    const kept = new Set(all);
    return all.filter((element) => {
      for (let at = element.parentElement; at; at = at.parentElement) if (kept.has(at)) return false;
      return true;
    });
  }
  return [];
}

/** The first words a choice finds, without their label. */
export function textBy(scope: ParentNode, choice: Choice | undefined): string | undefined {
  return texts(scope, choice).next().value;
}

/** The names a choice finds, each once, with commas between. */
export function namesBy(scope: ParentNode, choice: Choice | undefined): string | undefined {
  for (const alternative of [choice ?? []].flat()) {
    const names = [...new Set(texts(scope, alternative))].slice(0, mostNames);
    if (names.length > 0) return names.join(", ");
  }
  return undefined;
}

/** The first date a choice finds; bare seconds are told in the zone given, else in UTC. */
export function dateBy(scope: ParentNode, choice: Choice | undefined, zone?: string): string | undefined {
  for (const text of texts(scope, choice)) {
    const date = dateOf(text, zone);
    if (date) return date;
  }
  return undefined;
}

/** A date written out, or in seconds or milliseconds since 1970; what is told in UTC is told in the zone given, `+08:00`. */
export function dateOf(text: string, zone = "Z"): string | undefined {
  const seconds = epoch.exec(text.trim())?.[1];
  if (seconds) return inZone(Number(seconds), zone);
  const date = findDate(text)?.date;
  return date?.endsWith("Z") ? inZone(Date.parse(date) / 1000, zone) : date;
}

function inZone(seconds: number, zone: string): string {
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d{2}):(\d{2})$/.exec(zone) ?? [];
  const offset = (sign === "-" ? -60 : 60) * (Number(hours) * 60 + Number(minutes));
  return `${new Date((seconds + offset) * 1000).toISOString().slice(0, 16)}${sign ? zone : "Z"}`;
}

function* texts(scope: ParentNode, choice: Choice | undefined): Generator<string, undefined> {
  for (const { selector, attribute } of alternatives(choice)) {
    for (const element of found(scope, selector)) {
      const value = attribute ? element.getAttribute(attribute) : element.textContent;
      const text = (value ?? "").slice(0, 5000).replace(/\s+/g, " ").trim().replace(label, "");
      if (text !== "" && text.length <= longestValue) yield text;
    }
  }
  return undefined;
}

function found(scope: ParentNode, selector: string): Element[] {
  if (selector === ":scope") return scope.nodeType === 1 ? [scope as Element] : [];
  return [...scope.querySelectorAll(selector)];
}
