// As one who has never seen Liuye, on a phone: a page is kept, read with no network and set larger, by what the screen says
// alone. `LIUYE_PICTURES=FOLDER` keeps a picture of every step, to be looked at.
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { test } from "./harness.ts";
import { copiedPage } from "./pages.ts";

test("within a minute a newcomer has kept a page, read it offline and changed the size of its type", async ({
  app,
  open,
}, running) => {
  const session = await open();
  const page = session.playwright as Page;
  const folder = process.env.LIUYE_PICTURES ?? running.outputPath("steps");
  let step = 0;
  const picture = (name: string) => page.screenshot({ path: join(folder, `${++step}-${name}.png`) });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("about:blank");
  const begun = Date.now();

  await page.goto(app.url);
  await page.waitForSelector(".article-card");
  await picture("first-sight");
  await page.evaluate((text) => navigator.clipboard.writeText(text), copiedPage.text);
  await page.click(".navigation-add");
  await page.waitForSelector(".add-clipboard");
  await picture("ways-in");
  await page.click(".add-clipboard");
  const card = page.locator(".article-card", { hasText: copiedPage.title });
  await card.waitFor();
  await picture("kept");
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  await app.kill();
  await page.reload();
  await card.locator("> a").click();
  await page.waitForSelector(".prose > *");
  expect(await page.textContent(".prose")).toContain(copiedPage.words);
  await picture("read-offline");
  const sizeOf = () => page.$eval(".prose", (prose) => Number.parseFloat(getComputedStyle(prose).fontSize));
  const before = await sizeOf();
  await page.click(".reader-type");
  await page.waitForSelector(".size-larger");
  await picture("type");
  await page.click(".size-larger");
  await expect.poll(sizeOf).toBeGreaterThan(before);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("dialog[open]"));
  await picture("larger");
  test.info().annotations.push({ type: "seconds", description: String((Date.now() - begun) / 1000) });
  expect(step).toBe(6);
});
