import { signal } from "@preact/signals";
import type { OpenBody } from "./aid.ts";
import { topOf } from "./reading-place.ts";

/** Where the reader was before a jump, as a character; undefined when there is nowhere to go back to. */
export const cameFrom = signal<number | undefined>(undefined);

/** The first line stands so far below the top, clear of the bar, in CSS pixels. */
const clearOfBar = 56;

/** Remembers where one is before the page jumps; after several jumps it is still where one was reading. */
export function rememberPlace(offset: number): void {
  cameFrom.value ??= offset;
}

/** Brings the line of a character to the top of the page. */
export function goTo({ scroller, runs }: OpenBody, offset: number): void {
  const top = topOf(runs, offset);
  if (offset === 0)
    scroller.scrollTop = 0; // with the title, which is no part of the text
  else if (top !== undefined) scroller.scrollTop += top - scroller.getBoundingClientRect().top - clearOfBar;
}

/** Brings words into sight when they are out of it, with some of what comes after them. */
export function bringIntoSight({ scroller }: OpenBody, words: Range): void {
  const box = words.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const room = { top: view.top + clearOfBar, bottom: view.bottom - view.height / 4 };
  if (box.height === 0 || (box.top >= room.top && box.bottom <= room.bottom)) return;
  scroller.scrollTop += box.top - view.top - view.height / 4;
}
