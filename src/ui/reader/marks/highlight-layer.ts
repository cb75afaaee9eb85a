import { locator } from "#domain/anchor/locate.ts";
import { type Colour, colours, type Highlight as Marked } from "#domain/highlight.ts";
import { offsetOf, type Run, rangeOf, storedText } from "#ui/reader/place/reading-place.ts";
import "./highlight-layer.css";

/** A highlight and where it stands in the body on screen. */
export type Placed = { highlight: Marked; start: number; end: number };

/**
 * Whether the browser paints words without touching them (CSS Custom Highlight API). Firefox had the interface from 140
 * and its `::highlight()` from 149 on: only both together paint.
 */
export function canPaint(): boolean {
  return "highlights" in CSS && CSS.supports("selector(::highlight(mark))");
}

/** The one highlight the reader has come to see. */
const presentName = "mark-present";

/** Where each of an article's highlights stands in its body; those whose words have gone are not in it. */
export function placeMarks(runs: readonly Run[], highlights: readonly Marked[]): Placed[] {
  const sought = highlights.filter(({ lost }) => !lost);
  if (sought.length === 0) return [];
  const find = locator(storedText(runs));
  return sought.flatMap((highlight) => {
    const span = find(highlight.anchor);
    return span ? [{ highlight, ...span }] : [];
  });
}

/** Paints highlights over a body, each colour under a name of its own, in place of those painted before. */
export function paintMarks(body: HTMLElement, runs: readonly Run[], placed: readonly Placed[]): void {
  body.classList.add("highlight-layer");
  if (!canPaint()) return;
  const ranges: Record<Colour, Range[]> = { yellow: [], green: [], blue: [], line: [] };
  for (const { highlight, start, end } of placed) ranges[highlight.colour].push(rangeOf(runs, start, end));
  for (const colour of colours) {
    if (ranges[colour].length > 0) CSS.highlights.set(`mark-${colour}`, new Highlight(...ranges[colour]));
    else CSS.highlights.delete(`mark-${colour}`);
  }
}

/** Points out one highlight, or none any more. */
export function pointOut(range: Range | undefined): void {
  if (!canPaint()) return;
  if (range) CSS.highlights.set(presentName, new Highlight(range));
  else CSS.highlights.delete(presentName);
}

/** Takes all paint away. */
export function clearMarks(): void {
  if (!canPaint()) return;
  for (const name of [...colours.map((colour) => `mark-${colour}`), presentName]) CSS.highlights.delete(name);
}

/** The highlight under a point of the screen: of several the smallest, which could not be reached otherwise. */
export function markAt(runs: readonly Run[], placed: readonly Placed[], x: number, y: number): Marked | undefined {
  const caret = caretAt(x, y);
  if (!caret) return undefined;
  const offset = offsetOf(runs, caret.node, caret.offset);
  const near = placed
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  // Beside the text the browser answers with the nearest letter: only a box under the point counts.
  return near.find(({ start, end }) =>
    [...rangeOf(runs, start, end).getClientRects()].some(
      ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
    ),
  )?.highlight;
}

function caretAt(x: number, y: number): { node: Node; offset: number } | undefined {
  if ("caretPositionFromPoint" in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret ? { node: caret.offsetNode, offset: caret.offset } : undefined;
  }
  // Safari before 26.2 has only the older name, with a range.
  const range = (document as Document).caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
