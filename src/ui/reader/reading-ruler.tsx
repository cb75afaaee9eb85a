import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import "./reading-ruler.css";

/** Where the lines in full light stand until a pointer says otherwise, as a share of the height. */
const usualHeight = 0.4;

/** How many lines stay in full light. */
const lines = 3;

/** Dims all but a few lines: they stay at one height and the text moves through them, or they follow the mouse. */
export function ReadingRuler({ scroller, body }: { scroller: HTMLElement; body: HTMLElement }) {
  const at = useSignal(scroller.clientHeight * usualHeight);
  const height = useSignal(scroller.clientHeight);
  const lineHeight = Number.parseFloat(getComputedStyle(body).lineHeight) || 32;
  useEffect(() => {
    const follow = (event: PointerEvent) => {
      if (event.pointerType === "mouse") at.value = event.clientY - scroller.getBoundingClientRect().top;
    };
    const resizing = new ResizeObserver(() => (height.value = scroller.clientHeight));
    resizing.observe(scroller);
    scroller.addEventListener("pointermove", follow, { passive: true });
    return () => {
      resizing.disconnect();
      scroller.removeEventListener("pointermove", follow);
    };
  }, [scroller]);
  const half = (lines * lineHeight) / 2;
  const above = Math.max(at.value - half, 0);
  const below = Math.max(height.value - at.value - half, 0);
  return (
    <div class="reading-ruler" aria-hidden="true">
      <i style={{ height: `${above}px`, bottom: `${height.value - above}px` }} />
      <i style={{ height: `${below}px`, bottom: 0 }} />
    </div>
  );
}
