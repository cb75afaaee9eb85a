import { sliceAt, startOf } from "#ui/reader/body/body-place.ts";
import { beginsSection, fillSlice, lengthOf, slicesOf } from "#ui/reader/body/slices.ts";
import type { Axis } from "#ui/reader/place/reading-place.ts";
import { motion, share, type Way, within } from "./way.ts";
import "./way-pages.css";

/**
 * So many characters are laid out in pages at once: a slow phone does it in a tenth of a second, and a chapter is
 * seldom longer. A longer article goes on in the next part, on a new page.
 */
const partLength = 20_000;

/** A part may end before a heading from so many characters on. */
const shortPart = 8000;

/** Others have finished scrolling so many milliseconds after their last step. */
const rest = 120;

/** Lines of fewer characters have too little to share out what is left over in them (as in prose.css, whose containers pages cannot be). */
const narrow = 16;

/** A box that touches the next page by less than this, in CSS pixels, is not on it. */
const touch = 1;

/** Pages beside one another, as columns of the page element; a part of a long article at a time. */
export function pagesWay(scroller: HTMLElement, body: HTMLElement): Way {
  const slices = slicesOf(body);
  const parts = partsOf(slices);
  const total = slices.reduce((sum, slice) => sum + lengthOf(slice), 0);
  let part = -1;
  let page = 0;
  let from = 0; // where the present turn began, in pixels
  let resting = 0;

  const gap = () => Number.parseFloat(getComputedStyle(scroller).columnGap);
  const step = () => scroller.getBoundingClientRect().width + gap();
  const count = () => Math.max(Math.round((scroller.scrollWidth + gap()) / step()), 1);
  const pageAt = (x: number) => Math.floor((x - scroller.getBoundingClientRect().left + scroller.scrollLeft) / step());
  const axis: Axis = { start: (box) => pageAt(box.left + touch), end: (box) => pageAt(box.right - touch) + 1 };

  function show(wanted: number, behavior: ScrollBehavior) {
    from = scroller.scrollLeft;
    page = within(0, wanted, count() - 1);
    scroller.scrollTo({ left: page * step(), behavior });
  }

  function openPart(wanted: number) {
    if (wanted === part) return;
    part = wanted;
    for (const [at, slicesOfPart] of parts.entries()) {
      for (const slice of slicesOfPart) {
        if (at === part) fillSlice(slice);
        if (parts.length > 1) slice.toggleAttribute("data-away", at !== part);
      }
    }
    scroller.toggleAttribute("data-later-part", part > 0);
    scroller.toggleAttribute("data-earlier-part", part < parts.length - 1);
  }

  return {
    scroller,
    axis,
    slack: 0,
    isPaged: true,
    edge: () => page,
    reach: () => 1,
    open(offset) {
      const { fontSize } = getComputedStyle(body);
      scroller.toggleAttribute("data-narrow", scroller.clientWidth < narrow * Number.parseFloat(fontSize));
      const slice = sliceAt(slices, offset);
      openPart(
        Math.max(
          parts.findIndex((some) => slice && some.includes(slice)),
          0,
        ),
      );
      if (offset === 0) show(0, "instant");
    },
    moveTo: (place) => show(place, "instant"),
    position: () => part * 1e6 + page, // no part has so many pages
    settle(moved) {
      clearTimeout(resting);
      resting = window.setTimeout(() => {
        const at = scroller.scrollLeft;
        const ours = page * step();
        const isOurs = Math.min(from, ours) - touch <= at && at <= Math.max(from, ours) + touch;
        if (isOurs) {
          show(page, "instant"); // a turn that a slow device has not begun, or not ended
          return;
        }
        // What was brought on screen lies on the page that began to show.
        show(at > ours ? Math.ceil(at / step()) : Math.floor(at / step()), "instant");
        moved();
      }, rest);
    },
    turn(screens) {
      const next = page + screens;
      if (next >= 0 && next < count()) show(next, motion(scroller));
      else if (parts[part + screens]) {
        openPart(part + screens);
        show(screens > 0 ? 0 : count() - 1, "instant");
      }
    },
    goToEnd(end) {
      openPart(end === "first" ? 0 : parts.length - 1);
      show(end === "first" ? 0 : count() - 1, "instant");
    },
    isAtEnd: () => part === parts.length - 1 && page >= count() - 1,
    fits: () => parts.length === 1 && count() === 1,
    close() {
      clearTimeout(resting);
      for (const slice of slices) slice.removeAttribute("data-away");
      for (const name of ["data-later-part", "data-earlier-part", "data-narrow"]) scroller.removeAttribute(name);
    },
    progress() {
      const { number, count } = this.page?.() ?? { number: 1, count: 1 };
      return share(number - 1, count - number);
    },
    page() {
      const here = count();
      if (parts.length === 1) return { number: page + 1, count: here, isExact: true };
      const [first] = parts[part] ?? [];
      const length = parts[part]?.reduce((sum, slice) => sum + lengthOf(slice), 0) ?? total;
      const before = first ? startOf(slices, first) : 0;
      const perPage = Math.max(length / here, 1);
      const pagesBefore = Math.ceil(before / perPage);
      const after = Math.ceil((total - before - length) / perPage);
      return { number: pagesBefore + page + 1, count: pagesBefore + here + after, isExact: false };
    },
  };
}

/** Slices that are laid out together: a chapter, where the article has some of the right length. */
function partsOf(slices: HTMLElement[]): HTMLElement[][] {
  const parts: HTMLElement[][] = [];
  let present: HTMLElement[] = [];
  let length = 0;
  for (const slice of slices) {
    const isFull = length + lengthOf(slice) > partLength || (length >= shortPart && beginsSection(slice));
    if (present.length > 0 && isFull) {
      parts.push(present);
      present = [];
      length = 0;
    }
    present.push(slice);
    length += lengthOf(slice);
  }
  parts.push(present);
  return parts;
}
