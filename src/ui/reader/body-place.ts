// Places in a body that is cut into slices: first the slice, by its box or its length, then the character within it.
// What is out of sight is never laid out to be measured.
import { type Axis, firstIndex, offsetAt, textRuns, topOf } from "./reading-place.ts";
import { lengthOf, slicesOf } from "./slices.ts";

/** The offset of the first character whose line begins at or after an edge on the axis; the last line's if none does. */
export function offsetAtEdge(holder: HTMLElement, edge: number, axis: Axis): number {
  const slices = slicesOf(holder);
  if (slices.length === 0) return offsetAt(textRuns(holder), edge, axis);
  const shown = slices.filter((slice) => slice.dataset.away === undefined);
  const at = firstIndex(shown.length, (index) => endOf(shown[index], axis) > edge);
  const slice = shown[at] ?? shown.at(-1);
  if (!slice) return 0;
  const within = offsetAtEdge(slice, edge, axis);
  const next = shown[at + 1];
  const line = edgeOf(slice, within, axis);
  // The slice ends with half a line above the edge: the next one begins the first whole line.
  if (next && line !== undefined && line < edge) return startOf(slices, next);
  return startOf(slices, slice) + within;
}

/** Where the line with a character begins on the axis; undefined for an empty body. */
export function edgeOf(holder: HTMLElement, offset: number, axis: Axis): number | undefined {
  const slices = slicesOf(holder);
  const slice = sliceAt(slices, offset);
  return slice ? edgeOf(slice, offset - startOf(slices, slice), axis) : topOf(textRuns(holder), offset, axis);
}

/** The slice that holds a character; the last one where the text has become shorter. */
export function sliceAt(slices: readonly HTMLElement[], offset: number): HTMLElement | undefined {
  let start = 0;
  for (const slice of slices) {
    start += lengthOf(slice);
    if (offset < start) return slice;
  }
  return slices.at(-1);
}

/** How many characters stand before a slice. */
export function startOf(slices: readonly HTMLElement[], slice: HTMLElement): number {
  let start = 0;
  for (const before of slices) {
    if (before === slice) break;
    start += lengthOf(before);
  }
  return start;
}

function endOf(slice: HTMLElement | undefined, axis: Axis): number {
  return slice ? axis.end(slice.getBoundingClientRect()) : Number.POSITIVE_INFINITY;
}
