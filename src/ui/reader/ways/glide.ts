/** How long a turn of the page is seen to take, in milliseconds. */
const duration = 220;

/**
 * Moves by whole CSS pixels, a little each frame, slower and slower. The browser's own smooth scrolling goes to a fixed
 * point, and misses it where what is out of sight changes its size meanwhile. Returns what ends it at once, at its goal.
 */
export function glide(distance: number, move: (by: number) => void): () => void {
  const start = performance.now();
  let done = 0;
  let frame = requestAnimationFrame(step);

  function goTo(part: number) {
    const by = Math.round(distance * part) - done;
    done += by;
    if (by !== 0) move(by);
  }

  function step(now: number) {
    const left = 1 - Math.min(Math.max((now - start) / duration, 0), 1);
    if (left > 0) frame = requestAnimationFrame(step);
    goTo(1 - left ** 3);
  }

  return () => {
    cancelAnimationFrame(frame);
    goTo(1);
  };
}
