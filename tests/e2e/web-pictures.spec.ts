import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { test } from "./harness.ts";
import { articlePage } from "./pages.ts";
import { openApp, openArticle, paste } from "./reader.ts";
import type { UiPage } from "./session.ts";
import { openSite } from "./site.ts";

const title = "渡口的旧照片";
const boat = readFileSync("public/icons/icon-192.png");

test("a picture whose site lets nobody read it is shown on the reader's word, nameless, and never kept", async ({
  app,
  open,
  engine,
}) => {
  const asked: { path: string; referer?: string | undefined; cookie?: string | undefined }[] = [];
  const site = await openSite(
    {
      "/hello": { body: "<!doctype html><p>你好", headers: { "set-cookie": "who=reader; Max-Age=9999" } },
      "/boat.png": { body: boat, type: "image/png" },
    },
    ({ url = "", headers: { referer, cookie } }) => asked.push({ path: url, referer, cookie }),
  );
  const ofPictures = () => asked.filter(({ path }) => path.startsWith("/boat") || path.startsWith("/gone"));
  const { page } = await open();
  await page.goto(`${site.url}/hello`); // the site knows this browser
  await openApp(page, app.url);
  await paste(page, articlePage(title, "utf-8", pictures(site.url)));
  await openArticle(page, title);
  await page.waitForSelector(".missing-picture");
  await rest(page);
  expect(ofPictures()).toEqual([]);

  const words = await page.evaluate(() => document.querySelector(".prose")?.textContent ?? "");
  await page.click(".missing-pictures button");
  await page.waitForFunction(() => document.querySelectorAll(".web-picture[data-shown]").length === 1, undefined);
  await page.waitForFunction(
    () => [...document.querySelectorAll(".missing-picture:not(.web-picture)")].length === 1, // the one that is gone
    undefined,
  );
  const shown = await page.evaluate(() => {
    const box = document.querySelector<HTMLElement>(".web-picture[data-shown] iframe");
    const { width = 0, height = 0 } = box?.getBoundingClientRect() ?? {};
    return { width, height, kept: document.querySelectorAll(".prose img").length };
  });
  expect(shown).toEqual({ width: 192, height: 192, kept: 0 });
  expect(ofPictures().length).toBeGreaterThan(0);
  expect(ofPictures().filter(({ referer }) => referer)).toEqual([]);
  // WebKitGTK sends a site's own cookie with any picture of it; Safari, which refuses third parties theirs, does not.
  if (engine !== "webkit") expect(ofPictures().filter(({ cookie }) => cookie)).toEqual([]);
  expect(await page.evaluate(() => document.querySelector(".prose")?.textContent)).not.toBe(words); // says what is gone

  const before = ofPictures().length;
  await page.click(".reader-back");
  await openArticle(page, title);
  await page.waitForSelector(".missing-picture");
  await page.reload();
  await page.waitForSelector(".missing-picture");
  await rest(page);
  expect(await page.evaluate(() => document.querySelectorAll("iframe").length)).toBe(0);
  expect(ofPictures().length).toBe(before);
  await site.close();
});

function pictures(site: string): string {
  return `<p><img src="${site}/boat.png" alt="渡船"></p><p><img src="${site}/gone.png" alt="不在了" width="300" height="200"></p>`;
}

/** Time enough for a request nobody asked for. */
function rest(page: UiPage): Promise<unknown> {
  return page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
}
