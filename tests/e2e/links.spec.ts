import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { ownCode, test } from "./harness.ts";
import { libraryRows, openApp, openArticle, paste, seeTitle } from "./reader.ts";
import type { UiPage } from "./session.ts";
import { openSite } from "./site.ts";

const words =
  "河面起了雾，摆渡的人先敲三下船帮，再解缆绳。对岸的人听见了，就知道船要来了。雾里什么也看不清，只有水声。";
const story = (title: string) =>
  `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${title}_河湾网</title><body><article><h1>${title}</h1>${`<p>${words}</p>`.repeat(6)}<p><img src="/boat.png" alt="渡船" width="192" height="192"></p></article></body></html>`;
const open = { "access-control-allow-origin": "*" };
const boat = readFileSync("public/icons/icon-192.png");

async function addLink(page: UiPage, url: string): Promise<void> {
  await page.click(".navigation-add");
  await page.fill(".add-sheet textarea", url);
  await page.click(".add-sheet button[type=submit]");
}

test("a link whose site allows it is fetched, picture included, and is read with both servers dead", async ({
  app,
  open: openBrowser,
}) => {
  const site = await openSite({
    "/fog": { body: story("河上的雾"), headers: open },
    "/boat.png": { body: boat, type: "image/png", headers: open },
  });
  const { page } = await openBrowser();
  await openApp(page, app.url);
  await addLink(page, `${site.url}/fog`);
  await seeTitle(page, "河上的雾");
  await site.close();
  await app.kill();
  await page.reload();
  await openArticle(page, "河上的雾");
  await page.waitForFunction(
    () => (document.querySelector<HTMLImageElement>(".prose img[data-picture]")?.naturalWidth ?? 0) === 192,
    undefined,
  );
});

test(
  "a link whose site refuses waits on the shelf, says what to do, and is filled by what is pasted there",
  ownCode,
  async ({ app, open: openBrowser }) => {
    const site = await openSite({ "/shut": { body: story("不给读的页") } });
    const { page } = await openBrowser();
    await openApp(page, app.url);
    const url = `${site.url}/shut?utm_source=test`;
    await addLink(page, url);
    const title = `${site.url.replace("http://", "")}/shut`;
    await openPending(page, title);
    expect(await page.textContent(".pending-address")).toBe(url);
    expect(await page.evaluate(() => document.querySelectorAll(".pending-screen li").length)).toBe(3);
    const before = await libraryRows(page);
    await paste(page, story("不给读的页"));
    await page.waitForSelector(".prose > *");
    const after = await libraryRows(page);
    expect(after.articles.length).toBe(before.articles.length);
    const filled = after.articles.find((article) => article.url === url);
    expect(filled).toMatchObject({
      id: before.articles.find((article) => article.url === url)?.id,
      title: "不给读的页",
    });
    expect(filled?.pending).toBeUndefined();
    await site.close();
  },
);

test(
  "no picture of a kept page is asked for until the reader says so, and then it stays",
  ownCode,
  async ({ app, open: openBrowser }) => {
    let asked = 0;
    const site = await openSite({ "/boat.png": { body: boat, type: "image/png", headers: open } }, () => asked++);
    const { page } = await openBrowser();
    await openApp(page, app.url);
    await paste(page, story("贴来的页").replace("/boat.png", `${site.url}/boat.png`));
    await openArticle(page, "贴来的页");
    await page.waitForSelector(".missing-picture");
    expect(asked).toBe(0);
    await page.click(".missing-pictures button");
    await page.waitForSelector(".prose img[data-picture]");
    expect(asked).toBe(1);
    await site.close();
    await page.reload();
    await page.waitForFunction(
      () => (document.querySelector<HTMLImageElement>(".prose img[data-picture]")?.naturalWidth ?? 0) === 192,
      undefined,
    );
  },
);

async function openPending(page: UiPage, title: string): Promise<void> {
  await seeTitle(page, title);
  await page.evaluate((wanted) => {
    const card = [...document.querySelectorAll(".article-card")].find(
      (one) => one.querySelector("h2")?.textContent === wanted,
    );
    card?.querySelector<HTMLElement>("a")?.click();
  }, title);
  await page.waitForSelector(".pending-screen");
}
