import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { encodeAs } from "../fixtures/encode.ts";
import { builtApp, test } from "./harness.ts";
import { articlePage, oldPage, writeFiles } from "./pages.ts";
import { addFiles, libraryRows, openApp, seeTitle } from "./reader.ts";
import type { UiPage } from "./session.ts";

const goodTitle = "河堤上的风筝";

test("of a batch the good page is kept, and each bad file gets one sentence", async ({ app, open }, running) => {
  const wholeBytes = encodeAs("gb18030", oldPage.html);
  const half = encodeAs("gb18030", oldPage.html.slice(0, oldPage.html.indexOf("孙子课本"))).length;
  const files = writeFiles((name) => running.outputPath(name), {
    "empty.html": "",
    "enormous.txt": "长".repeat(7_000_000), // 20 MB
    "picture.html": readFileSync(join(builtApp, "icons/icon-192.png")),
    "half written.html": wholeBytes.subarray(0, half + 1), // ends between the two bytes of a character
    "good.html": articlePage(goodTitle),
  });
  const { page } = await open();
  await openApp(page, app.url);
  await guidesThere(page);
  const before = await libraryRows(page);
  await addFiles(page, files);
  await page.waitForSelector(".add-report-done");
  await seeTitle(page, goodTitle);
  const sentences = await page.evaluate(() => {
    const lines = [...document.querySelectorAll(".add-report-done li")];
    return lines.map((line) => [line.querySelector("b")?.textContent ?? "", line.textContent?.trim()]);
  });
  expect(sentences).toHaveLength(4);
  for (const name of ["empty.html", "enormous.txt", "picture.html", "half written.html"]) {
    const said = sentences.filter(([, line]) => line?.includes(name));
    expect(said, name).toHaveLength(1);
    expect(said[0]?.[1]?.length, name).toBeGreaterThan(name.length + 5);
  }

  const { articles, contents } = await libraryRows(page);
  expect(articles.map(({ title }) => title).sort()).toEqual(
    [...before.articles.map(({ title }) => title), goodTitle, oldPage.title].sort(),
  );
  expect(contents.map(({ id }) => id).sort()).toEqual(articles.map(({ id }) => id).sort());
  expect(contents.filter(({ text }) => text.includes("\ufffd"))).toEqual([]);
});

test("an empty clipboard gets one sentence, and nothing is kept", async ({ app, open }) => {
  const { page } = await open();
  await openApp(page, app.url);
  await guidesThere(page);
  const before = await libraryRows(page);
  // Engines ask for leave in different ways, so the clipboard itself is put in their place.
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: { read: async () => [] } });
  });
  await page.click(".navigation-add");
  await page.click(".add-clipboard");
  await page.waitForSelector(".add-problem");
  expect((await page.textContent(".add-problem"))?.length).toBeGreaterThan(5);
  expect(await libraryRows(page)).toEqual(before);
});

/** Waits for the two guides that stand on every new shelf. */
async function guidesThere(page: UiPage) {
  await page.waitForSelector(".article-card:nth-child(2)");
}
