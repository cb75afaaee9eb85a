import type { Facts } from "#domain/facts.ts";
import { isIn, type List } from "#domain/sift.ts";
import { authorsOf } from "#domain/text/authors.ts";

/** What articles are told apart by that is not the same few words in every library. */
type Facet = "tag" | "source" | "author" | "lang";

/** A language and its script: British and American English are one, simplified and traditional Chinese two. */
const languageAndScript = /^[a-z]+(?:-[a-z]{4}\b)?/i;

/** What there is to choose from in a list, with how many articles have it; whoever wrote together is named apart. */
export function facetsOf(all: Iterable<Facts>, list: List): Record<Facet, Map<string, number>> {
  const facets = { tag: new Map(), source: new Map(), author: new Map(), lang: new Map() };
  const bylines = new Map<string, number>();
  for (const facts of all) {
    if (!isIn(list, facts)) continue;
    for (const tag of facts.tags) add(facets.tag, tag);
    add(facets.source, facts.source);
    add(bylines, facts.byline);
    add(facets.lang, facts.lang === "und" ? "" : (languageAndScript.exec(facts.lang)?.[0] ?? ""));
  }
  for (const [byline, count] of bylines)
    for (const author of new Set(authorsOf(byline))) add(facets.author, author, count);
  return facets;
}

function add(values: Map<string, number>, value: string, count = 1): void {
  if (value) values.set(value, (values.get(value) ?? 0) + count);
}
