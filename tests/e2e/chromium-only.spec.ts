// What only Chromium can be asked: is it installable, is it accessible, does the policy ever have to step in.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { expectAccessible, remember } from "./accessible.ts";
import { builtApp, test } from "./harness.ts";
import { articlePage, copiedPage, writeFiles } from "./pages.ts";
import { addFiles, libraryRows, openApp, openArticle, seeTitle } from "./reader.ts";
import type { Viewport, Visit } from "./session.ts";
import { openSite } from "./site.ts";

type Open = (viewport?: Viewport) => Promise<Visit>;

const violations: string[] = [];

test("Liuye can be installed", async ({ app, start }) => {
  const page = await openPage(start); // a browser that forgets all installs nothing
  await openApp(page, app.url);
  const inspector = await page.context().newCDPSession(page);
  expect((await inspector.send("Page.getInstallabilityErrors")).installabilityErrors).toEqual([]);
  expect((await inspector.send("Page.getAppManifest")).errors).toEqual([]);
});

test("every paper is legible on a wide screen, with all panes side by side", async ({ app, open }, running) => {
  const page = await openPage(open);
  await openApp(page, app.url);
  await addFiles(
    page,
    writeFiles((name) => running.outputPath(name), { "page.txt": copiedPage.text }),
  );
  await openArticle(page, copiedPage.title);
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const paper of ["paper", "sepia", "night", "ink"]) {
    await remember(page, { paper });
    await page.waitForSelector(".prose p");
    await page.waitForSelector(".article-card");
    await expectAccessible(page, `all panes on ${paper}`);
  }
});

test("everything is in reach of the keyboard", async ({ app, open }, running) => {
  const page = await openPage(open);
  await openApp(page, app.url);
  await addFiles(
    page,
    writeFiles((name) => running.outputPath(name), { "page.txt": copiedPage.text }),
  );
  await seeTitle(page, copiedPage.title);
  await page.reload();
  await seeTitle(page, copiedPage.title);

  await tabTo(page, ".article-card:first-child .article-card-star");
  await page.keyboard.press("Space");
  await page.waitForSelector(".article-card:first-child .article-card-star[aria-pressed=true]");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".prose p");
  await tabTo(page, ".reader-type");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]");
  await tabTo(page, ".size-larger");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  expect(await page.evaluate(() => document.activeElement?.matches(".reader-type"))).toBe(true);
  await tabTo(page, ".reader-back");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector(".reader-page"));

  await tabTo(page, ".navigation-add");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]");
  await tabTo(page, ".add-sheet textarea");
  await page.keyboard.type("渡口的灯亮着，摆渡人还在等最后一位客人。\n\n他把茶壶放在船头，听见岸上有人跑来。");
  await tabTo(page, ".add-sheet [type=submit]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".article-card").length === 4);
});

test("using Liuye never meets its own policy", async ({ app, open }, running) => {
  const page = await openPage(open);
  await openApp(page, app.url);
  await addFiles(
    page,
    writeFiles((name) => running.outputPath(name), { "page.txt": copiedPage.text }),
  );
  await openArticle(page, copiedPage.title);
  await page.click(".reader-type");
  await page.click(".size-larger");
  await page.goto(`${app.url}#/me`);
  await page.waitForSelector(".me-version");
  await page.reload();
  expect(violations).toEqual([]);
});

test("a page that cannot be handed over is saved or copied whole, and read back", async ({ app, open }, running) => {
  const page = await openPage(open);
  await openApp(page, app.url);
  await page.goto(`${app.url}#/bookmarklet`);
  const code = decodeURIComponent((await page.getAttribute(".bookmarklet-link", "href")) ?? "").slice(
    "javascript:".length,
  );
  const headers = { "cross-origin-opener-policy": "same-origin" };
  const body = (title: string) => articlePage(title, "utf-8", '<p><img src="/kite.png" alt="风筝"></p>');
  const site = await openSite({
    "/saved": { body: body("存成文件的风筝"), headers },
    "/copied": { body: body("复制过来的风筝"), headers },
    "/kite.png": { type: "image/png", body: readFileSync(join(builtApp, "icons/icon-192.png")) },
  });
  const address = site.url.replace("127.0.0.1", "localhost"); // the header counts in secure contexts only

  await page.goto(`${address}/saved`);
  await page.evaluate(code);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click("#liuye-notice button:nth-of-type(2)"),
  ]);
  expect(download.suggestedFilename()).toBe("存成文件的风筝.html");
  const file = running.outputPath("saved.html");
  await download.saveAs(file);
  await page.goto(`${address}/copied`);
  await page.evaluate(code);
  await page.click("#liuye-notice button:nth-of-type(1)");
  await page.waitForFunction(() =>
    /Copied|已复制/.test(document.getElementById("liuye-notice")?.shadowRoot?.textContent ?? ""),
  );

  await page.goto(app.url);
  await page.waitForSelector(".article-card:nth-child(2)");
  await page.keyboard.press("Control+V");
  await seeTitle(page, "复制过来的风筝");
  await addFiles(page, [file]);
  await seeTitle(page, "存成文件的风筝");
  const { articles } = await libraryRows(page);
  const [saved, copied] = ["存成文件的风筝", "复制过来的风筝"].map((title) =>
    articles.find((row) => row.title === title),
  );
  expect(saved).toMatchObject({ url: `${address}/saved`, receipt: { pictures: { kept: 1 } } });
  expect(copied).toMatchObject({ url: `${address}/copied` });
  await site.close();
});

test("files opened with Liuye go straight in", async ({ app, open }) => {
  const page = await openPage(open);
  await page.addInitScript((html) => {
    const file = { getFile: async () => new File([html], "kite.html", { type: "text/html" }) };
    const launchQueue = { setConsumer: (consume: (launch: object) => void) => consume({ files: [file] }) };
    Object.defineProperty(window, "launchQueue", { value: launchQueue });
  }, articlePage("双击打开的风筝"));
  await openApp(page, app.url);
  await seeTitle(page, "双击打开的风筝");
  expect(await page.locator(".shared-card").count()).toBe(0);
});

async function openPage(open: Open): Promise<Page> {
  const { playwright: page } = await open();
  if (!page) throw new Error("Only Playwright's engines can be asked this");
  await page.emulateMedia({ reducedMotion: "reduce" }); // nothing is measured half faded in
  violations.length = 0;
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) violations.push(message.text());
  });
  page.on("pageerror", (error) => violations.push(error.message));
  return page;
}

/** Presses Tab as often as it takes to reach an element; fails when the way round the page never meets it. */
async function tabTo(page: Page, selector: string) {
  for (let press = 0; press < 80; press++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${selector}`);
}
