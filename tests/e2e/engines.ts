import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, firefox } from "@playwright/test";
import type { Session, UiPage, Viewport, Visit } from "./session.ts";
import { startWebDriver } from "./webdriver.ts";

export type Engine = "chromium" | "firefox" | "webkit";

const chromiumProgram = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const chromiumArguments = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
];
const firefoxProgram = process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr";
const firefoxPreferences = {
  "app.normandy.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.storageManager.prompt.testing": true, // persist() would ask, and never be answered
  "dom.storageManager.prompt.testing.allow": true,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
};
const webkitBrowser = fileURLToPath(new URL("./webkit-browser.py", import.meta.url));
const patience = 30_000; // ms to wait for a page to come round

const launch = {
  chromium: { executablePath: chromiumProgram, args: chromiumArguments },
  firefox: {
    channel: "moz-firefox", // Debian's own Firefox, over WebDriver BiDi
    executablePath: firefoxProgram,
    firefoxUserPrefs: firefoxPreferences,
  },
};

/** Opens a browser on a profile folder; opened again on the same folder it is the same browser restarted. */
export async function startSession(
  engine: Engine,
  profile: string,
  viewport: Viewport,
  display?: string,
): Promise<Session> {
  mkdirSync(profile, { recursive: true });
  if (engine === "webkit") return openWebKit(profile, viewport, display);
  const context =
    engine === "chromium"
      ? await chromium.launchPersistentContext(profile, { ...launch.chromium, viewport })
      : await firefox.launchPersistentContext(profile, { ...launch.firefox, viewport });
  return { ...(await visitIn(context)), close: () => context.close(), kill: () => killBrowser(context, profile) };
}

/** A browser many visits are made in, each in a context that holds nothing of another; WebKit's driver has no such thing. */
export function openBrowser(engine: Engine): Promise<Browser> | undefined {
  if (engine === "chromium") return chromium.launch(launch.chromium);
  return engine === "firefox" ? firefox.launch(launch.firefox) : undefined;
}

/** A page in a browser that is there already, with nothing stored. */
export async function openVisit(browser: Browser, viewport: Viewport): Promise<Visit> {
  return visitIn(await browser.newContext({ viewport }));
}

async function visitIn(context: BrowserContext): Promise<Visit> {
  context.setDefaultTimeout(patience);
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page: page as unknown as UiPage,
    playwright: page,
    async popup(trigger) {
      const [opened] = await Promise.all([context.waitForEvent("page"), trigger()]);
      return opened as unknown as UiPage;
    },
  };
}

function openWebKit(profile: string, { width, height }: Viewport, display = process.env.DISPLAY): Promise<Session> {
  const environment = { DISPLAY: display, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1" };
  const browser = { binary: webkitBrowser, args: [`--profile=${profile}`, `--size=${width}x${height}`] };
  return startWebDriver("/usr/bin/WebKitWebDriver", environment, { "webkitgtk:browserOptions": browser });
}

/** A screen for WebKit where the machine has none. */
export async function openScreen(): Promise<{ display: string; close(): void }> {
  if (process.env.DISPLAY) return { display: process.env.DISPLAY, close() {} };
  const screen = spawn("/usr/bin/Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const display = await new Promise<string>((resolve, reject) => {
    screen.once("error", reject);
    screen.stdio[3]?.once("data", (number: Buffer) => resolve(`:${number.toString().trim()}`));
  });
  return { display, close: () => void screen.kill() };
}

/** Playwright does not say which process is the browser; its command line names the profile, which is ours alone. */
async function killBrowser(context: BrowserContext, profile: string) {
  const closed = new Promise((resolve) => context.once("close", resolve));
  for (const id of processesNaming(profile)) process.kill(id, "SIGKILL");
  await closed;
  while (processesNaming(profile).length > 0) await sleep(20);
}

function processesNaming(profile: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && commandLine(name).includes(profile))
    .map(Number);
}

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, "utf8");
  } catch {
    return ""; // It ended while we looked.
  }
}
