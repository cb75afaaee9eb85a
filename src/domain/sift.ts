// What of the library a list shows, and in which order. Pure, over the facts of all articles.
import { type Facts, finishedFrom } from "./facts.ts";
import { readingMinutes } from "./text/count.ts";

/** The lists there are; an article in the trash stands in no other, an archived one only among archived and favourites. */
export const lists = ["shelf", "favourites", "archive", "trash"] as const;
export type List = (typeof lists)[number];

export const states = ["unread", "reading", "finished"] as const;
export type ReadState = (typeof states)[number];

export const lengths = ["short", "medium", "long"] as const;
type LengthClass = (typeof lengths)[number];

/** What an article must be to be shown; nothing said of something means any. */
export type Filter = {
  state?: ReadState;
  length?: LengthClass;
  tag?: string;
  source?: string;
  author?: string;
  /** BCP 47; a language without a script means it in any. */
  lang?: string;
  notes?: true;
  partial?: true;
  /** Came in at this moment or later, in milliseconds since 1970. */
  since?: number;
};

export const sorts = ["saved", "oldest", "published", "length", "longest", "progress", "read"] as const;
export type Sort = (typeof sorts)[number];

/** Articles of so many minutes are long reads; those below the other, short ones. */
const longRead = 10;
const shortRead = 4;

/** How far an article has been read, in a word. */
export function stateOf({ progress }: Pick<Facts, "progress">): ReadState {
  if (progress >= finishedFrom) return "finished";
  return progress > 0 ? "reading" : "unread";
}

/** Whether an article is short, medium or long, by the minutes it takes to read. */
function lengthClassOf({ length }: Pick<Facts, "length">): LengthClass {
  const minutes = readingMinutes(length);
  if (minutes >= longRead) return "long";
  return minutes < shortRead ? "short" : "medium";
}

/** Whether an article belongs in a list. */
export function isIn(list: List, { trashedAt, archivedAt, favouritedAt }: Facts): boolean {
  if (trashedAt > 0 || list === "trash") return trashedAt > 0 && list === "trash";
  if (list === "favourites") return favouritedAt > 0;
  return archivedAt > 0 === (list === "archive");
}

/** Whether an article is all a filter asks for: made once for a list, which then asks only what is to be asked. */
export function passing(filter: Filter): (facts: Facts) => boolean {
  const { state, length, tag, source, author, lang, since } = filter;
  const asked = [
    state && ((facts: Facts) => stateOf(facts) === state),
    length && ((facts: Facts) => lengthClassOf(facts) === length),
    tag !== undefined && ((facts: Facts) => facts.tags.includes(tag)),
    source !== undefined && ((facts: Facts) => facts.source === source),
    author !== undefined && ((facts: Facts) => isBy(facts.byline, author)),
    lang && ((facts: Facts) => facts.lang === lang || facts.lang.startsWith(`${lang}-`)),
    filter.notes && ((facts: Facts) => facts.hasNotes),
    filter.partial && ((facts: Facts) => facts.isPartial),
    since !== undefined && ((facts: Facts) => facts.cameAt >= since),
  ].filter((one) => typeof one === "function");
  const [first] = asked;
  if (first && asked.length === 1) return first; // most filters, asked of thousands
  return (facts) => asked.every((isMet) => isMet(facts));
}

/** Whether someone wrote it, alone or with others: the name stands in the byline, and is no part of a longer one. */
function isBy(byline: string, author: string): boolean {
  const around = byline.split(author);
  return around.some(
    (after, at) => at > 0 && !/[\p{L}\p{N}]$/u.test(around[at - 1] ?? "") && !/^[\p{L}\p{N}]/u.test(after),
  );
}

/** The articles of a list in order; among equals the later saved stands first. */
export function order(all: Iterable<Facts>, list: List, sort: Sort): Facts[] {
  const rankOf = ranking(list, sort);
  // Each rank is found once: a date would be read thirty times over by the time twenty thousand are in order.
  const found: { facts: Facts; rank: number }[] = [];
  for (const facts of all) if (isIn(list, facts)) found.push({ facts, rank: rankOf(facts) });
  const direction = sort === "oldest" ? -1 : 1;
  return found.sort((a, b) => b.rank - a.rank || direction * later(a.facts, b.facts)).map(({ facts }) => facts);
}

/** The ids of those of the articles that pass, in the order they are in. */
export function sift(ordered: readonly Facts[], filter: Filter): string[] {
  const isWanted = passing(filter);
  const ids: string[] = [];
  for (const facts of ordered) if (isWanted(facts)) ids.push(facts.id);
  return ids;
}

/** Below 0 when `a` was saved after `b`. */
function later(a: Facts, b: Facts): number {
  return b.savedAt - a.savedAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

/** What the articles of a list are ordered by, the highest first. */
function ranking(list: List, sort: Sort): (facts: Facts) => number {
  switch (sort) {
    case "saved":
      if (list === "favourites") return ({ favouritedAt }) => favouritedAt;
      if (list === "archive") return ({ archivedAt }) => archivedAt;
      if (list === "trash") return ({ trashedAt }) => trashedAt;
      return ({ savedAt }) => savedAt;
    case "oldest":
      return ({ savedAt }) => -savedAt;
    case "published": {
      const days = new Map<string, number>(); // many came out on the same day
      return ({ published }) => {
        const known = days.get(published);
        if (known !== undefined) return known;
        const day = dayOf(published);
        days.set(published, day);
        return day;
      };
    }
    case "length":
      return ({ length }) => -readingMinutes(length);
    case "longest":
      return ({ length }) => readingMinutes(length);
    case "progress":
      return ({ progress }) => progress;
    case "read":
      return ({ readAt }) => readAt;
  }
}

/** A publication date as a number that orders as the dates do, to the minute; 0 for none. */
function dayOf(published: string): number {
  const [, year = "", month = "", day = "", hour = "", minute = ""] =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d))?/.exec(published) ?? [];
  return Number(year) * 1e8 + Number(month) * 1e6 + Number(day) * 1e4 + Number(hour) * 1e2 + Number(minute);
}
