import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { builtRelease } from "./build-app.ts";
import { builtApp, test } from "./harness.ts";
import { articlePage } from "./pages.ts";
import { libraryRows, openApp, paste, seeTitle } from "./reader.ts";
import type { UiPage } from "./session.ts";

const kite = "河堤上的风筝";

let next = "";
test.beforeAll(async () => {
  test.slow();
  next = await builtRelease("9.9.9");
});

test("a new version waits for the reader's word, and says what it brings", async ({ app, open }) => {
  const { page } = await open();
  await openApp(page, `${app.url}#/me`);
  const old = await page.textContent(".me-version");
  expect(old).not.toBe("9.9.9");

  app.deploy(next);
  for (const _ of ["the visit that finds the update", "a plain reload"]) {
    await page.reload();
    await page.waitForSelector(".me-update");
    expect(await page.textContent(".me-version")).toBe(old);
  }
  await page.click(".me-changes");
  await page.waitForSelector(".changes-sheet li");
  await page.click(".changes-sheet .quiet-button");

  await page.click(".me-update");
  await seeVersion(page, "9.9.9");
  await app.kill();
  await page.reload();
  await seeVersion(page, "9.9.9");
  await page.click(".me-changes");
  await page.waitForSelector(".changes-sheet li"); // what this one brought is kept with it
});

test("a version that waited is there at the next cold start, unasked", async ({ app, start }) => {
  const first = await start();
  await openApp(first.page, `${app.url}#/me`);
  app.deploy(next);
  await first.page.reload();
  await first.page.waitForSelector(".me-update");
  await first.close();
  const { page } = await start();
  await page.goto(`${app.url}#/me`);
  await seeVersion(page, "9.9.9");
});

test("a tab of the old version beside one of the new loses nothing, and is told", async ({ app, open }) => {
  const { page: old, popup } = await open();
  await openApp(old, app.url);
  app.deploy(next);
  const fresh = await popup(() => old.evaluate(() => void window.open(location.href)));
  await fresh.waitForSelector(".update-line-now");
  await fresh.click(".update-line-now");
  await old.waitForSelector(".app-trouble button");
  await old.waitForSelector(".article-card:nth-child(2)");
  const before = await libraryRows(old);
  await paste(old, articlePage(kite));
  await old.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500))); // as long as keeping takes, and more
  // What it needs to keep a page may be gone with its version: then it keeps nothing at all, never a half.
  const after = await libraryRows(old);
  expect(after.articles).toEqual(expect.arrayContaining(before.articles));
  expect(after.contents.map(({ id }) => id).sort()).toEqual(after.articles.map(({ id }) => id).sort());
  await old.click(".app-trouble button");
  await old.waitForSelector(".article-card:nth-child(2)");
  await paste(old, articlePage(kite));
  await seeTitle(old, kite);
  await seeTitle(fresh, kite);
  await old.goto(`${app.url}#/me`);
  await seeVersion(old, "9.9.9");
});

test("a page whose library a newer version has changed writes nothing into it", async ({ app, open }) => {
  const { page } = await open();
  await openApp(page, app.url);
  await page.waitForSelector(".article-card:nth-child(2)");
  await page.evaluate(async () => {
    const open = indexedDB.open("liuye", 10_000);
    open.onupgradeneeded = () => open.result.createObjectStore("of-a-later-version");
    await new Promise((resolve, reject) => {
      open.onsuccess = resolve;
      open.onerror = reject;
    });
    open.result.close();
  });
  const before = await libraryRows(page);
  for (const _ of ["the page that was open", "one opened now"]) {
    await page.waitForSelector(".app-trouble button");
    await paste(page, articlePage(kite));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500))); // as long as keeping takes, and more
    expect(await libraryRows(page)).toEqual(before);
    await page.reload();
  }
  await page.waitForSelector(".app-trouble button");
  expect(await page.evaluate(() => document.querySelectorAll(".article-card").length)).toBe(0);
});

test("a part that is gone from the host leads to an offer to reload", async ({ app, open }, running) => {
  const { page } = await open();
  await openApp(page, app.url);
  await page.waitForSelector(".article-card:nth-child(2)");
  const without = running.outputPath("without-me");
  cpSync(builtApp, without, { recursive: true });
  for (const name of readdirSync(join(without, "assets")))
    if (name.startsWith("me-screen")) rmSync(join(without, "assets", name));
  app.deploy(without);
  await page.evaluate(forgetPrecache);
  await page.click('a[href="#/me"]');
  await page.waitForSelector(".app-trouble button");
  await page.waitForSelector(".navigation"); // and the rest stands
  app.deploy(next); // as after an update, whose parts have other names
  await page.click(".app-trouble button");
  await seeVersion(page, "9.9.9");
});

test("a broken deployment is called back, and nothing that was kept goes with it", async ({ app, open }, running) => {
  test.slow();
  const { page } = await open();
  await openApp(page, app.url);
  await page.waitForSelector(".article-card:nth-child(2)");
  await paste(page, articlePage(kite));
  await seeTitle(page, kite);
  await page.evaluate(async () => {
    await (await caches.open("liuye-share-inbox")).put("/of-a-share", new Response("waits"));
    await (await caches.open("of-another-app")).put("/a", new Response("stays"));
  });
  const before = await libraryRows(page);

  const broken = breakApp(running.outputPath("broken"));
  app.deploy(broken);
  await page.reload();
  await page.waitForSelector(".update-line-now");
  await page.click(".update-line-now");
  await page.waitForFunction(isBlank, undefined);

  const recalled = running.outputPath("recalled");
  cpSync(builtApp, recalled, { recursive: true });
  cpSync("recall/service-worker.js", join(recalled, "service-worker.js"));
  app.deploy(recalled);
  await page.reload(); // the browser asks for a newer worker by itself: nothing of ours runs in a broken page
  await page.waitForSelector(".article-card:nth-child(3)");
  const hasWorker = () =>
    page.evaluate(async () => {
      const names = await caches.keys();
      return names.some((name) => name.startsWith("workbox-")) || navigator.serviceWorker.controller !== null;
    });
  await expect.poll(hasWorker).toBe(false);
  expect(await libraryRows(page)).toEqual(before);
  expect((await page.evaluate(() => caches.keys())).sort()).toEqual(
    expect.arrayContaining(["liuye-share-inbox", "of-another-app"]),
  );

  app.deploy(builtApp);
  await page.reload();
  await openApp(page, app.url);
  await app.kill();
  await page.reload();
  await seeTitle(page, kite);
});

function seeVersion(page: UiPage, version: string) {
  return page.waitForFunction((wanted) => document.querySelector(".me-version")?.textContent === wanted, version);
}

async function forgetPrecache(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith("workbox-")) await caches.delete(name);
}

function isBlank(): boolean {
  return document.querySelector("#app")?.childElementCount === 0;
}

/** A deployment whose first script throws, in files of new names as a build would give them. */
function breakApp(folder: string): string {
  cpSync(builtApp, folder, { recursive: true });
  const page = join(folder, "index.html");
  const [, entry = ""] = /src="\.\/(assets\/index-[^"]+\.js)"/.exec(readFileSync(page, "utf8")) ?? [];
  renameSync(join(folder, entry), join(folder, "assets/index-broken.js"));
  writeFileSync(join(folder, "assets/index-broken.js"), "throw new Error('broken');");
  writeFileSync(page, readFileSync(page, "utf8").replace(entry, "assets/index-broken.js"));
  const worker = join(folder, "service-worker.js");
  const listed = readFileSync(worker, "utf8").replaceAll(entry, "assets/index-broken.js");
  const renewed = listed.replace(
    /\{"revision":"[^"]*","url":"index\.html"\}/,
    '{"revision":"broken","url":"index.html"}',
  );
  writeFileSync(worker, renewed);
  return folder;
}
