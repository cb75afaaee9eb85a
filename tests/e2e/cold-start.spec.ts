import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { builtApp, test } from "./harness.ts";
import { openApp, startAt } from "./reader.ts";

type Shortcut = { name: string; url: string };

const { shortcuts }: { shortcuts: Shortcut[] } = JSON.parse(
  readFileSync(join(builtApp, "manifest.webmanifest"), "utf8"),
);

/** What stands on the screen a shortcut leads to. */
const signs: Record<string, string> = {
  "./?add=": ".add-sheet textarea",
  "./#/shelf?state=unread": ".list-chips [aria-current]",
  "./#/favourites": '.navigation a[href="#/favourites"][aria-current="page"]',
  "./#/search": ".search-field input",
};

test.use({ subPath: "/some/where/" });

test("every shortcut leads where it says from a cold start, with the server dead, and ?add= asks first", async ({
  app,
  open,
}) => {
  const { page } = await open();
  await openApp(page, app.url);
  await page.waitForSelector(".article-card:nth-child(2)");
  await app.kill();
  expect(shortcuts.map(({ url }) => url).sort()).toEqual(Object.keys(signs).sort());
  // An address after ?add= is kept on the reader's word alone.
  await startAt(page, `${app.url}?add=${encodeURIComponent("https://kite.example.org/a?b=1")}`);
  await page.waitForSelector(".shared-card");
  expect(await page.textContent(".shared-card")).toContain("kite.example.org");
  expect(await page.evaluate(() => location.href)).toBe(app.url);
  expect(await page.evaluate(() => document.querySelectorAll("dialog[open]").length)).toBe(0);
  expect(await page.evaluate(() => document.querySelectorAll(".article-card").length)).toBe(2);
  for (const { url } of shortcuts) {
    await startAt(page, new URL(url, app.url).href);
    await page.waitForSelector(signs[url] ?? url);
  }
});
