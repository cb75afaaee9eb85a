// A place in an article is a number of characters, so that it survives every change of type, paper and screen.
// They are characters of the text as it is kept, which may be shown in another script.
import { keptText, shownIndex, storedIndex } from "./shown-text.ts";

/** Text that Liuye itself put into the body and that is no part of the article. */
const ours = ".missing-picture";

export type Run = { node: Text; start: number };

/** How boxes on the page follow one another in reading: numbers that grow from line to line, or from page to page. */
export type Axis = { start: (box: DOMRect) => number; end: (box: DOMRect) => number };

/** Lines below one another, in viewport pixels. */
export const downward: Axis = { start: (box) => box.top, end: (box) => box.bottom };

/** Lines to the left of one another, in pixels left of the viewport's left edge. */
export const leftward: Axis = { start: (box) => -box.right, end: (box) => -box.left };

/** The runs of parts of a long body, counted from the beginning of each, and how many characters it holds. */
const remembered = new WeakMap<Element, { runs: readonly Run[]; length: number }>();

/** Goes through a part of a body whose text will not change, so that going through the whole takes a long article no longer than a frame. */
export function rememberRuns(part: HTMLElement): void {
  remembered.set(part, walk(part));
}

/** The pieces of text of a body in order, each with the number of characters before it. */
export function textRuns(body: HTMLElement): Run[] {
  if (![...body.children].some((child) => remembered.has(child))) return walk(body).runs;
  const runs: Run[] = [];
  let length = 0;
  for (const child of body.children) {
    const part = remembered.get(child) ?? walk(child);
    for (const { node, start } of part.runs) runs.push({ node, start: length + start });
    length += part.length;
  }
  return runs;
}

function walk(body: Element): { runs: Run[]; length: number } {
  const runs: Run[] = [];
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(ours) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let start = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (/\S/.test(node.data)) runs.push({ node, start });
    start += keptText(node).length;
  }
  return { runs, length: start };
}

/** The offset of the first character whose line begins at or after `edge` on the axis; the last one if none does. */
export function offsetAt(runs: readonly Run[], edge: number, axis = downward): number {
  const first = firstIndex(runs.length, (index) => boxEnd(runs[index], axis) > edge);
  // A run may end on a line that began before the edge, and so may those that follow it there.
  for (const { node, start } of runs.slice(first)) {
    const within = firstIndex(node.length, (index) => axis.start(rectOf(node, index)) >= edge);
    if (within < node.length) return start + storedIndex(node, within);
  }
  return runs.at(-1)?.start ?? 0;
}

/** Where the line that holds a character begins on the axis; undefined for an empty body. */
export function topOf(runs: readonly Run[], offset: number, axis = downward): number | undefined {
  const run = runOf(runs, offset);
  if (!run) return undefined;
  return axis.start(rectOf(run.node, Math.min(shownIndex(run.node, offset - run.start), run.node.length - 1)));
}

function runOf(runs: readonly Run[], offset: number): Run | undefined {
  const after = firstIndex(runs.length, (index) => (runs[index] as Run).start > offset);
  return runs[Math.max(after - 1, 0)];
}

/** The characters of a body's text from `start` to before `end` as a range of what is on screen. */
export function rangeOf(runs: readonly Run[], start: number, end: number): Range {
  const range = document.createRange();
  const first = runs[firstIndex(runs.length, (index) => endOf(runs[index] as Run) > start)];
  const last = runs[firstIndex(runs.length, (index) => (runs[index] as Run).start >= end) - 1];
  if (!first || !last) return range;
  range.setStart(first.node, Math.max(shownIndex(first.node, start - first.start), 0));
  range.setEnd(last.node, Math.min(shownIndex(last.node, end - last.start), last.node.length));
  return range;
}

/** How many characters of a body's text stand before a point of the document; points outside it count as its ends. */
export function offsetOf(runs: readonly Run[], node: Node, offset: number): number {
  const point = document.createRange();
  point.setStart(node, offset);
  const behind = firstIndex(runs.length, (index) => point.comparePoint((runs[index] as Run).node, 0) > 0);
  const run = runs[behind - 1];
  if (!run) return 0;
  if (run.node === node) return run.start + storedIndex(run.node, offset);
  return runs[behind]?.start ?? endOf(run);
}

/** The body's text as positions count it; what lies between two runs is white space. */
export function storedText(runs: readonly Run[]): string {
  const pieces: string[] = [];
  let length = 0;
  for (const { node, start } of runs) {
    if (start > length) pieces.push(" ".repeat(start - length));
    const kept = keptText(node);
    pieces.push(kept);
    length = start + kept.length;
  }
  return pieces.join("");
}

function endOf(run: Run): number {
  return run.start + keptText(run.node).length;
}

/** The first index for which a claim holds that, once true, stays true; `length` if it never does. */
export function firstIndex(length: number, claim: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (claim(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function boxEnd(run: Run | undefined, axis: Axis): number {
  if (!run) return Number.POSITIVE_INFINITY;
  const range = document.createRange();
  range.selectNodeContents(run.node);
  return axis.end(range.getBoundingClientRect());
}

/** The box of one character; a collapsed white space has none of its own and takes that of the next one that has. */
function rectOf(node: Text, index: number): DOMRect {
  const range = document.createRange();
  for (let at = Math.max(index, 0); ; at++) {
    range.setStart(node, Math.min(at, node.length));
    range.setEnd(node, Math.min(at + 1, node.length));
    const rect = range.getBoundingClientRect();
    if (rect.height > 0 || rect.width > 0 || at + 1 >= node.length) return rect;
  }
}
