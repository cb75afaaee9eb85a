import { expect } from "@playwright/test";
import { test } from "./harness.ts";
import { openApp } from "./reader.ts";
import type { UiPage } from "./session.ts";

const back = (page: UiPage) => page.evaluate(() => history.back());
const hash = (page: UiPage) => page.evaluate(() => location.hash);
const bare = (page: UiPage) => page.waitForFunction(() => !document.querySelector("dialog[open]"), undefined);

test("Back closes what lies on top before it leads anywhere, and Forward brings nothing back", async ({
  app,
  open,
}) => {
  const { page } = await open();
  await openApp(page, app.url);
  await page.waitForSelector(".article-card:nth-child(2)");
  await page.click('.navigation a[href="#/favourites"]');
  await page.waitForSelector("[data-list=favourites] h1");
  await page.click('.navigation a[href="#/shelf"]');
  await page.waitForSelector("[data-list=shelf] .article-card");

  // One on another: each step closes one.
  await page.click(".article-card-more");
  await page.waitForSelector(".card-menu");
  await atEntry(page, 1);
  await page.click(".card-menu-tags");
  await page.waitForSelector(".tag-sheet");
  await atEntry(page, 1);
  await back(page);
  await bare(page);
  expect(await hash(page)).toBe("#/shelf");
  await page.evaluate(() => history.forward());
  await atEntry(page, 0);
  await bare(page);

  // Closed by hand it leaves no step behind: the next one leads to where one came from.
  await page.click(".navigation-add");
  await page.waitForSelector(".add-sheet");
  await atEntry(page, 1);
  await page.click(".add-close");
  await bare(page);
  await atEntry(page, 0);
  await back(page);
  await page.waitForSelector("[data-list=favourites] h1");

  // What is chosen in a sheet by way of the address stays when Back closes it, and costs no step.
  await page.evaluate(() => history.forward());
  await page.waitForSelector("[data-list=shelf] .article-card");
  await page.click(".shelf-filter");
  await page.waitForSelector(".filter-sheet");
  await atEntry(page, 1);
  await page.evaluate(() => {
    const state = [...document.querySelectorAll<HTMLSelectElement>(".filter-sheet select")].find((one) =>
      [...one.options].some(({ value }) => value === "unread"),
    );
    if (state) state.value = "unread";
    state?.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.waitForFunction(() => location.hash.includes("?"), undefined);
  const chosen = await hash(page);
  await back(page);
  await bare(page);
  expect(await hash(page)).toBe(chosen);

  // A link in a sheet leads on, and Back from there to the page the sheet lay over.
  await page.click(".navigation-add");
  await page.waitForSelector(".add-sheet a");
  await atEntry(page, 1);
  await page.click(".add-sheet a");
  await page.waitForSelector(".bookmarklet-screen");
  await back(page);
  await page.waitForFunction((wanted) => location.hash === wanted, chosen);
  await atEntry(page, 0);
  await bare(page);
});

/** Waits until the history has arrived at an entry that stands for so many dialogs. */
async function atEntry(page: UiPage, over: number) {
  await page.waitForFunction((wanted) => (history.state?.over ?? 0) === wanted, over);
}
