import { expect } from "@playwright/test";
import { ownCode, test } from "./harness.ts";
import { articlePage, writeFiles } from "./pages.ts";
import { addFiles, libraryRows, openApp, openArticle, seeTitle } from "./reader.ts";
import type { UiPage } from "./session.ts";

const title = "石桥村的夜校";
const wrong = "扫码关注本站公众号，回复“夜校”领取电子书一本，名额有限，先到先得，请转发给更多的朋友和邻居。";
const picture = "https://example.invalid/lamp.png";
const letter = articlePage(title, "utf-8", `<p>${wrong}</p><p><img src="${picture}" alt="一盏灯"></p>`);

test("a block that does not belong is struck out, undone, struck out again, and comes back by reading the page again", async ({
  app,
  open,
}, running) => {
  const { page } = await open();
  await keep(page, app.url, running.outputPath("letter.html"));
  const before = await bodyOf(page);
  expect(before?.text).toContain(wrong);

  await strikeWrong(page);
  await expect.poll(async () => (await bodyOf(page))?.text).not.toContain(wrong);
  expect((await bodyOf(page))?.text).toContain("后山的弯就不难走了");
  await page.click(".toast:last-child button"); // another may stand above it
  await expect.poll(() => bodyOf(page)).toEqual(before);

  await strikeWrong(page);
  await expect.poll(async () => (await bodyOf(page))?.text).not.toContain(wrong);
  await page.waitForFunction((words) => !document.querySelector(".prose")?.textContent?.includes(words), wrong);
  await mend(page, "again");
  await page.waitForSelector(".mend-page .prose > p");
  await page.click(".mend-apply:enabled");
  await expect.poll(async () => (await bodyOf(page))?.html).toBe(before?.html);
});

test("the title and date a reader wrote stay when the page comes in again", ownCode, async ({ app, open }, running) => {
  const { page } = await open();
  const file = running.outputPath("letter.html");
  await keep(page, app.url, file);
  await mend(page, "fields");
  await page.fill(".mend-fields input[name=title]", "夜校的灯");
  await page.fill(".mend-fields input[name=published]", "2019-02-30");
  await page.waitForSelector("input[name=published][aria-invalid=true]");
  await page.waitForSelector(".mend-apply:disabled");
  await page.fill(".mend-fields input[name=published]", "2019-09-03");
  await page.click(".mend-apply:enabled");
  await page.waitForFunction(() => document.querySelector(".reader-head h1")?.textContent === "夜校的灯", undefined);
  await page.click(".reader-back");
  await addFiles(page, [file]);
  await page.waitForSelector(".toast");
  await seeTitle(page, "夜校的灯");
  const { articles } = await libraryRows(page);
  expect(articles.filter((article) => article.title === title)).toEqual([]);
  expect(articles.find((article) => article.title === "夜校的灯")).toMatchObject({ published: "2019-09-03" });
});

test(
  "another reading of the page can be all of it, or one part that the reader points at",
  ownCode,
  async ({ app, open }, running) => {
    const { page } = await open();
    await keep(page, app.url, running.outputPath("letter.html"));
    const before = await bodyOf(page);
    await mend(page, "whole");
    await page.waitForSelector(".mend-page .prose > p");
    await page.click(".mend-apply:enabled");
    await expect.poll(async () => (await bodyOf(page))?.text).toContain("版权所有 石桥村");

    await mend(page, "pick");
    await page.waitForSelector(".mend-pick [role=button]");
    await page.waitForSelector(".mend-apply:disabled");
    await page.click(".mend-pick article > p:nth-of-type(3)");
    await page.waitForSelector(".mend-pick [data-chosen]");
    await page.click(".mend-wider:enabled");
    await page.waitForSelector(".mend-pick article[data-chosen]");
    await page.click(".mend-apply:enabled");
    await page.waitForSelector(".mend-page:not(.mend-pick) .prose > p");
    await page.click(".mend-apply:enabled");
    await expect.poll(async () => (await bodyOf(page))?.text).toBe(before?.text);
  },
);

test(
  "the receipt says what is missing, the shelf shows what is not whole, the airplane check finds damage",
  ownCode,
  async ({ app, open }, running) => {
    const { page } = await open();
    await keep(page, app.url, running.outputPath("letter.html"));
    await page.click(".reader-bar .menu-button");
    await page.click(".reader-receipt");
    await page.waitForSelector(".receipt-missing");
    expect(await page.textContent(".receipt-summary")).toMatch(/0 of 1|0 \/ 1/);
    await page.click(".receipt-sheet .main-button");
    await page.click(".reader-back");
    await page.click(".list-chips a[href*=partial]");
    await page.waitForFunction(() => document.querySelectorAll(".article-card").length === 1, undefined);
    await seeTitle(page, title);

    await app.kill(); // a check that needed the network would not be one
    await page.goto(`${app.url}#/me`);
    await page.waitForSelector(".me-airplane");
    await page.evaluate(() => document.querySelector(".me-airplane")?.scrollIntoView({ block: "center" }));
    await page.click(".me-airplane");
    await page.waitForSelector(".airplane-verdict:not(:empty)");
    expect(await page.textContent(".airplane-verdict")).toMatch(/^(?:All )?3/);
    await page.click(".airplane-sheet .main-button");
    await page.waitForFunction(() => !document.querySelector("dialog[open]"), undefined);
    await page.evaluate(damage);
    await page.click(".me-airplane");
    await page.waitForSelector(".airplane-sheet li a");
    await page.waitForSelector(".airplane-leftovers button");
    await page.click(".airplane-leftovers button");
    await page.waitForFunction(() => !document.querySelector(".airplane-leftovers"), undefined);
    await page.click(".airplane-sheet li a");
    await page.waitForSelector(".reader-missing");
  },
);

async function keep(page: UiPage, url: string, path: string) {
  const [file = ""] = writeFiles(() => path, { letter });
  await openApp(page, url);
  await addFiles(page, [file]);
  await openArticle(page, title);
}

async function mend(page: UiPage, way: string) {
  await page.waitForFunction(() => !document.querySelector("dialog[open]"), undefined);
  await page.click(".reader-bar .menu-button");
  await page.click(".reader-mend");
  await page.click(`.mend-way-${way}`);
}

async function strikeWrong(page: UiPage) {
  await mend(page, "strike");
  await page.waitForSelector(".mend-strike [role=button]");
  const place = await page.evaluate((words) => {
    const blocks = [...document.querySelectorAll(".mend-strike .prose > *")];
    return blocks.findIndex((block) => block.textContent?.includes(words)) + 1;
  }, wrong);
  await page.click(`.mend-strike .prose > :nth-child(${place})`);
  await page.waitForSelector(".mend-strike [aria-pressed=true]");
  await page.click(".mend-apply:enabled");
}

/** The body of the letter, which was saved last. */
async function bodyOf(page: UiPage) {
  const { articles, contents } = await libraryRows(page);
  const article = articles.find((row) => row.title === title);
  return contents.find(({ id }) => id === article?.id);
}

/** Takes a guide's body away, and leaves a page that is no article's. */
async function damage() {
  const library = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open("liuye");
    request.onsuccess = () => resolve(request.result);
  });
  const writing = library.transaction(["contents", "originals"], "readwrite");
  writing.objectStore("contents").delete("guide-en");
  writing.objectStore("originals").put({ id: "ghost", kind: "html", gzip: new ArrayBuffer(3) });
  await new Promise((resolve) => writing.addEventListener("complete", resolve));
  library.close();
}
