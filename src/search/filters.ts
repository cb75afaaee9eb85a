// The filters the index itself does not know: states, and what was saved this month. The library is asked for ids.
import { idsInState, idsSavedSince } from "#library/states.ts";
import type { Chip } from "./chips.ts";
import type { FindOptions } from "./index/find.ts";
import { hashOf } from "./index/hash.ts";
import type { Query } from "./query.ts";

/** A query narrowed by a chip. */
export function withChip(query: Query, chip: Chip): Query {
  if (chip === "title" || chip === "note") {
    return { ...query, wanted: query.wanted.map((wanted) => ({ scope: chip, ...wanted })) };
  }
  return chip === "favourite" ? { ...query, states: [...query.states, "favourite"] } : query;
}

/** What the index is to leave out, for a query and a chip, at a moment in milliseconds since 1970. */
export async function narrowing(
  { states, from, before }: Query,
  chip: Chip,
  now: number,
): Promise<Omit<FindOptions, "limit">> {
  const among: ReadonlySet<number>[] = [];
  for (const state of new Set(states)) among.push(hashes(await idsInState(state)));
  if (chip === "month") among.push(hashes(await idsSavedSince(startOfMonth(now))));
  const days: FindOptions["days"] = [from ?? 0, before ?? Infinity];
  return { among, ...((from !== undefined || before !== undefined) && { days }) };
}

function hashes(ids: readonly string[]): Set<number> {
  return new Set(ids.map(hashOf));
}

function startOfMonth(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth()).getTime();
}
