import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { encodeAs } from "../fixtures/encode.ts";
import { chromeArchive } from "../fixtures/formats/mail.ts";
import { safariArchive } from "../fixtures/formats/safari-archive.ts";
import { title as safariTitle } from "../fixtures/formats/story.ts";
import { assemble } from "../fixtures/formats/write-plist.ts";
import { builtApp, ownCode, test } from "./harness.ts";
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

test(
  "hostile files get one sentence each, and the good ones beside them are kept",
  ownCode,
  async ({ app, open }, running) => {
    test.slow();
    const mhtml = chromeArchive();
    const longLine = "风".repeat(1000) + "。".repeat(10);
    const files = writeFiles((name) => running.outputPath(name), {
      "bomb.zip": zipSync({ "bomb.html": new Uint8Array(64 * 1024 * 1024) }),
      "escape.zip": zipSync({ "../../evil.html": strToU8(articlePage("坏")) }),
      "crowd.zip": zipSync(Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`${at}.txt`, strToU8("x")]))),
      "half an archive.mhtml": mhtml.subarray(0, mhtml.length / 8),
      "no container.epub": zipSync({
        mimetype: [strToU8("application/epub+zip"), { level: 0 }],
        "a.xhtml": strToU8("<p>a"),
      }),
      "loop.webarchive": loop(),
      "a list.csv": 'title,url\r\n"two\r\nlines, ""quoted""",https://example.com/1\r\n',
      "one line beyond.txt": "长".repeat(5 * 1024 * 1024 + 1),
      // These are read:
      "one line.txt": longLine.repeat(1500).slice(0, 5_000_000 / 3), // 5 MB in UTF-8, and no end of line
      "an archive of Safari.html": safariArchive(),
      "good.html": articlePage(goodTitle),
    });
    const { page } = await open();
    await openApp(page, app.url);
    await guidesThere(page);
    await addFiles(page, files);
    await page.waitForSelector(".add-report-done", { timeout: 40_000 });
    const said = await page.evaluate(() =>
      [...document.querySelectorAll(".add-report-done li")].map((line) => line.textContent?.trim() ?? ""),
    );
    const bad = files.slice(0, 8).map((path) => path.replace(/.*\//, ""));
    expect(said).toHaveLength(bad.length);
    for (const name of bad) {
      const sentences = said.filter((line) => line.includes(name));
      expect(sentences, name).toHaveLength(1);
      expect(sentences[0]?.length, name).toBeGreaterThan(name.length + 5);
    }
    const { articles } = await libraryRows(page);
    expect(articles.map(({ title }) => title)).toEqual(expect.arrayContaining([goodTitle, safariTitle]));
    expect(articles).toHaveLength(2 + files.length - bad.length);
  },
);

test("an empty clipboard gets one sentence, and nothing is kept", ownCode, async ({ app, open }) => {
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

/** A property list whose dictionary holds a list that holds the dictionary. */
function loop(): Uint8Array {
  return assemble([
    [0xd1, 0, 1, 0, 2], // { WebMainResource: [ … ] }
    [0x5f, 0x10, 15, ...Buffer.from("WebMainResource")],
    [0xa1, 0, 0],
  ]);
}

/** Waits for the two guides that stand on every new shelf. */
async function guidesThere(page: UiPage) {
  await page.waitForSelector(".article-card:nth-child(2)");
}
