// The filters the index itself does not know: states, and what was saved this month. The library is asked for ids.
import { idsInState, idsSavedSince } from "#library/changes.ts";
import type { Chip } from "./chips.ts";
import type { FindOptions } from "./index/find.ts";
import { hashOf } from "./index/segment.ts";
import type { Query, State } from "./query.ts";

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
  const notAmong: ReadonlySet<number>[] = [];
  for (const state of new Set(states)) await narrowByState(state, among, notAmong);
  if (chip === "month") among.push(hashes(await idsSavedSince(startOfMonth(now))));
  const days: FindOptions["days"] = [from ?? 0, before ?? Infinity];
  return { among, notAmong, ...((from !== undefined || before !== undefined) && { days }) };
}

async function narrowByState(
  state: State,
  among: ReadonlySet<number>[],
  notAmong: ReadonlySet<number>[],
): Promise<void> {
  if (state === "favourite" || state === "archived") among.push(hashes(await idsInState(state)));
  else if (state === "unread") notAmong.push(hashes(await idsInState("started")));
  else if (state === "read") among.push(hashes(await idsInState("finished")));
  else if (state === "reading") {
    among.push(hashes(await idsInState("started")));
    notAmong.push(hashes(await idsInState("finished")));
  } else among.push(hashes(await idsInState("noted")));
}

function hashes(ids: readonly string[]): Set<number> {
  return new Set(ids.map(hashOf));
}

function startOfMonth(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth()).getTime();
}
