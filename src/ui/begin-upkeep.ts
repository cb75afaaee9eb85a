import { keepUp } from "#library/upkeep-clock.ts";
import { whenIdle } from "./reader/body/when-idle.ts";

/** Half a minute after the start whoever came to read is reading; in milliseconds. */
const after = 30_000;

/** Between two articles the disk is left alone for so many milliseconds, and longer while the page has something to do. */
const rest = 60;

/** Lets the weekly look at the library begin, or go on, when nothing else is to do. */
export function beginUpkeep(): void {
  const idle = async () => {
    await new Promise((resolve) => setTimeout(resolve, rest));
    await whenIdle();
  };
  setTimeout(() => {
    keepUp(Date.now(), idle).catch(reportError);
  }, after);
}
