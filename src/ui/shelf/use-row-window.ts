import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { keepPlaceInList, type ListPlace, placeInList } from "./list-places.ts";
import { RowHeights } from "./row-heights.ts";

/** A card of two lines of title and two of excerpt, in CSS pixels: what one is taken for before it was drawn. */
const usualHeight = 141;

/** Rows drawn before the height of the screen is known: a tall phone's. */
const firstRows = 8;

type RowWindow = {
  scroller: RefObject<HTMLDivElement | null>;
  /** As long as all rows together, so that the scroll bar tells the truth. */
  sizer: RefObject<HTMLDivElement | null>;
  /** Holds the rows that are drawn, in order; each has `data-index`. */
  rows: RefObject<HTMLUListElement | null>;
  /** The rows to draw: from the first to before the last. */
  from: number;
  to: number;
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
  const anchor = useRef<(ListPlace & { index: number }) | undefined>(undefined); // undefined at the top
  const ordered = useRef<{ ids: readonly string[]; list: string } | undefined>(undefined);
  const isNew = ordered.current?.ids !== ids;
  if (isNew) {
    heights.setOrder(ids);
    if (ordered.current?.list !== list) anchor.current = withIndex(placeInList(list));
    ordered.current = { ids, list };
    anchor.current = relocate(anchor.current, ids);
    // Drawn where they will be looked at, not where the list before was.
    const top = anchor.current ? heights.topOf(anchor.current.index) + anchor.current.above : 0;
    const next = around(top, scroller.current?.clientHeight ?? 0);
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

  function measure(): boolean {
    let differs = false;
    for (const row of rows.current?.children ?? []) {
      const index = Number((row as HTMLElement).dataset.index);
      if (heights.measure(index, row.getBoundingClientRect().height)) differs = true;
    }
    return differs;
  }

  /** Puts what the reader looked at where it was. */
  function hold(): void {
    const { current } = anchor;
    const top = current ? heights.topOf(current.index) + current.above : 0;
    if (scroller.current && Math.abs(scroller.current.scrollTop - top) >= 1) scroller.current.scrollTop = top;
  }

  function follow(): void {
    if (!scroller.current) return;
    const { scrollTop, clientHeight } = scroller.current;
    if (clientHeight === 0) return;
    const { from, to } = range.peek();
    const near = around(scrollTop, clientHeight, 0.5);
    if (near.from >= from && near.to <= to && to - from < 12 * (near.to - near.from)) return;
    // Flung far away: what is on screen first, the rest with the next frame.
    const isFar = near.from >= to || near.to <= from;
    range.value = around(scrollTop, clientHeight, isFar ? 0 : 1);
    if (isFar) requestAnimationFrame(follow);
  }

  function onScroll(): void {
    if (!scroller.current || scroller.current.clientHeight === 0) return;
    const { scrollTop } = scroller.current;
    const index = heights.indexAt(scrollTop);
    const id = ids[index];
    anchor.current =
      scrollTop > 0 && id !== undefined ? { id, index, above: scrollTop - heights.topOf(index) } : undefined;
    keepPlaceInList(list, anchor.current && { id: anchor.current.id, above: anchor.current.above });
    follow();
  }

  useLayoutEffect(() => {
    place();
    if (measure()) place();
    if (isNew || anchor.current) hold();
    follow();
  });

  useLayoutEffect(() => {
    let width = 0;
    const settle = () => {
      const before = width;
      width = scroller.current?.clientWidth ?? 0;
      if (before > 0 && width > 0 && before !== width) heights.forget();
      if (width === 0) return;
      measure();
      place();
      hold();
      follow();
    };
    // Also when faces arrive or the page is zoomed: the rows drawn grow, and with them their list.
    const watcher = new ResizeObserver(settle);
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

  const last = Math.min(range.value.to, ids.length);
  return { scroller, sizer, rows, from: Math.min(range.value.from, last), to: last, onScroll, show };
}

function withIndex(place: ListPlace | undefined) {
  return place && { ...place, index: 0 };
}

/** The same row among others; the one now in its place when it is gone; none at the top. */
function relocate(anchor: (ListPlace & { index: number }) | undefined, ids: readonly string[]) {
  if (!anchor || ids.length === 0) return undefined;
  const found = ids.indexOf(anchor.id);
  const index = found >= 0 ? found : Math.min(anchor.index, ids.length - 1);
  return { id: ids[index] ?? "", index, above: anchor.above };
}
