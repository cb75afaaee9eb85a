/** One picture of a `srcset`. */
type Candidate = { address: string /** `640w`, `2x` or nothing. */; size: string };

/** Nobody offers a picture in so many sizes that their addresses are longer. */
const longestSet = 8000;

/** The pictures a `srcset` offers; addresses may hold commas, but not end in one. */
export function candidatesIn(set: string): Candidate[] {
  return [...set.slice(0, longestSet).matchAll(/([^\s,]\S*),(?=\s|$)|([^\s,]\S*)(?:\s+([^,]*))?/g)].map(
    ([, bare, address, size]) => ({
      address: bare ?? address ?? "",
      size: size?.trim() ?? "",
    }),
  );
}
