import type { Place } from "#domain/article.ts";
import { offsetAt, textRuns, topOf } from "./reading-place.ts";

/** What the bars around an article show while it is read. */
export type View = { progress: number; section: string; barsHidden: boolean; offset: number };

type Reading = {
  scroller: HTMLElement;
  body: HTMLElement;
  start: Place | null;
  onView: (view: View) => void;
  onPlace: (place: Place) => void;
};

/** Where the first whole line stands, below the scroller's top edge: clear of the bar, in CSS pixels. */
const firstLine = 56;

/** The place is written this long after the last scroll, in milliseconds; a killed tab loses no more. */
const settle = 300;

/** Scrolling less than this does not move the bars, in CSS pixels; a resting thumb trembles. */
const tremble = 10;

/**
 * Keeps the reader's place in a filled body: goes to where reading stopped, follows every scroll, and returns to the
 * same sentence whenever type, width or pictures move it. Returns the function that ends it and writes the last place.
 */
export function followPlace({ scroller, body, start, onView, onPlace }: Reading): () => void {
  const runs = textRuns(body);
  const headings = [...body.querySelectorAll("h1, h2, h3, h4")];
  let offset = start?.offset ?? 0;
  let settledTop = -1; // where we put the page ourselves: such a scroll is not the reader's
  let turningTop = 0;
  let barsHidden = false;
  let timer = 0;
  let box = boxes(); // the first report of an observer is not a change, and answering it would undo a scroll made meanwhile

  const lineTop = () => scroller.getBoundingClientRect().top + firstLine;

  function returnToPlace() {
    const top = offset > 0 ? topOf(runs, offset) : undefined;
    if (top !== undefined) scroller.scrollTop += top - lineTop();
    settledTop = scroller.scrollTop;
    turningTop = settledTop;
    show();
  }

  function boxes(): string {
    return [body, scroller].map(({ clientWidth, clientHeight }) => `${clientWidth}×${clientHeight}`).join(" ");
  }

  function follow() {
    if (Math.abs(scroller.scrollTop - settledTop) < 1) return;
    const present = boxes();
    // A body that has just become too short is scrolled to its end by the browser, not by the reader: the place stays.
    if (present !== box && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) return;
    box = present;
    settledTop = -1;
    offset = offsetAt(runs, lineTop() - 1); // a line half a pixel off is still whole
    moveBars();
    show();
    clearTimeout(timer);
    timer = window.setTimeout(write, settle);
  }

  function moveBars() {
    const top = scroller.scrollTop;
    if (barsHidden ? top > turningTop : top < turningTop) turningTop = top;
    if (barsHidden ? turningTop - top > tremble || top < firstLine : top - turningTop > tremble && top > firstLine) {
      barsHidden = !barsHidden;
      turningTop = top;
    }
  }

  function show() {
    const line = lineTop() + firstLine;
    const section = headings.findLast((heading) => heading.getBoundingClientRect().top < line);
    onView({ progress: progress(), section: section?.textContent?.trim() ?? "", barsHidden, offset });
  }

  function progress(): number {
    const box = body.getBoundingClientRect();
    return Math.min(Math.max((scroller.getBoundingClientRect().bottom - box.top) / Math.max(box.height, 1), 0), 1);
  }

  function write() {
    clearTimeout(timer);
    timer = 0;
    onPlace({ offset, progress: progress(), at: Date.now() });
  }

  function writeIfPending() {
    if (timer) write();
  }

  const resizing = new ResizeObserver(() => {
    const before = box;
    box = boxes();
    if (box !== before) returnToPlace();
  });
  resizing.observe(body);
  resizing.observe(scroller);
  scroller.addEventListener("scroll", follow, { passive: true });
  addEventListener("pagehide", writeIfPending);
  document.addEventListener("visibilitychange", writeIfPending);
  returnToPlace();
  // What fits on the screen is read by being looked at.
  if (scroller.scrollHeight <= scroller.clientHeight + 1) timer = window.setTimeout(write, settle);

  return () => {
    writeIfPending();
    resizing.disconnect();
    scroller.removeEventListener("scroll", follow);
    removeEventListener("pagehide", writeIfPending);
    document.removeEventListener("visibilitychange", writeIfPending);
  };
}
