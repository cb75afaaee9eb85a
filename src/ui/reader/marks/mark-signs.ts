import { type Run, rangeOf } from "#ui/reader/place/reading-place.ts";
import { canPaint, type Placed } from "./highlight-layer.ts";
import "./mark-signs.css";

/** What is drawn this far above and below the screen is there before it is scrolled to. */
const ahead = "50% 0px";

/**
 * Draws into `layer` what paint alone cannot: a sign at the end of each highlight with a note, and where the browser
 * does not paint highlights, their boxes. Only near the screen, so that a long article is never measured as a whole.
 * Returns the function that ends it.
 */
export function drawSigns(layer: HTMLElement, body: HTMLElement, runs: readonly Run[], placed: readonly Placed[]) {
  layer.classList.add("mark-signs");
  const byBlock = new Map<Element, Placed[]>();
  for (const mark of placed) {
    if (canPaint() && !mark.highlight.note) continue;
    const block = rangeOf(runs, mark.start, mark.end).endContainer.parentElement;
    const others = block && byBlock.get(block);
    if (others) others.push(mark);
    else if (block) byBlock.set(block, [mark]);
  }
  const near = new Set<Element>();
  let frame = 0;
  const draw = () => {
    frame = 0;
    const marks = [...near].flatMap((block) => byBlock.get(block) ?? []);
    const origin = layer.getBoundingClientRect();
    const isVertical = getComputedStyle(body).writingMode.startsWith("vertical");
    layer.replaceChildren(...marks.flatMap((mark) => signsOf(runs, mark, origin, isVertical)));
  };
  const drawSoon = () => {
    frame ||= requestAnimationFrame(draw);
  };
  const seeing = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      drawSoon();
    },
    { rootMargin: ahead },
  );
  for (const block of byBlock.keys()) seeing.observe(block);
  const resizing = new ResizeObserver(drawSoon);
  if (byBlock.size > 0) resizing.observe(body);
  return () => {
    cancelAnimationFrame(frame);
    seeing.disconnect();
    resizing.disconnect();
    layer.replaceChildren();
  };
}

function signsOf(
  runs: readonly Run[],
  { highlight, start, end }: Placed,
  origin: DOMRect,
  isVertical: boolean,
): HTMLElement[] {
  const rects = [...rangeOf(runs, start, end).getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const boxes = canPaint() ? [] : rects.map((rect) => boxOf(`mark-box mark-box-${highlight.colour}`, rect, origin));
  const last = rects.at(-1);
  if (!highlight.note || !last) return boxes;
  const sign = boxOf("mark-sign", last, origin);
  sign.style.translate = isVertical ? `${last.width}px ${last.height}px` : `${last.width}px 0`; // where its last word ends
  return [...boxes, sign];
}

function boxOf(name: string, { left, top, width, height }: DOMRect, origin: DOMRect): HTMLElement {
  const box = document.createElement("i");
  box.className = name;
  Object.assign(box.style, {
    left: `${left - origin.left}px`,
    top: `${top - origin.top}px`,
    width: name === "mark-sign" ? "" : `${width}px`,
    height: name === "mark-sign" ? "" : `${height}px`,
  });
  return box;
}
