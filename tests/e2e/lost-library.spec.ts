import { expect } from "@playwright/test";
import { test } from "./harness.ts";
import { openApp } from "./reader.ts";

test("an emptied library is said to be lost, not shown as a new one, until the reader begins anew", async ({
  app,
  open,
}) => {
  const { page } = await open();
  await openApp(page, app.url);
  await page.waitForSelector(".article-card:nth-child(2)");
  await page.waitForFunction(() => JSON.parse(localStorage.getItem("liuye:canary") ?? "{}").articles === 2, undefined);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase("liuye");
        request.onsuccess = resolve;
        request.onerror = reject;
      }),
  );
  for (const _ of ["the start after", "one more start"]) {
    await page.reload();
    await page.waitForSelector(".lost-library");
    expect(await page.textContent(".lost-library p")).toContain("2");
  }
  await page.click(".lost-begin");
  await page.waitForSelector(".article-card:nth-child(2)");
  await page.reload();
  await page.waitForSelector(".article-card:nth-child(2)");
});
