import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { builtApp, ownCode, test } from "./harness.ts";
import { articlePage } from "./pages.ts";
import { bookmarklet, libraryRows, openApp, runBookmarklet } from "./reader.ts";
import { serve } from "./server.ts";
import { openSite } from "./site.ts";

const title = "河堤上的风筝";
const words = "夜校每周开三回";
const closedPolicy = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const picture = { type: "image/png", body: readFileSync(join(builtApp, "icons/icon-192.png")) };
const image = `<p><img src="data:," data-src="/other.png" srcset="/kite.png 1x" alt="风筝"></p><input value="secret">`;

test("the bookmarklet keeps a page of another site, whatever that site forbids", async ({ app, open }) => {
  const { page, popup } = await open();
  const code = await bookmarklet(page, app.url);
  expect(code.length).toBeLessThan(6000);
  const link = `<p><a id="bookmark" href="${code.replaceAll("&", "&amp;")}">留下这一页</a></p>`;
  const guarded = (policy: string) => ({ "content-security-policy": policy, "x-frame-options": "DENY" });
  const site = await openSite({
    "/shut": { body: articlePage("禁止一切的页"), headers: guarded(closedPolicy) },
    "/seen": {
      body: articlePage("只许看的图", "utf-8", image),
      headers: guarded("default-src 'none'; img-src 'self'"),
    },
    "/free": { body: articlePage("许读的图", "utf-8", image), headers: guarded("img-src 'self'") },
    "/link": { body: articlePage("链接里的书签", "utf-8", link) },
    "/kite.png": picture,
  });
  const keep = async (path: string, run = () => runBookmarklet(page, code)) => {
    await page.goto(`${site.url}${path}`);
    await page.waitForFunction(() => [...document.images].every(({ naturalWidth }) => naturalWidth === 192), undefined);
    const opened = await popup(run);
    await opened.waitForSelector(".bookmarklet-kept");
    expect(await opened.textContent(".prose")).toContain(words);
    const kept = (await libraryRows(opened)).articles.find(({ url }) => url === `${site.url}${path}`);
    expect(await opened.evaluate(() => location.hash)).toBe(`#/shelf/${kept?.id}`);
    expect(await page.evaluate(() => document.getElementById("liuye-notice"))).toBe(null);
    return kept?.receipt;
  };
  expect(await keep("/shut")).toMatchObject({ via: "bookmarklet" });
  // Where the site forbids reading its pictures they come from the screen, elsewhere as they are.
  for (const path of ["/seen", "/free"])
    expect(await keep(path), path).toMatchObject({ pictures: { kept: 1, missing: {} } });
  // As the address of a link it runs at a tap.
  expect(await keep("/link", () => page.click("#bookmark"))).toMatchObject({ via: "bookmarklet" });
  await site.close();
});

test("a page that cuts its windows apart offers a copy or a file", async ({ app, open }) => {
  const { page } = await open();
  const code = await bookmarklet(page, app.url);
  const headers = { "cross-origin-opener-policy": "same-origin", "content-security-policy": closedPolicy };
  const site = await openSite({ "/kite": { body: articlePage(title), headers } });
  await page.goto(`${site.url.replace("127.0.0.1", "localhost")}/kite`); // the header counts in secure contexts only
  await runBookmarklet(page, code);
  await page.waitForFunction(() => document.getElementById("liuye-notice") !== null, undefined);
  const buttons = await page.evaluate(() => {
    const notice = document.getElementById("liuye-notice")?.shadowRoot;
    return [...(notice?.querySelectorAll("button") ?? [])].map((button) => button.textContent);
  });
  expect(buttons).toHaveLength(3); // copy, save, close; a window has opened, so there is no need of another
  expect(buttons.every((label) => label && label.length > 1)).toBe(true);
  await site.close();
});

test(
  "of a selection only the selection is kept, beside the whole page if that is here",
  ownCode,
  async ({ app, open }) => {
    const { page, popup } = await open();
    const code = await bookmarklet(page, app.url);
    const site = await openSite({ "/kite": { body: articlePage(title) } });
    await page.goto(`${site.url}/kite`);
    const whole = await popup(() => runBookmarklet(page, code));
    await whole.waitForSelector(".bookmarklet-kept");
    await page.evaluate(() => {
      const [, second] = document.querySelectorAll("article p");
      if (second) getSelection()?.selectAllChildren(second);
    });
    const opened = await popup(() => runBookmarklet(page, code));
    await opened.waitForSelector(".bookmarklet-kept");
    const text = await opened.textContent(".prose");
    expect(text).toContain(words);
    expect(text).not.toContain("先生把油灯拨亮");
    const rows = (await libraryRows(opened)).articles.filter(({ url }) => url === `${site.url}/kite`);
    expect(rows).toHaveLength(2);
    await site.close();
  },
);

test("the bookmarklet works beside the headers we ask hosts to send", ownCode, async ({ open }) => {
  const app = await serve(builtApp, "/", publicHeaders());
  const { page, popup } = await open();
  const code = await bookmarklet(page, app.url);
  const site = await openSite({ "/kite": { body: articlePage(title) } });
  await page.goto(`${site.url}/kite`);
  const opened = await popup(() => runBookmarklet(page, code));
  await opened.waitForSelector(".bookmarklet-kept");
  await app.kill();
  await site.close();
});

test("with an opener policy of its own Liuye would be cut from the sites that open it", ownCode, async ({ open }) => {
  const app = await serve(builtApp, "/", { "cross-origin-opener-policy": "same-origin-allow-popups" });
  const { page } = await open();
  const code = await bookmarklet(page, app.url);
  const site = await openSite({ "/kite": { body: articlePage(title) } });
  await page.goto(`${site.url}/kite`);
  await runBookmarklet(page, code);
  await page.waitForFunction(() => document.getElementById("liuye-notice") !== null, undefined);
  await app.kill();
  await site.close();
});

test("a window that opens Liuye and sends anything else keeps nothing", ownCode, async ({ app, open }) => {
  test.slow();
  const session = await open();
  await openApp(session.page, app.url);
  await session.page.waitForSelector(".article-card:nth-child(2)");
  const before = await libraryRows(session.page);
  const site = await openSite({ "/": { body: "<!DOCTYPE html><title>Opener</title>" } });
  const good = { url: `${site.url}/kite`, title, html: articlePage(title), selection: "", pictures: [] };
  const hostile: Record<string, object> = {
    "wrong nonce": { ...good, nonce: "f".repeat(32) },
    "no web address": { ...good, url: "javascript:alert(1)" },
    "address of another site": { ...good, url: "https://bank.example.org/" },
    "words that are no words": { ...good, html: { toString: 1 } },
  };
  for (const [name, message] of Object.entries(hostile)) {
    await session.page.goto(site.url);
    const popup = await session.popup(() => session.page.evaluate(openAndSend, { app: app.url, messages: [message] }));
    await popup.waitForSelector(".bookmarklet-answers");
    expect(await libraryRows(popup), name).toEqual(before);
  }
  await site.close();
});

test("one message is taken, and none from a third window", ownCode, async ({ app, open }) => {
  const session = await open();
  await openApp(session.page, app.url);
  const site = await openSite({
    "/": { body: "<!DOCTYPE html><title>Opener</title><iframe src='/frame'></iframe>" },
    "/frame": { body: "" },
  });
  const good = (name: string) => ({
    url: `${site.url}/${name}`,
    title: name,
    html: articlePage(name),
    selection: "",
    pictures: [],
  });
  await session.page.goto(site.url);
  const popup = await session.popup(() =>
    session.page.evaluate(openAndSend, {
      app: app.url,
      third: good("夜里的第三扇窗户"),
      messages: [good("第一次送来的风筝"), good("第二次送来的风筝")],
    }),
  );
  // A site that opens Liuye by itself has no key: the reader is asked.
  await popup.waitForSelector(".bookmarklet-keep");
  const unasked = (await libraryRows(popup)).articles.map((row) => row.title);
  expect(unasked.filter((title) => /风筝|窗户/.test(title))).toEqual([]);
  await popup.click(".bookmarklet-keep");
  await popup.waitForSelector(".bookmarklet-kept");
  await popup.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  const titles = (await libraryRows(popup)).articles.map((row) => row.title);
  expect(titles).toContain("第一次送来的风筝");
  expect(titles).not.toContain("第二次送来的风筝");
  expect(titles).not.toContain("夜里的第三扇窗户");
  await site.close();
});

/** What a site does that opens Liuye by itself: sends messages as soon as it may, and one from a frame of its own before. */
function openAndSend({ app, messages, third }: { app: string; messages: object[]; third?: object }) {
  const nonce = "0123456789abcdef".repeat(2);
  const popup = window.open(`${app}#/keep/${nonce}`);
  addEventListener("message", (event) => {
    if (event.source !== popup || event.data !== "liuye:ready") return;
    if (third) {
      const sender = (frames[0] as unknown as { Function: FunctionConstructor }).Function;
      sender("popup", "message", "popup.postMessage(message, '*')")(popup, { nonce, ...third });
    }
    for (const message of messages) popup?.postMessage({ nonce, ...message }, "*");
  });
}

/** What public/_headers says of every path. */
function publicHeaders(): Record<string, string> {
  const [, all = ""] = /^\/\*\n((?: {2}.+\n)+)/m.exec(readFileSync(join(builtApp, "_headers"), "utf8")) ?? [];
  return Object.fromEntries(
    all
      .trim()
      .split("\n")
      .map((line) => /^\s*([\w-]+): (.+)$/.exec(line)?.slice(1) ?? []),
  );
}
