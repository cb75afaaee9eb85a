import { expect } from "@playwright/test";
import { ownCode, test } from "./harness.ts";
import { writeFiles } from "./pages.ts";
import { libraryRows, openApp } from "./reader.ts";
import type { UiPage } from "./session.ts";

const rows = 300;
const pocket = [
  "title,url,time_added,tags,status",
  ...Array.from(
    { length: rows },
    (_, at) =>
      `"第${at}页, ""引号"" 与${at === 8 ? "\r\n" : ""}逗号",https://example.com/page/${at}?utm_source=pocket,${1500000000 + at},标准|河湾,${at % 2 ? "archive" : "unread"}`,
  ),
  "no address,,1500000000,,unread",
].join("\r\n");

async function choose(page: UiPage, path: string): Promise<void> {
  await page.click(".navigation-add");
  await page.click(".add-move");
  await page.setInputFiles(".move-sheet input[type=file]", [path]);
}

test("an export is shown before it comes in, comes in whole, and a second time changes nothing", async ({
  app,
  open,
}, running) => {
  const [file = ""] = writeFiles((name) => running.outputPath(name), { "misnamed.txt": pocket });
  const { page } = await open();
  await openApp(page, app.url);
  const before = (await libraryRows(page)).articles.length;
  await choose(page, file);
  await page.waitForSelector(".move-kind");
  expect(await page.textContent(".move-kind")).toMatch(/Pocket/);
  expect(await page.textContent(".move-sheet ul")).toMatch(new RegExp(`${rows}`));
  expect((await libraryRows(page)).articles.length).toBe(before);
  await page.click(".move-sheet .main-button");
  await page.waitForFunction(
    (count) =>
      !document.querySelector(".move-sheet progress") &&
      document.querySelector(".move-sheet [role=status]")?.textContent?.includes(count),
    `${rows}`,
  );
  const { articles } = await libraryRows(page);
  expect(articles.length).toBe(before + rows);
  expect(articles.find(({ title }) => title === '第7页, "引号" 与逗号')).toMatchObject({
    pending: true,
    url: "https://example.com/page/7?utm_source=pocket",
    tags: ["标准", "河湾"],
  });
  expect(articles.find(({ url }) => url?.includes("/8?"))?.title).toMatch(/^第8页, "引号" 与\s+逗号$/);
  await page.click(".move-look");
  await page.waitForFunction(() => location.hash.includes("since="), undefined);
  await page.waitForSelector(".article-card");

  await choose(page, file);
  await page.waitForSelector(".move-kind");
  expect(await page.evaluate(() => document.querySelector(".move-sheet .main-button") === null)).toBe(true);
  expect((await libraryRows(page)).articles).toEqual(articles);
});

test("what is no export is refused in one sentence that names the file", ownCode, async ({ app, open }, running) => {
  const [file = ""] = writeFiles((name) => running.outputPath(name), { "日记.txt": "今天下雨。\n明天也许晴。\n" });
  const { page } = await open();
  await openApp(page, app.url);
  await choose(page, file);
  await page.waitForSelector(".move-problem");
  expect(await page.textContent(".move-problem")).toContain("日记.txt");
});
