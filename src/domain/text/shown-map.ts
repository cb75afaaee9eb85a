/**
 * How a text as it is kept stands to the same text as it is shown in another script: piece by piece, each with where
 * it begins in both. Only pieces of unequal length are written down, and what follows them.
 */
export type ShownMap = readonly { stored: number; shown: number; storedLength: number; shownLength: number }[];

/** Clauses: a converter looks at words, and no word crosses one of these. */
const clause =
  /[^\s，。、；：？！…—“”‘’（）《》〈〉「」『』【】,.;:?!()[\]"']+|[\s，。、；：？！…—“”‘’（）《》〈〉「」『』【】,.;:?!()[\]"']+/gu;

/** A text in another script, clause by clause, and the map between the two; an empty map is one to one. */
export function convertMapped(stored: string, convert: (text: string) => string): { shown: string; map: ShownMap } {
  const map: { stored: number; shown: number; storedLength: number; shownLength: number }[] = [];
  let shown = "";
  for (const { 0: piece, index } of stored.matchAll(clause)) {
    const converted = convert(piece);
    if (converted.length !== piece.length) {
      map.push({ stored: index, shown: shown.length, storedLength: piece.length, shownLength: converted.length });
    }
    shown += converted;
  }
  return { shown, map };
}

/** Where a character of the kept text stands in the shown one; within a piece of unequal lengths in proportion. */
export function toShown(map: ShownMap, index: number): number {
  return across(map, index, "stored", "shown");
}

/** Where a character of the shown text stands in the kept one; the other way round. */
export function toStored(map: ShownMap, index: number): number {
  return across(map, index, "shown", "stored");
}

function across(map: ShownMap, index: number, from: "stored" | "shown", to: "stored" | "shown"): number {
  const piece = map.findLast((candidate) => candidate[from] <= index);
  if (!piece) return index;
  const lengths = { from: piece[`${from}Length`], to: piece[`${to}Length`] };
  const within = index - piece[from];
  if (within >= lengths.from) return piece[to] + lengths.to + within - lengths.from;
  return piece[to] + Math.floor((within * lengths.to) / lengths.from);
}
