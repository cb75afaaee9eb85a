import { useEffect } from "preact/hooks";
import { clampSize, size, sizeRange } from "#ui/preferences.ts";

/** Makes Ctrl/⌘ with + − 0 set the reading type while an article is open. */
export function useSizeKeys(): void {
  useEffect(() => {
    document.addEventListener("keydown", setSize);
    return () => document.removeEventListener("keydown", setSize);
  }, []);
}

function setSize(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const next = { "+": size.value + 1, "=": size.value + 1, "-": size.value - 1, "0": sizeRange.usual }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  size.value = clampSize(next);
}
