import { expect } from "@playwright/test";
import { ownCode, test } from "./harness.ts";
import { copiedPage, writeFiles } from "./pages.ts";
import { addFiles, openApp, openArticle, seeTitle } from "./reader.ts";

test(
  "who reads for a while finds it counted, ranked and forgotten on request",
  ownCode,
  async ({ app, open }, running) => {
    const { page } = await open();
    await openApp(page, app.url);
    await addFiles(
      page,
      writeFiles((name) => running.outputPath(name), { "渡口.txt": copiedPage.text }),
    );
    await seeTitle(page, copiedPage.title);
    await app.kill();
    await openArticle(page, copiedPage.title);
    await page.evaluate(() => document.querySelector(".reader-screen")?.scrollBy(0, 300));
    await page.waitForFunction((start) => Date.now() - start > 5500, await page.evaluate(() => Date.now()));
    await page.evaluate(() => document.querySelector(".reader-screen")?.scrollBy(0, 300));
    await page.waitForSelector(".reader-reads");
    await page.click(".reader-back");

    await page.evaluate(() => location.assign("#/me"));
    await page.waitForSelector(".ranking li a");
    expect(await page.textContent(".ranking li a")).toBe(copiedPage.title);
    await page.waitForSelector(".reading-chart li:last-child i");
    await page.waitForFunction(() => !document.querySelector(".toast"), undefined); // it would lie over the button
    await page.click(".me-forget");
    await page.waitForFunction(() => !document.querySelector(".ranking"), undefined);
    await page.click(".toast button");
    await page.waitForSelector(".ranking li a");
  },
);
