import { type Filter, lengths, states } from "#domain/sift.ts";

/** The filter an address asks for; what it does not know it leaves out. */
export function filterOf(search: URLSearchParams): Filter {
  const filter: Filter = {};
  const state = states.find((one) => one === search.get("state"));
  const length = lengths.find((one) => one === search.get("length"));
  if (state) filter.state = state;
  if (length) filter.length = length;
  for (const name of ["tag", "source", "author", "lang"] as const) {
    const wanted = search.get(name);
    if (wanted) filter[name] = wanted;
  }
  for (const name of ["notes", "partial"] as const) if (search.has(name)) filter[name] = true;
  const since = Number(search.get("since"));
  if (since > 0) filter.since = since;
  return filter;
}

/** A filter as the words of an address. */
export function wordsOf(filter: Filter = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, wanted]) =>
      wanted === undefined ? [] : [[name, wanted === true ? "1" : String(wanted)]],
    ),
  );
}

/** A filter as the end of an address; empty for none. */
export function searchOf(filter: Filter = {}): string {
  return new URLSearchParams(wordsOf(filter)).toString();
}
