// Places in a body that is cut into slices: first the slice, by its box or its length, then the character within it.
// Of what is out of sight only that one is laid out to be measured.
import { type Axis, firstIndex, offsetAt, textRuns, topOf } from "#ui/reader/place/reading-place.ts";
import { painted } from "./painted.ts";
import { fillSlice, lengthOf, slicesOf } from "./slices.ts";

/** The slices last measured in; with the outer ones, so many hold a screen's edge on both sides of a jump. */
const measured: HTMLElement[] = [];
const mostMeasured = 8;

/** The offset of the first character whose line begins at or after an edge on the axis; the last line's if none does. */
export function offsetAtEdge(body: HTMLElement, edge: number, axis: Axis): number {
  return firstAt(body, edge, axis) ?? lastOf(body);
}

function firstAt(holder: HTMLElement, edge: number, axis: Axis): number | undefined {
  const slices = slicesOf(holder);
  if (slices.length === 0) {
    const runs = textRuns(holder);
    const offset = offsetAt(runs, edge, axis);
    return (topOf(runs, offset, axis) ?? edge - 1) < edge ? undefined : offset;
  }
  const shown = slices.filter((slice) => slice.dataset.away === undefined);
  const first = firstIndex(shown.length, (index) => endOf(shown[index], axis) > edge);
  for (const slice of shown.slice(first)) {
    layOut(slice);
    const found = endOf(slice, axis) > edge ? firstAt(slice, edge, axis) : undefined;
    if (found !== undefined) return startOf(slices, slice) + found;
  }
  return undefined;
}

function lastOf(holder: HTMLElement): number {
  const slices = slicesOf(holder);
  const last = slices.findLast((slice) => slice.dataset.away === undefined);
  return last ? startOf(slices, last) + lastOf(last) : (textRuns(holder).at(-1)?.start ?? 0);
}

/** Where the line with a character begins on the axis; undefined for an empty body. */
export function edgeOf(holder: HTMLElement, offset: number, axis: Axis): number | undefined {
  const slices = slicesOf(holder);
  const slice = sliceAt(slices, offset);
  if (!slice) return topOf(textRuns(holder), offset, axis);
  layOut(slice);
  return edgeOf(slice, offset - startOf(slices, slice), axis);
}

/** Has a slice drawn as it is: out of sight it may wait for its content, and its box is a guess. */
function layOut(slice: HTMLElement): void {
  const known = measured.indexOf(slice);
  if (known >= 0) measured.splice(known, 1);
  else {
    fillSlice(slice);
    slice.style.contentVisibility = "visible";
  }
  measured.push(slice);
  if (measured.length > mostMeasured) measured.shift()?.style.removeProperty("content-visibility");
}

/** What lies further from the screen than the first, in screens, waits for a new look; beyond the second it waits anyway. */
const [near, far] = [0.4, 3];

/** Has what is not on screen wait until the next change of look has been painted: browsers lay out several screens ahead. */
export function holdBack(body: HTMLElement, screen: HTMLElement): void {
  for (const slice of measured.splice(0)) slice.style.removeProperty("content-visibility");
  const held = offScreen(body, screen.getBoundingClientRect());
  for (const slice of held) slice.style.contentVisibility = "hidden";
  painted().then(() => {
    for (const slice of held) if (!measured.includes(slice)) slice.style.removeProperty("content-visibility");
  }, reportError);
}

function offScreen(holder: HTMLElement, screen: DOMRect): HTMLElement[] {
  return slicesOf(holder).flatMap((slice) => {
    const box = slice.getBoundingClientRect();
    const down = Math.max(screen.top - box.bottom, box.top - screen.bottom) / screen.height;
    const across = Math.max(screen.left - box.right, box.left - screen.right) / screen.width;
    const away = Math.max(down, across);
    if (away > far) return [];
    return away > near ? [slice] : offScreen(slice, screen);
  });
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
