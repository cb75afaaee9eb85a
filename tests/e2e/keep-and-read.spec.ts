import { expect } from "@playwright/test";
import { encodeAs } from "../fixtures/encode.ts";
import { test } from "./harness.ts";
import { copiedPage, oldPage, writeFiles } from "./pages.ts";
import { addFiles, libraryRows, openApp, openArticle, seeTitle } from "./reader.ts";
import type { UiPage } from "./session.ts";

test("what was kept is read with the server dead, and a restart finds it as it was left", async ({
  app,
  start,
}, running) => {
  const files = writeFiles((name) => running.outputPath(name), {
    "渡口.txt": copiedPage.text,
    "the same again.txt": copiedPage.text,
    "old site.html": encodeAs("gb18030", oldPage.html),
  });
  const first = await start();
  await openApp(first.page, app.url);
  await addFiles(first.page, files);
  await seeTitle(first.page, copiedPage.title);
  await seeTitle(first.page, oldPage.title);
  await first.page.waitForSelector(".toast");
  const { articles } = await libraryRows(first.page);
  expect(articles.filter(({ title }) => title === copiedPage.title)).toHaveLength(1); // kept twice it is one article

  await app.kill();
  await first.page.reload();
  await openArticle(first.page, oldPage.title);
  expect(await first.page.textContent(".reader-head h1")).toBe(oldPage.title);
  expect(await first.page.textContent(".prose")).toContain(oldPage.words);
  await first.page.click(".reader-back");
  await openArticle(first.page, copiedPage.title);
  expect(await first.page.textContent(".reader-head h1")).toBe(copiedPage.title);
  expect(await first.page.textContent(".prose")).toContain(copiedPage.words);

  await first.page.click(".reader-star");
  await first.page.waitForSelector(".reader-star[aria-pressed=true]");
  await first.page.click(".reader-type");
  for (let step = 0; step < 4; step++) await first.page.click(".size-larger");
  await first.page.evaluate(() => document.querySelector<HTMLDialogElement>("dialog[open]")?.close());
  await scrollToNinth(first.page);
  await expect.poll(() => placeOf(first.page, copiedPage.title)).toBeTruthy();
  const left = await look(first.page);
  await first.close();

  const second = await start();
  await second.page.goto(`${app.url}#/favourites`);
  await openArticle(second.page, copiedPage.title);
  await second.page.waitForSelector(".reader-star[aria-pressed=true]");
  await expect.poll(async () => Math.abs((await look(second.page)).top - left.top)).toBeLessThan(left.line);
  expect((await look(second.page)).size).toBe(left.size);
});

function scrollToNinth(page: UiPage) {
  return page.evaluate(() => {
    const scroller = document.querySelector(".reader-screen");
    const ninth = document.querySelectorAll(".prose p")[8];
    if (scroller && ninth) scroller.scrollTop += ninth.getBoundingClientRect().top - 60; // just below the bar
  });
}

async function placeOf(page: UiPage, title: string) {
  const { articles, places } = await libraryRows(page);
  const kept = articles.find((article) => article.title === title);
  return places.find(({ id }) => id === kept?.id);
}

/** Where the ninth paragraph is and how large its type, in CSS pixels. */
function look(page: UiPage) {
  return page.evaluate(() => {
    const ninth = document.querySelectorAll(".prose p")[8];
    if (!ninth) throw new Error("There is no ninth paragraph");
    const { fontSize, lineHeight } = getComputedStyle(ninth);
    return { top: ninth.getBoundingClientRect().top, size: fontSize, line: Number.parseFloat(lineHeight) };
  });
}
