import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { chromeArchive } from "../fixtures/formats/mail.ts";
import { safariArchiveOf } from "../fixtures/formats/safari-archive.ts";
import type { Packing } from "../fixtures/formats/story.ts";
import { builtApp, test } from "./harness.ts";
import { writeFiles } from "./pages.ts";
import { addFiles, bookmarklet, libraryRows, runBookmarklet } from "./reader.ts";
import type { UiPage } from "./session.ts";
import { openSite } from "./site.ts";

const title = "河湾的 Wi-Fi 塔";
const picture = readFileSync(join(builtApp, "icons/icon-192.png"));

test("one page gives one text, whichever way it comes: as a file, three archives, and by the bookmarklet", async ({
  app,
  open,
}, running) => {
  test.slow();
  const site = await openSite({ "/tower": { body: story() }, "/tower.png": { body: picture, type: "image/png" } });
  const page: Packing = {
    address: `${site.url}/tower`,
    html: story(),
    pictureAddress: `${site.url}/tower.png`,
    picture,
  };
  const files = {
    "plain.html": page.html,
    "singlefile.html": singleFile(page),
    "chrome.mhtml": chromeArchive(page),
    "safari.webarchive": safariArchiveOf(page),
  };
  const session = await open();
  const code = await bookmarklet(session.page, app.url);
  const came: Record<string, Kept> = {};
  await session.page.goto(app.url);
  for (const path of writeFiles((name) => running.outputPath(name), files)) {
    await addFiles(session.page, [path]);
    came[path.replace(/.*\//, "")] = await takeOut(session.page);
  }
  await session.page.goto(page.address);
  await session.page.waitForFunction(() => document.images[0]?.naturalWidth === 192, undefined);
  const opened = await session.popup(() => runBookmarklet(session.page, code));
  await opened.waitForSelector(".bookmarklet-kept");
  came.bookmarklet = await takeOut(opened);

  const { text } = came["plain.html"] as Kept;
  for (const word of ["Wi-Fi", "4 < 5", "— 老沈", "潮位", "3.2 m", "注一"]) expect(text).toContain(word);
  for (const [way, kept] of Object.entries(came)) expect({ way, text: kept.text }).toEqual({ way, text });
  // What lay beside the page, or in it, is kept; the lazy one came with none of them, and a bare file brings nothing.
  const { "plain.html": bare, ...whole } = came;
  expect(bare?.pictures).toMatchObject({ kept: 0 });
  expect(Object.fromEntries(Object.entries(whole).map(([way, { pictures }]) => [way, pictures]))).toEqual({
    "singlefile.html": { kept: 1, missing: { absent: 1 } },
    "chrome.mhtml": { kept: 1, missing: { absent: 1 } },
    "safari.webarchive": { kept: 1, missing: { absent: 1 } },
    bookmarklet: { kept: 1, missing: { absent: 1 } },
  });
  await site.close();
});

type Kept = { text: string; pictures: unknown };

/** Waits for the article, reads it past the app, and takes it out for the next. */
async function takeOut(page: UiPage): Promise<Kept> {
  const find = async () => {
    const { articles, contents } = await libraryRows(page);
    const article = articles.find((row) => row.title === title);
    const content = contents.find(({ id }) => id === article?.id);
    return article && content && { id: article.id, text: content.text, pictures: article.receipt?.pictures };
  };
  await expect.poll(find, { message: "the article never came" }).toBeTruthy();
  const kept = await find();
  await page.evaluate(async (id) => {
    const library = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("liuye");
      opening.onsuccess = () => resolve(opening.result);
    });
    const change = library.transaction(["articles", "contents"], "readwrite");
    for (const store of ["articles", "contents"]) change.objectStore(store).delete(id);
    await new Promise((resolve) => {
      change.oncomplete = resolve;
    });
    library.close();
  }, kept?.id ?? "");
  return kept as Kept;
}

/** A picture, a lazy one, a table, a footnote, entities, two languages, and what stands around an article. */
function story(): string {
  const paragraphs = [
    "河湾的人把那座塔叫 Wi-Fi 塔，虽然它建成的时候（1987）还没有这个词。塔上的人每天两次量水位，写在本子里，用的是&ldquo;老沈的铅笔&rdquo;。",
    "The tower keeper said: &ldquo;4 &lt; 5, so we wait.&rdquo; 他的意思是水位不到五米，船不必开；说这话时，雾已经漫到第三级台阶&nbsp;&mdash;&nbsp;老沈记得很清楚。",
    "后来塔上装了 LED 灯，夜里从对岸望过去，像一枚别在山腰的 pin。孩子们说，灯亮一下，就是有人在那头回了一句话&hellip;&hellip;",
  ];
  const table =
    "<table><caption>潮位</caption><tr><th>日期</th><th>Level</th></tr><tr><td>九月三日</td><td>3.2 m</td></tr><tr><td>九月四日</td><td>4.7 m</td></tr></table>";
  const note = '<p id="note">注一：水位从塔基的刻度读起。 <a href="#from">回到正文</a></p>';
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}_河湾网</title></head><body>
<div class="menu"><a href="/">首页</a> | <a href="/news">新闻</a></div>
<article><h1>${title}</h1>
<p>${paragraphs[0]}</p>
<p><img src="/tower.png" alt="塔" width="192" height="192"></p>
<p>${paragraphs[1]}<sup id="from"><a href="#note">[1]</a></sup></p>
<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="/lamp.png" alt="灯"></p>
<p>${paragraphs[2]}</p>
${table}
<p>${paragraphs[0]}</p>
${note}
</article><div class="foot">版权所有 河湾网</div></body></html>
`;
}

/** The page as SingleFile writes it: a comment that says where from, and its picture inside. */
function singleFile({ address, html, picture: bytes }: Packing): string {
  const inside = `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`;
  return html
    .replace("<html ", `<html data-sf `)
    .replace("<head>", `<!--\n Page saved with SingleFile \n url: ${address} \n saved date: Mon Nov 23 2026\n--><head>`)
    .replace("/tower.png", inside);
}
