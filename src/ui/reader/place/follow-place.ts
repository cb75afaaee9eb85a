import type { Place } from "#domain/article.ts";
import { edgeOf, offsetAtEdge } from "#ui/reader/body/body-place.ts";
import { painted } from "#ui/reader/body/painted.ts";
import type { PageNumber, Way } from "#ui/reader/ways/way.ts";
import { type Heading, headingsOf, sectionAt } from "./headings.ts";
import { textRuns } from "./reading-place.ts";

/** What the bars around an article show while it is read. */
export type View = {
  progress: number;
  section: string;
  barsHidden: boolean;
  /** Characters before the first line on screen. */
  offset: number;
  page?: PageNumber | undefined;
};

type Reading = {
  way: Way;
  body: HTMLElement;
  start: Pick<Place, "offset"> | null;
  onView: (view: View) => void;
  onPlace: (place: Place) => void;
};

/** The place being kept. */
export type Following = {
  /** Characters before the first line on screen. */
  offset: () => number;
  /** Shows a place; it is where reading goes on from now. */
  goTo: (offset: number) => void;
  /** Brings a character into sight, where it is out of it, with some of what comes after it. */
  reveal: (offset: number) => void;
  /** Goes a screen or a page on, or back. */
  turn: (screens: 1 | -1) => void;
  /** Goes to the very beginning or end. */
  goToEnd: (end: "first" | "last") => void;
  toggleBars: () => void;
  /** Says that the look of the page has changed. */
  lookChanged: () => void;
  /** Says that there is more of the body than before. */
  bodyGrew: () => void;
  /** Ends it and writes the last place. */
  stop: () => void;
};

/** The place is written this long after the last scroll, in milliseconds; a killed tab loses no more. */
const settle = 300;

/** Scrolling less than this does not move the bars, in CSS pixels; a resting thumb trembles. */
const tremble = 10;

/** What is brought into sight stands so far along the screen, and what stands before the other bound is in sight already. */
const seen = { from: 0.25, until: 0.75 };

/** The bars stay until so much has been scrolled, in CSS pixels: their own height. */
const barHeight = 56;

/**
 * Keeps the reader's place in a filled body: goes to where reading stopped, follows every scroll, and returns to the
 * same sentence whenever type, width or pictures move it.
 */
export function followPlace({ way, body, start, onView, onPlace }: Reading): Following {
  const { scroller, axis } = way;
  let headings: Heading[] = []; // looked for when the words are on screen: nobody waits for them
  let offset = start?.offset ?? 0;
  let standing = 0; // how far the line of the place stands from the edge, in pixels
  let settledAt = Number.NaN; // the last position we know of: being there again is no scroll of the reader's
  let atEnd = false; // at the very end one stays there, whatever comes in before it
  let turningAt = 0;
  let barsHidden = false;
  let progress = 0;
  let timer = 0;
  let stopped = false;
  let known: string | undefined; // until it is first looked at nothing is a change
  let extent: string | undefined;

  function returnToPlace() {
    way.open?.(offset);
    const line = offset > 0 ? edgeOf(body, offset, axis) : undefined;
    if (atEnd) way.goToEnd("last");
    else if (line !== undefined) way.moveTo(line - standing);
    settledAt = way.position();
    turningAt = settledAt;
    show();
  }

  /** All that decides where lines break. */
  function look(): string {
    const { fontFamily, fontSize, fontWeight, letterSpacing, lineHeight, inlineSize } = getComputedStyle(body);
    const { clientWidth, clientHeight } = scroller;
    return [fontFamily, fontSize, fontWeight, letterSpacing, lineHeight, inlineSize, clientWidth, clientHeight].join();
  }

  function size(): string {
    return `${body.clientWidth} ${body.clientHeight} ${scroller.scrollWidth}`;
  }

  function follow() {
    if (stopped) return;
    if (known === undefined) [known, extent] = [look(), size()];
    way.settle?.(follow);
    if (Math.abs(way.position() - settledAt) < 1) return;
    const present = look();
    // A body that has just become too short is scrolled to its end by the browser, not by the reader: the place stays.
    if (present !== known && way.isAtEnd()) return;
    known = present;
    moved();
    moveBars();
    show();
  }

  /** The reader has gone somewhere: that is the place now. */
  function moved() {
    settledAt = way.position();
    const edge = way.edge();
    offset = offsetAtEdge(body, edge - way.slack, axis);
    standing = way.slack > 0 ? (edgeOf(body, offset, axis) ?? edge) - edge : 0;
    atEnd = way.isAtEnd();
    clearTimeout(timer);
    timer = window.setTimeout(write, settle);
  }

  function moveBars() {
    const at = way.position();
    if (way.isPaged) {
      barsHidden = true;
      return;
    }
    if (barsHidden ? at > turningAt : at < turningAt) turningAt = at;
    if (barsHidden ? turningAt - at > tremble || at < barHeight : at - turningAt > tremble && at > barHeight) {
      barsHidden = !barsHidden;
      turningAt = at;
    }
  }

  /** As it was last seen: what is left is not on screen any more when its place is written. */
  function progressNow(): number {
    if (scroller.clientWidth > 0) progress = way.progress();
    return progress;
  }

  function show() {
    const section = sectionAt(headings, offset)?.words ?? "";
    onView({ progress: progressNow(), section, barsHidden, offset, page: way.page?.() });
  }

  function findHeadings() {
    if (stopped) return;
    if (known === undefined) begin(); // no frame yet, as in a window that is not seen
    headings = headingsOf(textRuns(body));
    show();
  }

  function write() {
    clearTimeout(timer);
    timer = 0;
    onPlace({ offset, progress: progressNow(), at: Date.now() });
  }

  function writeIfPending() {
    if (timer) write();
  }

  function begin() {
    known = look(); // the first report of an observer is not a change, and answering it would undo a scroll made meanwhile
    extent = size();
    if (offset === 0 && !way.isPaged && way.position() >= 1)
      follow(); // scrolled in the very frame it was opened in
    else returnToPlace();
    // What fits on the screen is read by being looked at.
    if (!way.fits()) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      timer = 0;
      if (way.fits()) write(); // asked again: the article's end comes in after its words
    }, settle);
  }

  function changed() {
    if (known === undefined) return begin();
    const [looked, filled] = [known, extent];
    known = look();
    extent = size();
    if (known === looked && extent === filled) return;
    if (known !== looked) [standing, atEnd] = [0, false];
    else if (Math.abs(way.position() - settledAt) >= 1 && !way.isAtEnd()) return follow(); // a scroll not yet told of
    returnToPlace();
  }

  const resizing = new ResizeObserver(changed);
  resizing.observe(body);
  resizing.observe(scroller);
  scroller.addEventListener("scroll", follow, { passive: true });
  addEventListener("pagehide", writeIfPending);
  document.addEventListener("visibilitychange", writeIfPending);
  // At its very beginning a page stands by itself: what is to be known of it is read when it has been laid out anyway.
  if (offset > 0 || way.isPaged) begin();
  painted().then(findHeadings, reportError);

  return {
    offset: () => offset,
    goTo(wanted) {
      offset = wanted;
      [standing, atEnd] = [0, false];
      if (offset === 0) way.goToEnd("first");
      returnToPlace();
      clearTimeout(timer);
      timer = window.setTimeout(write, settle);
    },
    reveal(wanted) {
      way.open?.(wanted);
      const line = edgeOf(body, wanted, axis);
      const beyond = line === undefined ? 0 : line - way.edge();
      if (line === undefined || (beyond >= 0 && beyond <= way.reach() * seen.until)) return;
      way.moveTo(way.isPaged ? line : line - way.reach() * seen.from);
      if (way.isPaged) follow();
    },
    turn(screens) {
      way.turn(screens, follow);
      if (way.isPaged) follow();
    },
    goToEnd(end) {
      way.goToEnd(end);
      if (way.isPaged) follow();
    },
    toggleBars() {
      barsHidden = !barsHidden;
      turningAt = way.position();
      show();
    },
    lookChanged() {
      if (known !== undefined) changed();
    },
    bodyGrew: findHeadings,
    stop() {
      writeIfPending();
      stopped = true;
      way.close?.();
      resizing.disconnect();
      scroller.removeEventListener("scroll", follow);
      removeEventListener("pagehide", writeIfPending);
      document.removeEventListener("visibilitychange", writeIfPending);
    },
  };
}
