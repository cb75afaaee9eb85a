import { fold } from "#domain/text/fold.ts";
import { filterNames, stateNames } from "#domain/text/query-words.ts";
import { typedStandard } from "#domain/text/standards.ts";
import type { State } from "#library/states.ts";

/** A field a word may be sought in. */
export type Scope = "title" | "tags" | "byline" | "source" | "note";

/** A thing sought: words that stand together, or a standard's number. */
export type Wanted = {
  /** Folded, its white space single. */
  words: string;
  /** Said in quotation marks: nothing but these words in this order. */
  exact: boolean;
  scope?: Scope;
  /** The normal form, where the words are a standard's number. */
  standard?: string;
};

/** A query, understood. */
export type Query = {
  wanted: Wanted[];
  unwanted: Wanted[];
  tags: string[];
  sites: string[];
  states: State[];
  /** Published, or else saved, on this day or after it; and before that one. Days since 1970. */
  from?: number;
  before?: number;
};

const day = 86_400_000;

/** A number may be typed in up to this many pieces: GB / T 19001-2016. */
const mostPieces = 4;

/** What the index has a term for: of signs alone, a lone minus say, it knows nothing. */
const sayable = /[\p{L}\p{N}]/u;

const piece = /(-)?(?:([^\s:："“”「」『』]{1,12})[:：])?(?:["“”「『]([^"“”」』]*)["”“」』]?|(\S+))/gu;

/** Understands what was typed. Never throws: what is no filter is a word. */
export function parseQuery(typed: string): Query {
  const query: Query = { wanted: [], unwanted: [], tags: [], sites: [], states: [] };
  let loose: string[] = [];
  const settle = () => {
    query.wanted.push(...wantedOf(loose));
    loose = [];
  };
  for (const [whole, minus, before, quoted, bare] of typed.matchAll(piece)) {
    const name = before ?? /^(.+)[:：]$/.exec(bare ?? "")?.[1]; // a filter whose value is yet to be typed, or needs none
    const filter = name && own(filterNames, fold(name));
    const value = before ? (quoted ?? bare ?? "").trim() : "";
    if (filter && applyFilter(query, filter, value, Boolean(minus))) continue;
    const isNot = Boolean(minus) && !/^-+$/.test(whole);
    if (quoted !== undefined && !(name && !filter)) {
      settle();
      const words = folded(quoted);
      const standard = standardOf(words);
      if (sayable.test(words))
        (isNot ? query.unwanted : query.wanted).push({ words, exact: true, ...(standard && { standard }) });
    } else if (isNot) query.unwanted.push(...wantedOf([folded(whole.slice(1))]));
    else loose.push(...folded(whole).split(" "));
  }
  settle();
  return query;
}

/** Whether a query asks for nothing at all. */
export function isEmptyQuery({ wanted, unwanted, tags, sites, states, from, before }: Query): boolean {
  return (
    wanted.length + unwanted.length + tags.length + sites.length + states.length === 0 &&
    from === undefined &&
    before === undefined
  );
}

/** White space single, case and width folded. */
function folded(words: string): string {
  return fold(words).replace(/\s+/g, " ").trim();
}

/** Loose words, of which neighbours that make a standard's number are taken together. */
function wantedOf(words: readonly string[]): Wanted[] {
  const found: Wanted[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(mostPieces, words.length - at);
    let standard: string | undefined;
    for (; length > 0; length--) {
      standard = standardOf(words.slice(at, at + length).join(" "));
      if (standard) break;
    }
    const taken = Math.max(length, 1);
    const together = words.slice(at, at + taken).join(" ");
    if (sayable.test(together)) found.push({ words: together, exact: false, ...(standard && { standard }) });
    at += taken;
  }
  return found;
}

/** The standard whose number some folded words are, and nothing but that. */
function standardOf(words: string): string | undefined {
  return /^[\x20-\x7e]+$/.test(words) ? typedStandard(words) : undefined;
}

/** Takes a filter in; false when its value says nothing, and it must be words after all. */
function applyFilter(query: Query, name: string, value: string, isNot: boolean): boolean {
  const words = folded(value);
  const scoped = (scope: Scope) => {
    if (words) (isNot ? query.unwanted : query.wanted).push({ words, exact: true, scope });
    return true;
  };
  switch (name) {
    case "tag":
      if (isNot) return scoped("tags");
      if (words) query.tags.push(words);
      return true;
    case "site":
      if (isNot) return scoped("source");
      if (words) query.sites.push(words);
      return true;
    case "title":
      return scoped("title");
    case "author":
      return scoped("byline");
    case "note":
      return scoped("note");
    case "favourite":
      query.states.push("favourite");
      return true;
    case "is": {
      const state = own(stateNames, words);
      if (state) query.states.push(state);
      return state !== undefined || words === "";
    }
    default: {
      const span = daysOf(words);
      if (!span) return words === "";
      if (name === "before") query.before = Math.min(query.before ?? Infinity, span.first);
      else query.from = Math.max(query.from ?? 0, span.first);
      return true;
    }
  }
}

/** The first day of a year, a month or a day as people write them: 2024, 2024-05, 2024年5月1日, 2024/5/1. */
function daysOf(words: string): { first: number } | undefined {
  const match = /^(\d{4})(?:\D(\d{1,2})(?:\D(\d{1,2}))?)?\D?$/.exec(words);
  if (!match) return undefined;
  const time = Date.UTC(Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1));
  return { first: Math.floor(time / day) };
}

/** A name's own value: `constructor` is no filter. */
function own<Value>(names: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}
