/** One picture of a `srcset`. */
type Candidate = { address: string /** `640w`, `2x` or nothing. */; size: string };

/** The pictures a `srcset` offers; addresses may hold commas, but not end in one. */
export function candidatesIn(set: string): Candidate[] {
  return [...set.matchAll(/([^\s,]\S*),(?=\s|$)|([^\s,]\S*)(?:\s+([^,]*))?/g)].map(([, bare, address, size]) => ({
    address: bare ?? address ?? "",
    size: size?.trim() ?? "",
  }));
}
