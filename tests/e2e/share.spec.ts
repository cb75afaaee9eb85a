import { expect } from "@playwright/test";
import { ownCode, test } from "./harness.ts";
import { articlePage, writeFiles } from "./pages.ts";
import { addFiles, libraryRows, openApp, openArticle, seeTitle } from "./reader.ts";
import type { UiPage } from "./session.ts";
import { openSite, type Site } from "./site.ts";

const title = "河堤上的风筝";
const subPath = "/some/where/";

test.use({ subPath });

test("a shared file is kept on the reader's word, with the server up and with the server dead", async ({
  app,
  open,
}, running) => {
  const { page } = await open();
  await openShelf(page, app.url);
  const site = await sharingSite(app.url);
  for (const server of ["up", "dead"]) {
    const shared = `${title}，${server}`;
    const name = `kite ${server}.html`;
    if (server === "dead") await app.kill();
    const files = writeFiles((file) => running.outputPath(file), { [name]: articlePage(shared) });
    await share(page, site, files);
    await page.waitForSelector(".shared-card");
    expect(await page.textContent(".shared-card")).toContain(name);
    expect(await page.evaluate(() => location.href)).toBe(app.url);
    expect((await libraryRows(page)).articles.map((article) => article.title)).not.toContain(shared);
    await page.click(".shared-keep");
    await seeTitle(page, shared);
    await seeInboxEmpty(page);
    await page.reload();
    await seeTitle(page, shared);
    expect(await page.evaluate(sharedCards)).toBe(0);
  }
  expect(app.hits.filter(({ method }) => method === "POST")).toEqual([]);
  // In whatever folder it lives, nothing is asked for outside; /favicon.ico browsers ask for by themselves.
  expect(app.hits.filter(({ path }) => !path.startsWith(subPath) && path !== "/favicon.ico")).toEqual([]);
  await site.close();
});

test(
  "what another site posts is shown, never kept by itself, and gone when refused",
  ownCode,
  async ({ app, open }) => {
    const { page } = await open();
    await openShelf(page, app.url);
    const before = await libraryRows(page);
    const site = await sharingSite(app.url);
    await share(page, site);
    await page.waitForSelector(".shared-card");
    expect(await page.textContent(".shared-card")).toContain("example.org");
    for (const _ of ["a second look", "a third"]) {
      await page.reload();
      await page.waitForSelector(".shared-card");
    }
    expect(await libraryRows(page)).toEqual(before);
    await page.click(".shared-refuse");
    await seeInboxEmpty(page);
    await page.reload();
    await page.waitForSelector(".article-card:nth-child(2)");
    expect(await page.evaluate(sharedCards)).toBe(0);
    expect(await libraryRows(page)).toEqual(before);
    await site.close();
  },
);

test("a share outlives the page and the browser", ownCode, async ({ app, start }, running) => {
  const first = await start();
  await openShelf(first.page, app.url);
  const site = await sharingSite(app.url);
  await share(
    first.page,
    site,
    writeFiles((name) => running.outputPath(name), { "kite.html": articlePage(title) }),
  );
  await first.page.waitForSelector(".shared-card");
  await first.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500))); // the disk gets its turn
  await first.kill();
  const { page } = await start();
  await page.goto(app.url);
  await page.waitForSelector(".shared-keep");
  await page.click(".shared-keep");
  await seeTitle(page, title);
  await seeInboxEmpty(page);
  await site.close();
});

test("a link shared by address waits too, with the service worker gone", ownCode, async ({ app, open }) => {
  const { page } = await open();
  await openShelf(page, app.url);
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  });
  const text = encodeURIComponent("风筝的故事 https://kite.example.org/a?b=1，快看");
  await page.goto(`${app.url}?text=${text}`);
  await page.waitForSelector(".shared-card");
  expect(await page.textContent(".shared-card")).toContain("kite.example.org");
  expect(await page.evaluate(() => location.href)).toBe(app.url);
  await page.reload();
  await page.waitForSelector(".shared-keep");
  await page.click(".shared-keep");
  await seeInboxEmpty(page);
  const { articles } = await libraryRows(page);
  expect(articles).toContainEqual(expect.objectContaining({ url: "https://kite.example.org/a?b=1", pending: true }));
});

test("a share sent to the posting address by GET is read by the page", ownCode, async ({ app, open }) => {
  const { page } = await open();
  await openShelf(page, app.url);
  await page.goto(`${app.url}share?title=Kites&url=${encodeURIComponent("https://kite.example.org/b")}`);
  await page.waitForSelector(".shared-card");
  expect(await page.textContent(".shared-card")).toContain("Kites");
  expect(await page.evaluate(() => location.href)).toBe(app.url);
});

test("words shared with an address are kept as they are, with it", ownCode, async ({ app, open }) => {
  const { page } = await open();
  await openShelf(page, app.url);
  const words = "摆渡人老顾把缆绳绕了两圈，抬头数了数等船的人。\n\n七个大人，三个孩子，一只装着小猫的竹篮。";
  await page.goto(
    `${app.url}?title=${encodeURIComponent(title)}&text=${encodeURIComponent(`${words} https://kite.example.org/c`)}`,
  );
  await page.waitForSelector(".shared-keep");
  await page.click(".shared-keep");
  await seeTitle(page, title);
  await seeInboxEmpty(page);
  const { articles, contents } = await libraryRows(page);
  const kept = articles.find((article) => article.title === title);
  expect(kept).toMatchObject({ url: "https://kite.example.org/c" });
  expect(contents.find(({ id }) => id === kept?.id)?.text).toContain("装着小猫的竹篮");
});

test("a share leads back to the article one was reading", ownCode, async ({ app, open }, running) => {
  const { page } = await open();
  await openShelf(page, app.url);
  await addFiles(
    page,
    writeFiles((name) => running.outputPath(name), { "kite.html": articlePage(title) }),
  );
  await openArticle(page, title);
  const site = await sharingSite(app.url);
  await share(page, site);
  await page.waitForSelector(".shared-card");
  await page.waitForSelector(".prose > *");
  await site.close();
});

/** Opens the app and waits for the guides that stand on every new shelf. */
async function openShelf(page: UiPage, url: string) {
  await openApp(page, url);
  await page.waitForSelector(".article-card:nth-child(2)");
}

/** A site whose page posts to Liuye, as the share sheet of a phone does, and as any site can. */
function sharingSite(app: string): Promise<Site> {
  const body = `<!DOCTYPE html><form method="post" enctype="multipart/form-data" action="${app}share">
<input name="title" value=""><input name="text" value="A note from https://example.org/kites."><input name="url" value="">
<input type="file" name="files" multiple><button>Share</button></form>`;
  return openSite({ "/": { body } });
}

/** Posts what the site says, and the files chosen. */
async function share(page: UiPage, site: Site, files: string[] = []) {
  await page.goto(site.url);
  if (files.length > 0) await page.setInputFiles("input[type=file]", files);
  await page.click("button");
}

/** Waits until nothing that was shared waits any more. */
async function seeInboxEmpty(page: UiPage) {
  const waiting = () =>
    page.evaluate(async () => (await (await caches.open("liuye-share-inbox")).keys()).map(({ url }) => url));
  await expect.poll(waiting).toEqual([]);
}

/** Runs in the page: how many shares are shown. */
function sharedCards() {
  return document.querySelectorAll(".shared-card").length;
}
