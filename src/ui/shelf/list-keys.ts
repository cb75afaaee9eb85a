import { shownList } from "./list-state.ts";

/** What each key does with the article it is at, if at any. */
export type ListKeys = Record<string, (id: string | undefined) => void>;

/** Frames a card may take to be read and drawn after it was scrolled to. */
const patience = 30;

/** Lets single keys work in the list on screen: never while something is written or composed, or lies over it. Gives how to end it. */
export function watchKeys(keys: ListKeys): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const list = shownList.peek();
    if (!list || isTaken(event.target as Element, list.element)) return;
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      void step(event.key === "j" ? 1 : -1);
      return;
    }
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run(idAt());
  };
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}

/** Whether keys belong to something else: a field, the article, or whatever lies over the list. */
function isTaken(target: Element, list: HTMLElement): boolean {
  const isWritten = target.closest("input, textarea, select, [contenteditable]:not([contenteditable=false])");
  return Boolean(
    isWritten ||
      target.closest(".app-reader") ||
      list.closest("[inert]") ||
      document.querySelector("dialog[open], :popover-open"),
  );
}

/** The article that has the focus, or the open one. */
function idAt(): string | undefined {
  const list = shownList.peek()?.element;
  const focused = document.activeElement?.closest<HTMLElement>(".article-card");
  const open = list?.querySelector<HTMLElement>(".article-card[data-open=true]");
  return (focused ?? open)?.dataset.id;
}

/** Moves the focus to the next article or the one before; to the first on screen when none has it. */
async function step(by: number): Promise<void> {
  const list = shownList.peek();
  if (!list || list.ids.length === 0) return;
  const id = idAt();
  const at = id === undefined ? -1 : list.ids.indexOf(id);
  const next = at < 0 ? firstOnScreen(list.element) : Math.min(Math.max(at + by, 0), list.ids.length - 1);
  list.show(next);
  for (let frame = 0; frame < patience; frame++) {
    const link = list.element.querySelector<HTMLElement>(`[data-index="${next}"] > a`);
    if (link) {
      link.focus({ preventScroll: true });
      list.show(next); // now that it is measured
      return;
    }
    await new Promise(requestAnimationFrame);
  }
}

function firstOnScreen(list: HTMLElement): number {
  const { top } = list.getBoundingClientRect();
  const card = [...list.querySelectorAll<HTMLElement>(".article-card")].find(
    (one) => one.getBoundingClientRect().top >= top - 1,
  );
  return Number(card?.dataset.index ?? 0);
}
