import { expect } from "@playwright/test";
import { test } from "./harness.ts";
import { copiedPage, writeFiles } from "./pages.ts";
import { addFiles, openApp, openArticle, seeTitle, startAt } from "./reader.ts";
import type { UiPage } from "./session.ts";

const words = "本子传到第三天，已经厚得合不上了";

test("what is marked and noted is there after a new start, on the page of notes and in a file, and can be undone", async ({
  app,
  open,
}, running) => {
  const files = writeFiles((name) => running.outputPath(name), { "渡口.txt": copiedPage.text });
  const { page } = await open();
  await openApp(page, app.url);
  await addFiles(page, files);
  await seeTitle(page, copiedPage.title);
  await openArticle(page, copiedPage.title);
  await select(page, words);
  await page.click(".selection-toolbar .swatch-green");
  await seePainted(page, "green", words);
  await select(page, "一只装着小猫的竹篮");
  await page.click(".selection-note");
  await page.fill(".mark-sheet textarea", "the cat");
  await page.waitForSelector(".mark-sheet small:not(:empty)");
  await page.click(".mark-done");
  await page.fill(".article-note textarea", "再读一遍");
  await page.waitForSelector(".article-note small:not(:empty)");

  await startAt(page, `${app.url}#/notes`);
  await page.waitForSelector(".noted-article");
  const noted = await page.textContent(".noted-article");
  for (const written of [copiedPage.title, words, "the cat", "再读一遍"]) expect(noted).toContain(written);
  expect(await exported(page)).toContain(`> ${words}`);

  await page.click(".noted-green");
  await page.waitForSelector(".prose p");
  await seePainted(page, "green", words);
  await tap(page);
  await page.click(".mark-remove");
  await seePainted(page, "green", "");
  await page.click(".toast button");
  await seePainted(page, "green", words);
});

/** Selects words of the open article as a finger or a mouse would leave them. */
async function select(page: UiPage, wanted: string) {
  await page.waitForSelector(".highlight-layer");
  await page.evaluate((sought) => {
    const walker = document.createTreeWalker(document.querySelector(".prose") as Element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const at = text.data.indexOf(sought);
      if (at < 0) continue;
      text.parentElement?.scrollIntoView({ block: "center" });
      getSelection()?.setBaseAndExtent(text, at, text, at + sought.length);
      return;
    }
  }, wanted);
  await page.waitForSelector(".selection-toolbar");
}

/** Waits until just these words are painted in a colour. */
async function seePainted(page: UiPage, colour: string, wanted: string) {
  await page.waitForFunction(
    ([name, sought]) => [...((CSS.highlights.get(`mark-${name}`) ?? []) as Iterable<Range>)].join() === sought,
    [colour, wanted] as const,
  );
}

/** Taps on the green words, where the engine says they are. */
function tap(page: UiPage) {
  return page.evaluate(() => {
    const [range] = (CSS.highlights.get("mark-green") ?? []) as Iterable<Range>;
    const box = range?.getClientRects()[0];
    if (!box) throw new Error("Nothing is painted green");
    const point = { clientX: box.left + 8, clientY: box.top + box.height / 2, bubbles: true, cancelable: true };
    document.elementFromPoint(point.clientX, point.clientY)?.dispatchEvent(new MouseEvent("click", point));
  });
}

/** What the Markdown file holds: it is read where it is made, as not every engine here hands over what it saves. */
async function exported(page: UiPage): Promise<string> {
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      if (file instanceof Blob) file.text().then((text) => (document.body.dataset.file = text));
      return make(file);
    };
    addEventListener(
      "click",
      (event) => (event.target as Element).closest("a[download]") && event.preventDefault(),
      true,
    );
  });
  await page.click(".menu-button");
  await page.click(".notes-markdown");
  await page.waitForFunction(() => document.body.dataset.file !== undefined, undefined);
  return page.evaluate(() => document.body.dataset.file ?? "");
}
