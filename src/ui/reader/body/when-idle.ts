/** The least time worth beginning a piece of work in, in milliseconds: less is left when the page is scrolled. */
const enough = 8;

/** After so many milliseconds without a moment of rest the work goes on all the same. */
const patience = 400;

/** A browser that does not say when it is idle gets a pause of so many milliseconds between pieces. */
const pause = 8;

/** Waits until the page has nothing better to do. */
export async function whenIdle(): Promise<void> {
  if (!("requestIdleCallback" in globalThis)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    return;
  }
  const late = performance.now() + patience;
  for (;;) {
    const deadline = await new Promise<IdleDeadline>((resolve) => requestIdleCallback(resolve, { timeout: patience }));
    if (deadline.timeRemaining() >= enough || performance.now() >= late) return;
  }
}
