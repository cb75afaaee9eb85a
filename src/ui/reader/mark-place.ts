import { highlightById } from "#library/highlights.ts";
import { placeMarks } from "./highlight-layer.ts";
import { type Run, textRuns, topOf } from "./reading-place.ts";

/** Where in a body a highlight begins, in characters of its text; undefined when it has gone or its words have. */
export async function offsetOfMark(id: string, body: HTMLElement): Promise<number | undefined> {
  const highlight = await highlightById(id);
  return highlight ? placeMarks(textRuns(body), [highlight])[0]?.start : undefined;
}

/** How far down the screen a highlight one comes to see stands, as a share of its height. */
const eyeLevel = 0.3;

/** Scrolls to a character, unless its line is in sight already. */
export function bringIntoSight(scroller: HTMLElement, runs: readonly Run[], offset: number): void {
  const top = topOf(runs, offset);
  if (top === undefined) return;
  const pane = scroller.getBoundingClientRect();
  const isSeen = top > pane.top + pane.height * 0.05 && top < pane.bottom - pane.height * 0.15;
  if (!isSeen) scroller.scrollTop += top - (pane.top + pane.height * eyeLevel);
}
