import type { Facts } from "#domain/facts.ts";
import { type Filter, sift } from "#domain/sift.ts";
import { searchOf } from "#ui/filter-address.ts";

/** Gives the ids of those that pass a filter, in their order; for each filter they are gone through once. */
export function siftedOnce(ordered: readonly Facts[]): (filter: Filter) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (filter) => {
    const address = searchOf(filter);
    const ids = known.get(address) ?? sift(ordered, filter);
    known.set(address, ids);
    return ids;
  };
}
