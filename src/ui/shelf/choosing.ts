import { selected, shownList } from "./list-state.ts";

/** A finger that rests on a card for so many milliseconds chooses it. */
const longPress = 480;

/** A finger that moved further than this, in CSS pixels, does not rest. */
const tremble = 10;

/** Lets articles be chosen: by a long press, with Ctrl, ⌘ or Shift and a click, and by any tap once one is. Gives how to end it. */
export function watchChoosing(list: HTMLElement): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let timer = 0;
  let begun: { x: number; y: number } | undefined;
  let pressed = false;
  let last: string | undefined;

  const rowOf = (event: Event) => (event.target as Element).closest<HTMLElement>("[data-id]")?.dataset.id;
  const stop = () => clearTimeout(timer);

  const down = (event: PointerEvent) => {
    stop();
    pressed = false;
    const id = rowOf(event);
    if (event.pointerType !== "touch" || !id || selected.peek()) return;
    begun = { x: event.clientX, y: event.clientY };
    timer = window.setTimeout(() => {
      pressed = true;
      last = id;
      navigator.vibrate?.(10);
      selected.value = new Set([id]);
    }, longPress);
  };

  const move = (event: PointerEvent) => {
    if (begun && Math.hypot(event.clientX - begun.x, event.clientY - begun.y) > tremble) stop();
  };

  const click = (event: MouseEvent) => {
    const id = rowOf(event);
    const isMany = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!id || !(selected.peek() || isMany)) return;
    event.preventDefault();
    event.stopPropagation();
    if (pressed) {
      pressed = false; // the lifting of the finger that chose it
      return;
    }
    choose(id, event.shiftKey ? last : undefined);
    last = id;
  };

  const menu = (event: Event) => {
    if (pressed || selected.peek()) event.preventDefault(); // a long press is ours
  };

  list.addEventListener("pointerdown", down, { signal });
  list.addEventListener("pointermove", move, { signal });
  for (const end of ["pointerup", "pointercancel"]) list.addEventListener(end, stop, { signal });
  list.addEventListener("scroll", stop, { signal });
  list.addEventListener("contextmenu", menu, { signal });
  list.addEventListener("click", click, { signal, capture: true });
  return () => {
    stop();
    listening.abort();
  };
}

/** Chooses an article or lets go of it; with another one given, chooses all from that to this. */
export function choose(id: string, from?: string): void {
  const ids = shownList.peek()?.ids ?? [];
  const next = new Set(selected.peek());
  const [first, last] = [ids.indexOf(from ?? ""), ids.indexOf(id)].sort((a, b) => a - b);
  if (from !== undefined && first !== undefined && first >= 0) {
    for (const one of ids.slice(first, Number(last) + 1)) next.add(one);
  } else if (next.has(id)) {
    next.delete(id);
  } else {
    next.add(id);
  }
  selected.value = next;
}
