import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { keepPlaceInList, type ListPlace, placeInList } from "./list-places.ts";
import { RowHeights } from "./row-heights.ts";

/** A card of two lines of title and two of excerpt, in CSS pixels: what one is taken for before it was drawn. */
const usualHeight = 141;

/** Rows drawn before the height of the screen is known: a tall phone's. */
const firstRows = 8;

/** More rows are drawn when less than so many screens are left beyond the edge: often, and few at a time. */
const nearEnough = 0.8;

/** Of a window many times what is needed, as after a far larger screen, the rest is let go. */
const mostDrawn = 4;

/** A list that did not move for so many milliseconds has come to rest. */
const rest = 80;

type Anchor = ListPlace & { index: number };

type RowWindow = {
  scroller: RefObject<HTMLDivElement | null>;
  /** As long as all rows together, so that the scroll bar tells the truth. */
  sizer: RefObject<HTMLDivElement | null>;
  /** Holds the rows that are drawn, in order; each has `data-index`. */
  rows: RefObject<HTMLUListElement | null>;
  /** The rows to draw: from the first to before the last. */
  from: number;
  to: number;
  /** The first and the last of them that are on screen. */
  first: number;
  last: number;
  onScroll: () => void;
  /** Scrolls until a row is on screen, and draws it. */
  show: (index: number) => void;
};

/**
 * Which rows of a long list are drawn: those on screen and a screen's height before and after. Rows are measured as they
 * are drawn, and what the reader looks at stays where it is, whatever turns out above it. `list` names the place to keep.
 */
export function useRowWindow(ids: readonly string[], list: string): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const sizer = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLUListElement>(null);
  const heights = useMemo(() => new RowHeights(usualHeight), []);
  const range = useSignal({ from: 0, to: firstRows });
  const anchor = useRef<Anchor | undefined>(undefined); // where a new order is to be looked at; undefined at the top
  const ordered = useRef<{ ids: readonly string[]; list: string } | undefined>(undefined);
  const resting = useRef(0);
  const height = useRef(0); // of the list on screen; asking for it while drawing would have everything laid out
  const seen = useRef(0); // how far it was scrolled when that was last looked at
  const isFresh = useRef(true); // only what is on screen is drawn at first, and what is about it once that was seen
  const resized = useRef((_isOtherWidth: boolean) => {});
  resized.current = (isOther) => {
    const first = look(ids);
    if (isOther) heights.forget();
    place();
    if (isOther && first && scroller.current) scroller.current.scrollTop = heights.topOf(first.index) + first.above;
    measure();
    follow();
  };
  const isNew = ordered.current?.ids !== ids;
  if (isNew) {
    const before = ordered.current;
    const left = before?.list === list ? look(before.ids) : withIndex(placeInList(list));
    if (before?.list !== list) isFresh.current = true;
    heights.setOrder(ids);
    ordered.current = { ids, list };
    anchor.current = relocate(left, ids);
    // Drawn where they will be looked at, not where the list before was.
    const top = anchor.current ? heights.topOf(anchor.current.index) + anchor.current.above : 0;
    seen.current = top;
    const next = around(top, height.current, isFresh.current ? 0 : 1);
    range.value = next.to > next.from ? next : { from: 0, to: firstRows };
  }

  /** The rows within so many screens of what is on screen. */
  function around(top: number, height: number, screens = 1): { from: number; to: number } {
    const over = height * screens;
    const from = heights.indexAt(top - over);
    const to = heights.indexAt(top + height + over) + 1;
    return { from, to: height > 0 ? to : Math.max(to, from + firstRows) };
  }

  function place(): void {
    if (sizer.current) sizer.current.style.height = `${heights.total}px`;
    if (rows.current) rows.current.style.transform = `translateY(${heights.topOf(range.peek().from)}px)`;
  }

  /** The first row on screen; none at the top. */
  function look(among: readonly string[]): Anchor | undefined {
    const top = scroller.current?.scrollTop ?? 0;
    const index = heights.indexAt(top);
    const id = among[index];
    return top > 0 && id !== undefined ? { id, index, above: top - heights.topOf(index) } : undefined;
  }

  /** Measures what is drawn; what turns out above the first row on screen moves it not. */
  function measure(): void {
    const first = look(ids);
    const before = first ? heights.topOf(first.index) : 0;
    const { current } = scroller;
    const isAtEnd = current && first && current.scrollTop + current.clientHeight >= heights.total;
    let differs = false;
    for (const row of rows.current?.children ?? []) {
      const index = Number((row as HTMLElement).dataset.index);
      if (heights.measure(index, row.getBoundingClientRect().height)) differs = true;
    }
    if (!differs) return;
    place();
    const moved = first ? heights.topOf(first.index) - before : 0;
    if (current && isAtEnd) current.scrollTop = current.scrollHeight;
    else if (current && moved !== 0) current.scrollTop += moved;
  }

  function follow(): void {
    if (!scroller.current) return;
    const { scrollTop, clientHeight } = scroller.current;
    if (clientHeight === 0) return;
    seen.current = scrollTop;
    const { from, to } = range.peek();
    const near = around(scrollTop, clientHeight, isFresh.current ? 0 : nearEnough);
    const isDrawn = near.from >= from && near.to <= to && to - from < mostDrawn * (near.to - near.from);
    if (isDrawn && !isFresh.current) return;
    // New, or flung far away: what is on screen at once, the rest when the list comes to rest.
    const isFar = isFresh.current || near.from >= to || near.to <= from;
    if (!isDrawn) range.value = around(scrollTop, clientHeight, isFar ? 0 : 1);
    clearTimeout(resting.current);
    if (isFar) resting.current = window.setTimeout(settleDown, rest);
  }

  function settleDown(): void {
    isFresh.current = false;
    follow();
  }

  function onScroll(): void {
    if (!scroller.current?.clientHeight) return;
    const first = look(ids);
    keepPlaceInList(list, first && { id: first.id, above: first.above });
    follow();
  }

  useLayoutEffect(() => {
    place();
    if (isNew && scroller.current) {
      const { current } = anchor;
      const top = current ? heights.topOf(current.index) + current.above : 0;
      if (Math.abs(scroller.current.scrollTop - top) >= 1) scroller.current.scrollTop = top;
    }
    measure();
    follow();
    // Not each time something is drawn: an article that opens would be laid out for it before its words are there. Rows
    // that come to be taller are told of below.
  }, [ids, list, range.value]);

  useLayoutEffect(() => {
    let width = 0;
    // Also when faces arrive or the page is zoomed: the rows drawn grow, and with them their list.
    const watcher = new ResizeObserver(() => {
      const now = scroller.current?.clientWidth ?? 0;
      height.current = scroller.current?.clientHeight ?? 0;
      if (now === 0) return;
      resized.current(width > 0 && now !== width);
      width = now;
    });
    if (scroller.current) watcher.observe(scroller.current);
    if (rows.current) watcher.observe(rows.current);
    return () => watcher.disconnect();
  }, []);

  function show(index: number): void {
    const { current } = scroller;
    if (!current) return;
    const [top, bottom] = [heights.topOf(index), heights.topOf(index + 1)];
    if (top < current.scrollTop) current.scrollTop = top;
    else if (bottom > current.scrollTop + current.clientHeight) current.scrollTop = bottom - current.clientHeight;
    onScroll();
  }

  const to = Math.min(range.value.to, ids.length);
  const from = Math.min(range.value.from, to);
  const [first, last] = [heights.indexAt(seen.current), heights.indexAt(seen.current + height.current)];
  return { scroller, sizer, rows, from, to, first, last, onScroll, show };
}

function withIndex(place: ListPlace | undefined): Anchor | undefined {
  return place && { ...place, index: 0 };
}

/** The same row among others; the one now in its place when it is gone; none at the top. */
function relocate(anchor: Anchor | undefined, ids: readonly string[]): Anchor | undefined {
  if (!anchor || ids.length === 0) return undefined;
  const found = ids.indexOf(anchor.id);
  const index = found >= 0 ? found : Math.min(anchor.index, ids.length - 1);
  return { id: ids[index] ?? "", index, above: anchor.above };
}
