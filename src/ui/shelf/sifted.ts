import type { Facts } from "#domain/facts.ts";
import { type Filter, sift } from "#domain/sift.ts";
import { searchOf } from "#ui/filter-address.ts";

let sifted: readonly Facts[] | undefined;
const known = new Map<string, readonly string[]>();

/** The ids of those that pass, in their order; of the list on screen each filter is gone through once. */
export function siftedBy(ordered: readonly Facts[], filter: Filter): readonly string[] {
  if (ordered !== sifted) known.clear();
  sifted = ordered;
  const address = searchOf(filter);
  const ids = known.get(address) ?? sift(ordered, filter);
  known.set(address, ids);
  return ids;
}
