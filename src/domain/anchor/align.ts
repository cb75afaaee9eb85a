/** How a pattern lies in a text: the edits between them, and for each character of the pattern where its like stands, -1 for none. */
export type Alignment = { edits: number; matched: Int32Array };

/**
 * Lays a pattern into a text with as few edits as can be, both ends of the text free: semi-global alignment by dynamic
 * programming (P. H. Sellers, "The theory and computation of evolutionary distances", 1980), with the way back.
 * Time and room are the product of both lengths: give it windows, not articles.
 */
export function align(pattern: string, text: string): Alignment {
  const width = text.length + 1;
  const costs = new Uint16Array((pattern.length + 1) * width); // row 0 is all zeros: a match may begin anywhere
  for (let row = 1; row <= pattern.length; row++) {
    const unit = pattern.charCodeAt(row - 1);
    const line = row * width;
    costs[line] = row;
    for (let column = 1; column < width; column++) {
      const before = line - width + column;
      const changed = (costs[before - 1] as number) + (unit === text.charCodeAt(column - 1) ? 0 : 1);
      const shorter = Math.min(costs[before] as number, costs[line + column - 1] as number) + 1;
      costs[line + column] = Math.min(changed, shorter);
    }
  }
  return wayBack(pattern, text, costs);
}

function wayBack(pattern: string, text: string, costs: Uint16Array): Alignment {
  const width = text.length + 1;
  const lastLine = pattern.length * width;
  let column = 0;
  for (let at = 1; at < width; at++) {
    if ((costs[lastLine + at] as number) < (costs[lastLine + column] as number)) column = at;
  }
  const edits = costs[lastLine + column] as number;
  const matched = new Int32Array(pattern.length).fill(-1);
  for (let row = pattern.length; row > 0; ) {
    const here = costs[row * width + column] as number;
    const isSame = column > 0 && pattern.charCodeAt(row - 1) === text.charCodeAt(column - 1);
    const diagonal = column > 0 ? (costs[(row - 1) * width + column - 1] as number) : Number.POSITIVE_INFINITY;
    if (diagonal + (isSame ? 0 : 1) === here) {
      row--;
      column--;
      if (isSame) matched[row] = column;
    } else if ((costs[(row - 1) * width + column] as number) + 1 === here) row--;
    else column--;
  }
  return { edits, matched };
}
