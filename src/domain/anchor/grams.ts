/** Characters of a seed: six in a row stay whole between edits of 5 %, and are rare enough even in English without spaces. */
export const gramLength = 6;

/** A seed found in more places than this tells nothing, and following them all would take long. */
const mostHits = 256;

/** Gives the places of a text at which the six characters at a place of a pattern stand; none for what stands everywhere. */
export type GramIndex = (pattern: string, at: number) => readonly number[];

/** An index of every six characters in a row of a text: chains in two arrays, built in one pass. */
export function indexGrams(text: string): GramIndex {
  const bits = Math.max(8, 32 - Math.clz32(text.length));
  const heads = new Int32Array(1 << bits).fill(-1);
  const next = new Int32Array(text.length);
  for (let at = text.length - gramLength; at >= 0; at--) {
    const slot = slotOf(text, at, bits);
    next[at] = heads[slot] as number;
    heads[slot] = at;
  }
  return (pattern, at) => {
    const hits: number[] = [];
    const gram = pattern.substr(at, gramLength);
    let steps = 0;
    for (let place = heads[slotOf(pattern, at, bits)] as number; place >= 0; place = next[place] as number) {
      if (text.startsWith(gram, place)) hits.push(place);
      if (++steps > mostHits) return [];
    }
    return hits;
  };
}

/** Multiplicative hashing: the top bits of the product are the mixed ones. */
function slotOf(text: string, at: number, bits: number): number {
  let hash = 0;
  for (let step = 0; step < gramLength; step++) hash = Math.imul(hash ^ text.charCodeAt(at + step), 0x9e3779b1);
  return hash >>> (32 - bits);
}
