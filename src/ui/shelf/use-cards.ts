import { useEffect, useRef } from "preact/hooks";

/** So many cards are made in one frame: on a slow phone each takes some five milliseconds to make, lay out and paint. */
const perFrame = 3;

/**
 * Which of the rows that are drawn have their cards, given in the order they are wanted: those that had them, all of a list
 * just opened, and of the others a few in each frame. `isThere` says whether a row can be drawn; `again` draws the list anew.
 */
export function useCards(
  list: string,
  wanted: readonly string[],
  isThere: (id: string) => boolean,
  again: () => void,
): ReadonlySet<string> {
  const made = useRef<{ list: string; ids: ReadonlySet<string> } | undefined>(undefined);
  const allowance = useRef({ frame: -1, left: 0 });
  const isOpening = made.current?.list !== list;
  const now = frameTime();
  if (allowance.current.frame !== now) allowance.current = { frame: now, left: perFrame };
  const ids = new Set<string>();
  let isShort = false;
  for (const id of wanted) {
    if (!isThere(id)) continue;
    const isNew = !isOpening && !made.current?.ids.has(id);
    if (isNew && allowance.current.left === 0) isShort = true;
    else ids.add(id);
    if (isNew && ids.has(id)) allowance.current.left--;
  }
  made.current = { list, ids };
  useEffect(() => {
    if (!isShort) return;
    let frame = 0;
    // Asked for in a frame, the next may be the same.
    const wait = () => {
      frame = requestAnimationFrame(() => (frameTime() === allowance.current.frame ? wait() : again()));
    };
    wait();
    return () => cancelAnimationFrame(frame);
  });
  return ids;
}

/** The same all through one frame. */
function frameTime(): number {
  return Number(document.timeline.currentTime ?? 0);
}
