import { expect } from "@playwright/test";
import { ownCode, test } from "./harness.ts";
import { copiedPage, writeFiles } from "./pages.ts";
import { addFiles, openApp, openArticle, seeTitle } from "./reader.ts";

const subPath = "/some/where/";

test.use({ subPath });

test("Liuye lives in any folder of a server, offline too", ownCode, async ({ app, open }, running) => {
  const { page } = await open();
  await openApp(page, app.url);
  await addFiles(
    page,
    writeFiles((name) => running.outputPath(name), { "page.txt": copiedPage.text }),
  );
  await seeTitle(page, copiedPage.title);
  await app.kill();
  await page.reload();
  await openArticle(page, copiedPage.title);
  expect(await page.textContent(".prose")).toContain(copiedPage.words);
  // /favicon.ico is asked for by browsers themselves.
  expect(app.hits.filter(({ path }) => !path.startsWith(subPath) && path !== "/favicon.ico")).toEqual([]);
});

test("another app in a folder below answers for itself", ownCode, async ({ app, open }) => {
  const { page } = await open();
  await openApp(page, app.url);
  await page.goto(`${app.url}other-app/`);
  expect(await page.evaluate(() => document.querySelector("#app"))).toBeNull();
  await page.goto(`${app.url}index.html`);
  await page.waitForSelector(".article-card");
});
