import type { Axis } from "#ui/reader/place/reading-place.ts";

/** A page and how many there are; not exact where some of a long article is not laid out. */
export type PageNumber = { number: number; count: number; isExact: boolean };

/** A way through an article: how its lines follow one another, and how one moves along them. */
export type Way = {
  /** The element that moves when one goes on. */
  scroller: HTMLElement;
  axis: Axis;
  /** How far beyond the edge a line may begin and still be whole, on the axis: half a pixel is no loss. */
  slack: number;
  /** Whether one goes on by whole pages. */
  isPaged: boolean;
  /** Where the first whole line on screen begins, on the axis. */
  edge: () => number;
  /** How much of the axis is on screen. */
  reach: () => number;
  /** Makes the part with a character one that can be gone to. */
  open?: (offset: number) => void;
  /** Brings what stands somewhere on the axis to the edge. */
  moveTo: (place: number) => void;
  /** How far along one is, in a measure of the way's own: more is further. */
  position: () => number;
  /** Comes to rest where others scrolled to, a search of the browser's, the focus, a link, and says so. */
  settle?: (moved: () => void) => void;
  /** Goes a screen or a page on, or back; says each step of that it makes by itself. */
  turn: (screens: 1 | -1, moved: () => void) => void;
  goToEnd: (end: "first" | "last") => void;
  isAtEnd: () => boolean;
  /** Whether all of the article is on screen. */
  fits: () => boolean;
  /** How much has been read, 0 to 1. */
  progress: () => number;
  page?: () => PageNumber;
  /** Leaves the page as another way may have it. */
  close?: () => void;
};

/** Whether what moves may be seen to move: not on 墨 paper, nor where the system asks for stillness. */
export function motion(element: Element): ScrollBehavior {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return still || element.closest('[data-paper="ink"]') ? "instant" : "smooth";
}

/** How much has been read, 0 to 1: nothing before one has moved, all once nothing is left; both in pixels or pages. */
export function share(gone: number, left: number): number {
  return left < 1 ? 1 : within(0, gone / (gone + left), 1);
}

/** A number between two bounds. */
export function within(low: number, value: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
