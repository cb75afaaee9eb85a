// What a spec is given: the built app on a server, and a browser that can be closed and opened again.
import { fileURLToPath } from "node:url";
import { test as playwrightTest } from "@playwright/test";
import { type Engine, openScreen, openSession } from "./engines.ts";
import { type AppServer, serve } from "./server.ts";
import type { Session, Viewport } from "./session.ts";

export const builtApp = fileURLToPath(new URL("../../dist", import.meta.url));

type Fixtures = {
  /** The folder on the server the app lives in. */
  subPath: string;
  app: AppServer;
  /** Called again after close() or kill(), it is the same browser started again. */
  open(viewport?: Viewport): Promise<Session>;
};

const phone: Viewport = { width: 390, height: 844 };

export const test = playwrightTest.extend<Fixtures, { engine: Engine; display: string | undefined }>({
  engine: ["chromium", { scope: "worker", option: true }],
  display: [
    async ({ engine }, use) => {
      const screen = engine === "webkit" ? await openScreen() : undefined;
      await use(screen?.display);
      screen?.close();
    },
    { scope: "worker" },
  ],
  subPath: ["/", { option: true }],
  app: async ({ subPath }, use) => {
    const server = await serve(builtApp, subPath);
    await use(server);
    await server.kill();
  },
  open: async ({ engine, display }, use, running) => {
    const sessions: Session[] = [];
    await use(async (viewport = phone) => {
      const session = await openSession(engine, running.outputPath("profile"), viewport, display);
      sessions.push(session);
      return session;
    });
    for (const session of sessions) await session.close();
  },
});
