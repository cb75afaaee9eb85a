// Going on by tap, swipe, wheel and key.

import type { Following } from "#ui/reader/place/follow-place.ts";
import { presentReadingPaper, way } from "#ui/reader/type/reading-preferences.ts";
import { leaveArticle } from "#ui/router.ts";

/** Taps in the first and the last part of a page turn it; between them they call the bars. */
const edgeZone = 0.3;

/** A swipe is longer than this, in CSS pixels, and more across than along. */
const swipe = 36;

/** A wheel turns one page for so many of its pixels, and then rests so many milliseconds: one push is one page. */
const wheelTurn = { pixels: 40, rest: 260 };

/** Lines an arrow key moves a vertical page by. */
const arrowLines = 3;

type Step = 1 | -1;

/** Whether the finger went down while something lay open over the page: its tap puts that away and does no more. */
let putsAway = false;

/** Turns the screen, or shows and hides the bars, for a tap somewhere on the page. */
export function answerTap(event: MouseEvent, following: Following | undefined): void {
  const screen = (event.target as Element).closest(".reader-screen");
  if (!following || !screen || putsAway || !isBareTap(event)) return;
  const step = stepAt(event, screen);
  if (step) following.turn(step);
  else following.toggleBars();
}

/** Which way a tap goes: at the sides of pages; on 墨 paper also above and below, for screens on which scrolling smears. */
function stepAt(event: MouseEvent, screen: Element): Step | undefined {
  const box = screen.getBoundingClientRect();
  const isInk = presentReadingPaper.peek() === "ink";
  if (way.peek() === "scroll") return isInk ? zone((event.clientY - box.top) / box.height) : undefined;
  const step = zone((event.clientX - box.left) / box.width);
  if (way.peek() === "pages") return step;
  return isInk && step ? (-step as Step) : undefined; // lines follow one another to the left
}

function zone(part: number): Step | undefined {
  if (part < edgeZone) return -1;
  return part > 1 - edgeZone ? 1 : undefined;
}

/** A tap on the page itself: not on something that answers by itself, not the end of a selection. */
function isBareTap(event: MouseEvent): boolean {
  const target = event.target as Element;
  return (
    !event.defaultPrevented &&
    !target.closest("a, button, summary, input, .table-box, [role=button]") &&
    (getSelection()?.isCollapsed ?? true)
  );
}

/** Listens for swipes, wheel and keys that turn pages until `closing`. */
export function listenForTurns(page: HTMLElement, following: () => Following | undefined, closing: AbortSignal): void {
  let from: Touch | undefined;
  let turned = 0;
  let restUntil = 0;
  document.addEventListener(
    "pointerdown",
    () => {
      putsAway = document.querySelector(".footnote:popover-open, .menu-list:popover-open") !== null;
    },
    { passive: true, signal: closing, capture: true },
  );
  page.addEventListener(
    "touchstart",
    (event) => {
      from = event.touches.length === 1 && !isScrollable(event.target as Element, page) ? event.touches[0] : undefined;
    },
    { passive: true, signal: closing },
  );
  page.addEventListener(
    "touchend",
    (event) => {
      const to = event.changedTouches[0];
      if (!from || !to || way.peek() !== "pages" || !(getSelection()?.isCollapsed ?? true)) return;
      const [across, along] = [to.clientX - from.clientX, to.clientY - from.clientY];
      if (Math.abs(across) > swipe && Math.abs(across) > Math.abs(along)) following()?.turn(across < 0 ? 1 : -1);
    },
    { passive: true, signal: closing },
  );
  page.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || way.peek() === "scroll" || isScrollable(event.target as Element, page)) return;
      const distance = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY;
      if (way.peek() === "vertical") {
        if (event.deltaX === 0) page.scrollLeft -= event.deltaY; // a wheel that goes down goes on
        return;
      }
      if (event.timeStamp < restUntil) return;
      turned += distance;
      if (Math.abs(turned) < wheelTurn.pixels) return;
      following()?.turn(turned > 0 ? 1 : -1);
      turned = 0;
      restUntil = event.timeStamp + wheelTurn.rest;
    },
    { passive: true, signal: closing },
  );
  document.addEventListener("keydown", (event) => answerKey(event, page, following()), { signal: closing });
}

function answerKey(event: KeyboardEvent, page: HTMLElement, following: Following | undefined): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (document.querySelector("dialog[open], :popover-open")) return;
  const target = event.target as Element;
  if (target.closest("input, textarea, select, [contenteditable]")) return;
  if (event.key === "Escape") {
    if (getSelection()?.isCollapsed ?? true) leaveArticle();
    return;
  }
  if (!following || target.closest(".app-list, .app-navigation, .table-box")) return;
  if (event.key === " " && target.closest("a, button, summary, [role=button]")) return;
  const deed = deedOf(event, page, following);
  if (!deed) return;
  event.preventDefault();
  deed();
}

/** What a key does on the way one is on; a page that scrolls down leaves most of them to the browser. */
function deedOf(event: KeyboardEvent, page: HTMLElement, following: Following): (() => void) | undefined {
  const isScroll = way.peek() === "scroll";
  if (isScroll && presentReadingPaper.peek() !== "ink") return undefined;
  const key = event.key === " " && event.shiftKey ? "Shift+Space" : event.key;
  const screens: Record<string, Step> = { " ": 1, PageDown: 1, "Shift+Space": -1, PageUp: -1 };
  if (!isScroll) Object.assign(screens, { ArrowDown: 1, ArrowUp: -1 });
  if (way.peek() === "pages") Object.assign(screens, { ArrowRight: 1, ArrowLeft: -1 });
  const step = screens[key];
  if (step) return () => following.turn(step);
  if (isScroll) return undefined;
  if (key === "Home" || key === "End") return () => following.goToEnd(key === "Home" ? "first" : "last");
  if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
  const lines = (key === "ArrowLeft" ? -1 : 1) * arrowLines;
  return () => page.scrollBy({ left: lines * Number.parseFloat(getComputedStyle(page).fontSize) * 2 });
}

/** Whether something inside the page scrolls sideways by itself, and has more to show. */
function isScrollable(target: Element, page: HTMLElement): boolean {
  const box = target.closest(".table-box, pre");
  return box !== null && page.contains(box) && box.scrollWidth > box.clientWidth;
}
