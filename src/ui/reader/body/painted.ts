/** A hidden page is not painted: after so many milliseconds what waits goes on all the same. */
const patience = 250;

/** Waits until what has just been put on the page can be seen. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, patience);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
