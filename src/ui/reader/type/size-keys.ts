import { useEffect } from "preact/hooks";
import { clampSize, size, sizeRange } from "./reading-preferences.ts";

/** Two fingers nearer than this, in CSS pixels, say nothing reliable about a change of size. */
const nearest = 40;

/** A touchpad's pinch comes as a wheel; so many of its pixels are one step of type. */
const wheelStep = 24;

/** Makes Ctrl/⌘ with + − 0, a pinch and Ctrl with the wheel set the reading type while an article is open. */
export function useSizeKeys(): void {
  useEffect(() => {
    const closing = new AbortController();
    const { signal } = closing;
    document.addEventListener("keydown", setSize, { signal });
    let from: { span: number; size: number } | undefined;
    document.addEventListener(
      "touchstart",
      (event) => {
        const span = spanOf(event);
        from = span > nearest && isInArticle(event) ? { span, size: size.peek() } : undefined;
      },
      { signal, passive: true },
    );
    document.addEventListener(
      "touchmove",
      (event) => {
        if (!from || event.touches.length !== 2) return;
        size.value = clampSize((from.size * spanOf(event)) / from.span); // `touch-action` keeps the page itself as it is
      },
      { signal, passive: true },
    );
    let turned = 0;
    document.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey || !isInArticle(event)) return;
        event.preventDefault();
        turned += event.deltaY;
        const steps = Math.trunc(turned / wheelStep);
        turned -= steps * wheelStep;
        if (steps !== 0) size.value = clampSize(size.value - steps);
      },
      { signal, passive: false },
    );
    return () => closing.abort();
  }, []);
}

function setSize(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const next = { "+": size.value + 1, "=": size.value + 1, "-": size.value - 1, "0": sizeRange.usual }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  size.value = clampSize(next);
}

function isInArticle(event: Event): boolean {
  return (event.target as Element).closest?.(".reader-page") !== null;
}

/** How far apart two fingers are, in CSS pixels; 0 where there are not two. */
function spanOf({ touches }: TouchEvent): number {
  const [one, other] = touches;
  if (!one || !other || touches.length !== 2) return 0;
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}
