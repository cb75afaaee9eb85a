import { expect } from "@playwright/test";
import { encodeAs } from "../fixtures/encode.ts";
import { test } from "./harness.ts";
import { copiedPage, oldPage, writeFiles } from "./pages.ts";
import { addFiles, openApp, seeTitle, startAt } from "./reader.ts";
import type { UiPage } from "./session.ts";

test("what is kept is found as one types, opens at the sentence, and is found again offline after a new start", async ({
  app,
  open,
}, running) => {
  const files = writeFiles((name) => running.outputPath(name), {
    "渡口.txt": copiedPage.text,
    "old site.html": encodeAs("gb18030", oldPage.html),
    "standard.txt":
      "质量管理手记\n\n".padEnd(20) + "这一版手册按 GB/T 19001—2016 写成，先说范围，再说术语。".repeat(12),
  });
  const { page } = await open();
  await openApp(page, app.url);
  await addFiles(page, files);
  await seeTitle(page, copiedPage.title);
  await seeTitle(page, oldPage.title);

  await page.evaluate(() => {
    location.hash = "#/search";
  });
  await page.waitForSelector(".search-field input");
  await type(page, "本子傳到"); // traditional, and not yet finished
  await seeHit(page, copiedPage.title);
  expect(await page.textContent(".search-hit mark")).toBe("本子传到");
  await type(page, "gbt19001");
  await seeHit(page, "质量管理手记");
  await type(page, "dukou");
  await seeHit(page, copiedPage.title);

  await type(page, "船的声音");
  // The article before was the same one, found by other words: only its snippet says which search it answers.
  await expect.poll(() => page.textContent(".search-hit p mark")).toBe("船的声音");
  await page.click(".search-hit a");
  await page.waitForSelector(".hit-bar");
  expect(await page.textContent(".hit-bar span")).toBe("1/6");
  await page.click(".hit-bar button:nth-of-type(2)");
  await expect.poll(() => page.textContent(".hit-bar span")).toBe("2/6");
  expect(await hitIsOnScreen(page)).toBe(true);

  await app.kill();
  await startAt(page, `${app.url}#/search?q=${encodeURIComponent("油灯")}`);
  await seeHit(page, oldPage.title);
});

function type(page: UiPage, words: string): Promise<void> {
  return page.fill(".search-field input", words);
}

function seeHit(page: UiPage, title: string): Promise<unknown> {
  return page.waitForFunction(
    (wanted) => document.querySelector(".search-hit h2")?.textContent?.includes(wanted),
    title,
    { timeout: 30_000 },
  );
}

/** Whether the place that is shown now is on the screen; an engine without painted highlights has nothing to show. */
function hitIsOnScreen(page: UiPage): Promise<boolean> {
  return page.evaluate(() => {
    const [range] = CSS.highlights?.get("search-hit-now") ?? [];
    if (!(range instanceof Range)) return true;
    const { top, bottom } = range.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}
