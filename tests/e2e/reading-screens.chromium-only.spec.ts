// The reading page as those meet it who see little, or nothing, or only keys: on every paper, in every way, with every sheet.
import { expect, type Page } from "@playwright/test";
import { expectAccessible, remember } from "./accessible.ts";
import { test } from "./harness.ts";
import { articlePage, writeFiles } from "./pages.ts";
import { addFiles, openApp, openArticle } from "./reader.ts";
import type { Visit } from "./session.ts";

const title = "石桥村的夜校";
const names = ["开课", "识字", "算账", "散学"];
const section = (name: string) => `<h2>${name}</h2><p>${`${name}的灯亮到半夜，木匠把刨花扫进炉膛。`.repeat(8)}</p>`;
const table = `<table><tr>${"<th>第几夜来了多少人</th>".repeat(7)}</tr><tr>${"<td>三十一</td>".repeat(7)}</tr></table>`;
const body = `<p>夜校开在磨坊里。<sup><a href="#fn1" id="r1">[1]</a></sup></p>${names.map(section).join("")}${table}
<pre><code>function lamp(oil, hours) { return oil / hours; } // a line too long for a small phone</code></pre>
<ol><li id="fn1">磨坊建于一九三一年。<a href="#r1">↩</a></li></ol>`;

/** Opens the article with the preferences given, on a page where nothing moves. */
async function openLetter(session: Visit, url: string, path: string, preferences: Record<string, string>) {
  const page = session.playwright as Page;
  await page.emulateMedia({ reducedMotion: "reduce" }); // nothing is measured half faded in
  await openApp(page, url);
  await remember(page, preferences);
  await addFiles(
    page,
    writeFiles(() => path, { "letter.html": articlePage(title, "utf-8", body) }),
  );
  await openArticle(page, title);
  await page.waitForSelector(".reader-section");
  return page;
}

async function setTo(page: Page, preferences: Record<string, string>) {
  await remember(page, preferences);
  await page.waitForSelector(".reader-section");
}

/** What lies over the page, by what opens it; each is put away by Escape, the voice by its own key. */
const sheets: Record<string, (page: Page) => Promise<unknown>> = {
  ".type-sheet": (page) => page.click(".reader-type"),
  ".contents-sheet": (page) => page.keyboard.press("t"),
  ".keys-sheet": (page) => page.keyboard.press("?"),
  ".share-sheet": (page) => fromMenu(page, ".reader-share"),
  ".print-sheet": (page) => fromMenu(page, ".reader-print"),
  ".mark-list": (page) => fromMenu(page, ".reader-marks"),
  ".footnote": (page) => page.evaluate(() => document.querySelector<HTMLElement>(".prose sup a")?.click()),
  ".selection-toolbar": (page) =>
    page.evaluate(() => {
      const words = document.querySelector(".prose p");
      if (words) getSelection()?.selectAllChildren(words);
    }),
  ".player": (page) => page.keyboard.press("r"),
};

async function fromMenu(page: Page, selector: string) {
  await page.click(".reader-bar .menu-button");
  await page.click(selector);
}

async function putAway(page: Page, sheet: string) {
  if (sheet === ".player") await page.click(".player-close");
  else if (sheet === ".selection-toolbar") await page.evaluate(() => getSelection()?.removeAllRanges());
  else await page.keyboard.press("Escape");
  await page.waitForSelector(sheet, { state: "detached" });
}

test("every paper in every way passes axe", async ({ app, open }, running) => {
  test.slow();
  const page = await openLetter(await open(), app.url, running.outputPath("letter.html"), { language: "zh-CN" });
  for (const paper of ["paper", "sepia", "night", "ink"]) {
    for (const way of ["scroll", "pages", "vertical"]) {
      await setTo(page, { "reading-paper": paper, way });
      await expectAccessible(page, `${way} on ${paper}`);
    }
  }
});

for (const language of ["zh-CN", "en"]) {
  test(`every sheet over the page passes axe and fits a screen of 320 pixels in ${language}`, async ({
    app,
    open,
  }, running) => {
    test.slow();
    // 640 pixels at 200 %; WCAG 1.4.10 asks for 320.
    const page = await openLetter(await open({ width: 320, height: 568 }), app.url, running.outputPath("letter.html"), {
      language,
    });
    for (const [sheet, call] of Object.entries(sheets)) {
      await call(page);
      await page.waitForSelector(sheet);
      await expectAccessible(page, sheet);
      expect(await cutOff(page), sheet).toEqual([]);
      await putAway(page, sheet);
    }
    for (const way of ["scroll", "pages", "vertical"]) {
      await setTo(page, { way, size: "36" as string });
      expect(await cutOff(page), way).toEqual([]);
    }
  });
}

/** What a reader at 200 % could reach only by scrolling sideways: the page itself, or a control that is not within it. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isWide = (element: Element) => element.scrollWidth > element.clientWidth + 1;
    const panes = ["html", "body", ".reader-screen", "dialog[open]", "dialog[open] *"].flatMap((name) =>
      [...document.querySelectorAll(name)].filter(
        (pane) => isWide(pane) && getComputedStyle(pane).overflowX !== "visible",
      ),
    );
    const controls = [
      ...document.querySelectorAll(
        ".reader-bar button, .reader-foot button, dialog[open] :is(button, input, select), .player :is(button, select), .selection-toolbar button",
      ),
    ];
    const outside = controls.filter((control) => {
      const { left, right, width: own } = control.getBoundingClientRect();
      return own > 0 && (left < -1 || right > width + 1);
    });
    return [...panes, ...outside].map((element) => `${element.tagName} ${element.className}`);
  });
}

test("a screen reader hears the article in its order, in every way", async ({ app, open }, running) => {
  const page = await openLetter(await open(), app.url, running.outputPath("letter.html"), { language: "zh-CN" });
  for (const way of ["scroll", "pages", "vertical"]) {
    await setTo(page, { way });
    const tree = await page.locator(".app-reader").ariaSnapshot();
    const expected = [
      'button "返回"',
      `heading "${title}" [level=1]`,
      "夜校开在磨坊里。",
      ...names.map((name) => `heading "${name}" [level=2]`),
      "columnheader",
      "磨坊建于一九三一年。",
      "先生把油灯拨亮",
      "赶夜路的人说",
    ];
    const places = expected.map((words) => tree.indexOf(words));
    expect(places, `${way}: ${expected.filter((_, at) => (places[at] ?? -1) < 0)}`).not.toContain(-1);
    expect(places, way).toEqual(places.toSorted((a, b) => a - b));
  }
});
