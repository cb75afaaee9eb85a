type Yielding = { scheduler?: { yield?: () => Promise<void> } };

/**
 * Lets the page draw and answer before long work goes on. A timer would do, but browsers make nested timers wait
 * 4 ms each (HTML standard, timer initialisation), which a thousand pages would feel.
 */
export function breathe(): Promise<void> {
  const { scheduler } = globalThis as Yielding;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
