// W3C WebDriver over fetch, under the names Playwright's Page uses, so that the same specs drive WebKit.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Session, UiPage, Wait } from "./session.ts";

type Send = <Answer>(method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<Answer>;

const elementKey = "element-6066-11e4-a52e-4f735466cecf"; // the name the W3C gave it
const patience = 30_000; // ms to wait for a page to come round
const pause = 50; // ms between two looks at the page
const farewell = 150; // ms in which a browser told to quit writes its storage out

/** Starts a WebDriver program, which starts the browser its capabilities describe. */
export async function startWebDriver(
  program: string,
  environment: NodeJS.ProcessEnv,
  capabilities: object,
): Promise<Session> {
  const port = await freePort();
  const driver = spawn(program, [`--port=${port}`], {
    env: { ...process.env, ...environment },
    stdio: "ignore",
    detached: true, // a process group of its own, so that nothing of the browser stays behind
  });
  const exited = once(driver, "exit");
  const address = `http://127.0.0.1:${port}`;
  await until(() => fetch(`${address}/status`), patience);
  const toDriver = sender(address);
  const { sessionId } = await toDriver<{ sessionId: string }>("POST", "/session", {
    capabilities: { alwaysMatch: capabilities },
  });
  const send = sender(`${address}/session/${sessionId}`);
  await send("POST", "/timeouts", { script: 30_000, pageLoad: 30_000, implicit: 0 });

  let current = await send<string>("GET", "/window");
  /** Sends to one window, switching to it where the last command went to another. */
  const inWindow =
    (handle: string): Send =>
    async (method, path, body) => {
      if (current !== handle) await send("POST", "/window", { handle });
      current = handle;
      return send(method, path, body);
    };

  async function popup(trigger: () => Promise<unknown>) {
    const before = await send<string[]>("GET", "/window/handles");
    await trigger();
    return until(async () => {
      const opened = (await send<string[]>("GET", "/window/handles")).find((handle) => !before.includes(handle));
      if (!opened) throw new Error("No window opened");
      return webDriverPage(inWindow(opened));
    }, patience);
  }

  async function end(signal: NodeJS.Signals) {
    if (driver.exitCode !== null || driver.signalCode !== null) return;
    process.kill(-Number(driver.pid), signal);
    await exited;
  }
  async function close() {
    if (driver.exitCode !== null || driver.signalCode !== null) return;
    await send("DELETE", "").catch(() => undefined);
    await sleep(farewell);
    await end("SIGTERM");
  }
  return { page: webDriverPage(inWindow(current)), popup, close, kill: () => end("SIGKILL") };
}

function webDriverPage(send: Send): UiPage {
  async function evaluate<Answer, Argument>(run: string | ((argument: Argument) => Answer), argument?: Argument) {
    const call = typeof run === "string" ? run : `(${run})(argument)`;
    const script = `const [argument, done] = arguments;
      new Promise((resolve) => resolve(${call}))
        .then((answer) => done({ answer }), (error) => done({ error: String(error && error.stack || error) }));`;
    const args = [argument ?? null];
    const { answer, error } = await send<{ answer: Awaited<Answer>; error?: string }>("POST", "/execute/async", {
      script,
      args,
    });
    if (error) throw new Error(error);
    return answer;
  }

  async function waitForFunction<Argument>(run: (argument: Argument) => unknown, argument: Argument, wait: Wait = {}) {
    await until(async () => {
      if (!(await evaluate(run, argument))) throw new Error(`The page never came to answer yes to ${run}`);
    }, wait.timeout ?? patience);
  }

  const waitForSelector = (selector: string, wait?: Wait) => waitForFunction(isVisible, selector, wait);

  async function element(selector: string) {
    await waitForFunction((wanted) => document.querySelector(wanted) !== null, selector);
    const found = await send<Record<string, string>>("POST", "/element", { using: "css selector", value: selector });
    return `/element/${found[elementKey]}`;
  }

  return {
    evaluate,
    waitForFunction,
    waitForSelector,
    goto: (url) => send("POST", "/url", { url }),
    reload: () => send("POST", "/refresh"),
    async click(selector) {
      await waitForSelector(selector);
      await until(async () => send("POST", `${await element(selector)}/click`), patience);
    },
    async fill(selector, text) {
      await waitForSelector(selector);
      const field = await element(selector);
      await send("POST", `${field}/clear`);
      await send("POST", `${field}/value`, { text });
    },
    async setInputFiles(selector, paths) {
      await send("POST", `${await element(selector)}/value`, { text: paths.join("\n") });
    },
    async textContent(selector) {
      await element(selector);
      return evaluate((wanted) => document.querySelector(wanted)?.textContent ?? null, selector);
    },
    async screenshot({ path }) {
      await writeFile(path, Buffer.from(await send<string>("GET", "/screenshot"), "base64"));
    },
  };
}

function isVisible(selector: string) {
  const found = document.querySelector(selector);
  return found !== null && found.getClientRects().length > 0;
}

function sender(base: string): Send {
  return async (method, path, body) => {
    const message = method === "POST" ? { body: JSON.stringify(body ?? {}) } : {};
    const response = await fetch(base + path, { method, ...message, headers: { "content-type": "application/json" } });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };
}

/** Tries again until it no longer throws, and throws the last error when the time is up. */
async function until<Answer>(attempt: () => Promise<Answer>, timeout: number): Promise<Answer> {
  const deadline = Date.now() + timeout;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(pause);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
