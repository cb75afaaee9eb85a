import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { way } from "#ui/reader/type/reading-preferences.ts";
import "./reading-ruler.css";

/** Where the lines in full light stand until a mouse says otherwise, as a share of the screen. */
const usualPlace = 0.4;

/** Where a line's height is not known in pixels. */
const usualLine = 32;

/** How many lines stay in full light. */
const lines = 3;

/**
 * Dims all but a few lines: they stay in one place and the text moves through them, or they follow the mouse. Pages do
 * not move, so that there it waits for a mouse.
 */
export function ReadingRuler({ scroller, body }: { scroller: HTMLElement; body: HTMLElement }) {
  const isVertical = way.value === "vertical";
  const length = () => (isVertical ? scroller.clientWidth : scroller.clientHeight);
  const whole = useSignal(length());
  const mouse = useSignal<number | undefined>(undefined);
  const lineHeight = Number.parseFloat(getComputedStyle(body).lineHeight) || usualLine;
  useEffect(() => {
    const follow = (event: PointerEvent) => {
      const { top, right } = scroller.getBoundingClientRect();
      if (event.pointerType === "mouse") mouse.value = isVertical ? right - event.clientX : event.clientY - top;
    };
    const resizing = new ResizeObserver(() => (whole.value = length()));
    resizing.observe(scroller);
    scroller.addEventListener("pointermove", follow, { passive: true });
    return () => {
      resizing.disconnect();
      scroller.removeEventListener("pointermove", follow);
    };
  }, [scroller, isVertical]);
  const at = mouse.value ?? (way.value === "pages" ? undefined : whole.value * usualPlace);
  if (at === undefined) return null;
  const half = (lines * lineHeight) / 2;
  const shades = { before: Math.max(at - half, 0), after: Math.max(whole.value - at - half, 0) };
  const style = (side: "before" | "after") => ({ [isVertical ? "width" : "height"]: `${shades[side]}px` });
  return (
    <div class="reading-ruler" data-lines={isVertical ? "vertical" : "level"} aria-hidden="true">
      <div style={{ height: `${scroller.clientHeight}px` }}>
        <i class="ruler-before" style={style("before")} />
        <i class="ruler-after" style={style("after")} />
      </div>
    </div>
  );
}
