// What a spec is given: the built app on a server, and a browser that can be closed and opened again.
import { fileURLToPath } from "node:url";
import { type Browser, test as playwrightTest } from "@playwright/test";
import { type Engine, openBrowser, openScreen, openVisit, startSession } from "./engines.ts";
import { type AppServer, serve } from "./server.ts";
import type { Session, Viewport, Visit } from "./session.ts";

export const builtApp = fileURLToPath(new URL("../../dist", import.meta.url));

/** Of a journey where only our own code is asked, and no engine: Chromium takes it alone. */
export const ownCode = { tag: "@chromium" };

type Fixtures = {
  /** The folder on the server the app lives in. */
  subPath: string;
  app: AppServer;
  /** A browser with nothing stored. It cannot be started again, and costs a tenth of one that can. */
  open(viewport?: Viewport): Promise<Visit>;
  /** A browser of this test's own: called again after close() or kill(), it is the same one started again. */
  start(viewport?: Viewport): Promise<Session>;
};

type WorkerFixtures = {
  engine: Engine;
  display: string | undefined;
  /** Where visits are made, in engines whose browser can hold many apart. */
  shared: Browser | undefined;
};

const phone: Viewport = { width: 390, height: 844 };

export const test = playwrightTest.extend<Fixtures, WorkerFixtures>({
  engine: ["chromium", { scope: "worker", option: true }],
  display: [
    async ({ engine }, use) => {
      const screen = engine === "webkit" ? await openScreen() : undefined;
      await use(screen?.display);
      screen?.close();
    },
    { scope: "worker" },
  ],
  shared: [
    async ({ engine }, use) => {
      const browser = await openBrowser(engine);
      await use(browser);
      await browser?.close();
    },
    { scope: "worker" },
  ],
  subPath: ["/", { option: true }],
  app: async ({ subPath }, use) => {
    const server = await serve(builtApp, subPath);
    await use(server);
    await server.kill();
  },
  open: async ({ shared, start }, use) => {
    const visits: Visit[] = [];
    await use(async (viewport = phone) => {
      if (!shared) return start(viewport);
      const visit = await openVisit(shared, viewport);
      visits.push(visit);
      return visit;
    });
    for (const visit of visits) await visit.playwright?.context().close();
  },
  start: async ({ engine, display }, use, running) => {
    const sessions: Session[] = [];
    await use(async (viewport = phone) => {
      const session = await startSession(engine, running.outputPath("profile"), viewport, display);
      sessions.push(session);
      return session;
    });
    for (const session of sessions) await session.close();
  },
});
