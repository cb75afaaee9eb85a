import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { backUp, openBackup } from "./backups.ts";
import { builtApp, test } from "./harness.ts";
import { articlePage, writeFiles } from "./pages.ts";
import { addFiles, openApp, openArticle, paste, seeTitle } from "./reader.ts";
import type { UiPage, Visit } from "./session.ts";
import { openSite } from "./site.ts";

const open = { "access-control-allow-origin": "*" };
const boat = readFileSync("public/icons/icon-192.png");

test("a whole day's use asks for our own files, for what the reader asked, and for nothing else", async ({
  app,
  open: openBrowser,
}, running) => {
  test.slow();
  const askedOfSite: string[] = [];
  const site = await openSite(
    {
      "/fog": {
        body: articlePage("河上的雾", "utf-8", '<img src="/boat.png" alt="船" width="192" height="192">'),
        headers: open,
      },
      "/boat.png": { body: boat, type: "image/png", headers: open },
    },
    ({ url }) => askedOfSite.push(url ?? ""),
  );
  // A page with all that pages tell others by; none of it may be asked for while it is kept or read.
  const tracker = `<img src="${site.url}/pixel.gif?reader" width="1" height="1"><img src="${site.url}/photo.jpg" alt="照片" width="640"><link rel="stylesheet" href="${site.url}/x.css"><script src="${site.url}/count.js"></script><a href="${site.url}/away" ping="${site.url}/ping">出处</a>`;
  const session = await openBrowser();
  const { page } = session;
  const asked = requestsOf(session);
  const day: Record<string, () => Promise<unknown>> = {
    start: () => openApp(page, app.url),
    paste: async () => {
      await paste(page, articlePage("贴来的信", "utf-8", tracker));
      await seeTitle(page, "贴来的信");
    },
    file: async () => {
      await addFiles(
        page,
        writeFiles((name) => running.outputPath(name), { "letter.html": articlePage("寄来的信", "utf-8", tracker) }),
      );
      await seeTitle(page, "寄来的信");
    },
    link: async () => {
      await page.click(".navigation-add");
      await page.fill(".add-sheet textarea", `${site.url}/fog`);
      await page.click(".add-sheet button[type=submit]");
      await seeTitle(page, "河上的雾");
    },
    read: async () => {
      await openArticle(page, "寄来的信");
      await page.evaluate(() => document.querySelector(".prose")?.lastElementChild?.scrollIntoView());
    },
    print: () => page.evaluate(() => ["beforeprint", "afterprint"].map((name) => dispatchEvent(new Event(name)))),
    search: async () => {
      await page.goto(`${app.url}#/search`);
      await page.waitForSelector(".search-field input");
      await page.fill(".search-field input", "油灯");
      await page.waitForSelector(".search-hit");
    },
    settings: () => visit(page, `${app.url}#/me`, ".me-version"),
    notes: () => visit(page, `${app.url}#/notes`, ".app-list h1"),
    backup: async () => {
      const saved = running.outputPath("backup.zip");
      writeFileSync(saved, await backUp(page, app.url));
      await page.goto(`${app.url}#/me`);
      await page.reload();
      await page.click(".me-backup");
      await openBackup(page, saved);
    },
    "the next morning": async () => {
      await page.goto(app.url);
      await page.reload();
      await seeTitle(page, "河上的雾");
    },
  };
  for (const [hour, deed] of Object.entries(day)) {
    await test.step(hour, deed);
    // What the reader asked of others so far: the page of one address, and its picture.
    const wanted = Object.keys(day).indexOf(hour) < Object.keys(day).indexOf("link") ? [] : ["/boat.png", "/fog"];
    expect([...askedOfSite].sort(), hour).toEqual(wanted);
  }
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000))); // time for what is only asked when idle
  expect([...askedOfSite].sort()).toEqual(["/boat.png", "/fog"]);
  const isOurs = (url: string) => url.startsWith(app.url) && isBuilt(new URL(url).pathname);
  const isAsked = (url: string) => [`${site.url}/fog`, `${site.url}/boat.png`].includes(url);
  expect(asked.filter((url) => !isOurs(url) && !isAsked(url))).toEqual([]);
  expect(app.hits.filter(({ path, method }) => method !== "GET" || !isBuilt(path))).toEqual([]);
  await site.close();
});

/** Every request the browser makes, workers' and service worker's too, where the engine tells. */
function requestsOf({ playwright }: Visit): string[] {
  const asked: string[] = [];
  playwright?.context().on("request", (request) => {
    if (/^(?:https?|wss?):/.test(request.url())) asked.push(request.url());
  });
  return asked;
}

/** Our own files; /favicon.ico browsers ask for by themselves. */
function isBuilt(path: string): boolean {
  return path === "/" || path === "/favicon.ico" || existsSync(join(builtApp, path));
}

async function visit(page: UiPage, url: string, sign: string): Promise<void> {
  await page.goto(url);
  await page.waitForSelector(sign);
}
