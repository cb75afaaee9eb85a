/** Whether this browser can keep the screen on. */
export const canKeepAwake = "wakeLock" in navigator;

let holders = 0;
let lock: WakeLockSentinel | undefined;

/** Keeps the screen on until the returned function is called; several may ask at a time. */
export function keepAwake(): () => void {
  holders++;
  void acquire();
  document.addEventListener("visibilitychange", acquire);
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    holders--;
    if (holders > 0) return;
    document.removeEventListener("visibilitychange", acquire);
    void lock?.release();
    lock = undefined;
  };
}

/** The browser lets go whenever the page is hidden; when it is seen again it is asked again. */
async function acquire(): Promise<void> {
  if (!canKeepAwake || document.visibilityState !== "visible" || (lock && !lock.released)) return;
  try {
    const got = await navigator.wakeLock.request("screen");
    if (holders > 0 && (!lock || lock.released)) lock = got;
    else await got.release();
  } catch {
    // A battery low on power refuses; the screen then goes dark as it always does.
  }
}
