import { useEffect, useRef } from "preact/hooks";

/** What each key of the reading page does; a key that has nothing to do is not taken from the browser. */
export type ReaderKeys = Partial<Record<string, () => void>>;

/** Lets single keys work while an article is open: never while something is written or chosen, or a sheet is open. */
export function useReaderKeys(keys: ReaderKeys): void {
  const present = useRef(keys);
  present.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTaken(event.target as Element)) return;
      const run = present.current[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

/** Whether keys belong to what has the focus: a field, the list beside the article, or whatever lies over the page. */
function isTaken(target: Element): boolean {
  const isWritten = target.closest("input, textarea, select, [contenteditable]:not([contenteditable=false])");
  return Boolean(isWritten || target.closest(".app-list, .app-navigation") || document.querySelector("dialog[open]"));
}
