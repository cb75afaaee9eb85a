// An engine of `npm run bench:search` on a thread of its own in a page, asked from outside.

/** A page with the engine on a thread of its own, and the way to ask it. */
export async function openThread(context, origin, engine) {
  const page = await context.newPage();
  await page.goto(origin);
  const session = await context.newCDPSession(page);
  let worker;
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") worker = sessionId;
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  await page.evaluate(async (script) => {
    const thread = new Worker(script, { type: "module" });
    let number = 0;
    await new Promise((resolve) => thread.addEventListener("message", resolve, { once: true }));
    globalThis.ask = (deed, words) =>
      new Promise((resolve, reject) => {
        const mine = ++number;
        thread.addEventListener("message", function take({ data }) {
          if (data.number !== mine) return;
          thread.removeEventListener("message", take);
          if (data.error) reject(new Error(data.error));
          else resolve(data.answer);
        });
        thread.postMessage({ number: mine, deed, words });
      });
  }, `/${engine}/engine.js`);
  const send = (method) =>
    new Promise((resolve) => {
      const take = ({ message }) => {
        const { id, result } = JSON.parse(message);
        if (id !== 7) return;
        session.off("Target.receivedMessageFromTarget", take);
        resolve(result);
      };
      session.on("Target.receivedMessageFromTarget", take);
      session.send("Target.sendMessageToTarget", { sessionId: worker, message: JSON.stringify({ id: 7, method }) });
    });
  return {
    do: (deed, words) => page.evaluate(([deed, words]) => globalThis.ask(deed, words), [deed, words]),
    async heap() {
      await send("HeapProfiler.collectGarbage");
      const { usedSize, embedderHeapUsedSize, backingStorageSize } = await send("Runtime.getHeapUsage");
      return Math.round((usedSize + embedderHeapUsedSize + backingStorageSize) / 1e5) / 10;
    },
    async end(isOpen = true) {
      if (isOpen) await page.evaluate(() => globalThis.ask("close"));
      await page.close();
    },
  };
}
