import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { builtApp, test } from "./harness.ts";
import { writeFiles } from "./pages.ts";
import { addFiles, libraryRows, openApp, openArticle, seeTitle } from "./reader.ts";
import type { UiPage } from "./session.ts";

const title = "渡口的灯 & 塔";
const sentence = "摆渡人把缆绳绕了三圈，等最后一个赶集的人上船。";
const picture = readFileSync(join(builtApp, "icons/icon-192.png")).toString("base64");
const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><meta name="author" content="林溪"></head><body><article><h1>${title}</h1>
<p>${sentence.repeat(4)}</p><p><img src="data:image/png;base64,${picture}" alt="灯" width="192" height="192"></p><h2>第二节</h2><p>${sentence.repeat(5)}</p></article></body></html>`;

test("an article taken out as a book and as Markdown is deleted for good, and comes back whole from either without a network", async ({
  app,
  open,
}, running) => {
  test.slow();
  const { page } = await open();
  await openApp(page, app.url);
  await addFiles(
    page,
    writeFiles((name) => running.outputPath(name), { "ferry.html": html }),
  );
  await seeTitle(page, title);
  const before = await kept(page);
  expect(before?.pictures).toMatchObject({ kept: 1 });
  const files: string[] = [];
  for (const format of ["epub", "markdown"]) {
    await openArticle(page, title);
    const file = await takeOut(page, format);
    const path = running.outputPath(file.name);
    writeFileSync(path, Buffer.from(file.base64, "base64"));
    files.push(path);
    await page.click(".reader-back");
  }
  expect(files.map((path) => path.replace(/.*\//, ""))).toEqual([`${title}.epub`, `${title}.zip`]);
  await app.kill();
  for (const path of files) {
    await forget(page);
    await page.reload();
    expect(await kept(page)).toBeUndefined();
    await page.waitForSelector(".navigation-add");
    await addFiles(page, [path]);
    await expect.poll(() => kept(page), { message: "the article never came" }).toEqual(before);
  }
});

/** Exports the open article; the file is caught on its way to the disk. */
async function takeOut(page: UiPage, format: string): Promise<{ name: string; base64: string }> {
  await page.evaluate(() => {
    const caught = window as { caught?: Promise<{ name: string; base64: string }> };
    caught.caught = new Promise((resolve) => {
      document.addEventListener(
        "click",
        async (event) => {
          const link = (event.target as Element).closest<HTMLAnchorElement>("a[download]");
          if (!link) return;
          event.preventDefault();
          const bytes = new Uint8Array((await blobs.at(-1)?.arrayBuffer()) as ArrayBuffer);
          let text = "";
          for (const byte of bytes) text += String.fromCharCode(byte);
          resolve({ name: link.download, base64: btoa(text) });
        },
        { capture: true },
      );
    });
    const blobs: Blob[] = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      blobs.push(blob);
      return make.call(URL, blob);
    };
  });
  await page.click(".reader-bar .menu-button");
  await page.click(".reader-share");
  await page.click(".share-way-file");
  await page.click(`.export-format-${format} input`);
  await page.click(".export-start");
  const file = await page.evaluate(() => (window as { caught?: Promise<{ name: string; base64: string }> }).caught);
  await page.click(".export-sheet .main-button");
  return file as { name: string; base64: string };
}

/** The article as it is in the library, as far as two copies can be the same. */
async function kept(page: UiPage) {
  const { articles, contents } = await libraryRows(page);
  const article = articles.find((row) => row.title === title);
  const content = contents.find(({ id }) => id === article?.id);
  return (
    article &&
    content && {
      words: content.text.replace(/\s+/g, ""),
      shown: /data-picture="(\w+)"/.exec(content.html)?.[1],
      pictures: article.receipt?.pictures,
    }
  );
}

/** Deletes everything of the article for good, past the app. */
function forget(page: UiPage): Promise<unknown> {
  return page.evaluate(async (wanted) => {
    const library = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("liuye");
      opening.onsuccess = () => resolve(opening.result);
    });
    const change = library.transaction(["articles", "contents", "pictures", "originals"], "readwrite");
    const articles = change.objectStore("articles");
    const finding = articles.getAll();
    finding.onsuccess = () => {
      for (const { id, title } of finding.result) {
        if (title !== wanted) continue;
        articles.delete(id);
        for (const store of ["contents", "originals"]) change.objectStore(store).delete(id);
      }
      change.objectStore("pictures").clear();
    };
    await new Promise((resolve) => {
      change.oncomplete = resolve;
    });
    library.close();
  }, title);
}
