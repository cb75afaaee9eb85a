// Every screen and sheet but the reading page's own, as those meet it who see little, or nothing, or only keys.
import { expect, type Page } from "@playwright/test";
import { remember } from "./accessible.ts";
import { lay } from "./furnish.ts";
import { test } from "./harness.ts";
import { articlePage, writeFiles } from "./pages.ts";
import { addFiles, openApp, openArticle } from "./reader.ts";
import type { Visit } from "./session.ts";
import { Walk } from "./walk.ts";

const title = "石桥村的夜校";
const letter = articlePage(title, "utf-8", '<p><img src="https://example.invalid/lamp.png" alt="一盏灯"></p>');
const lists = ["shelf", "favourites", "archive", "trash"];

async function begin(session: Visit, url: string, language: string): Promise<Page> {
  const page = session.playwright as Page;
  await page.emulateMedia({ reducedMotion: "reduce" }); // nothing is measured half faded in
  await page.addInitScript(() => {
    addEventListener("beforeinstallprompt", (event) => event.stopImmediatePropagation()); // the sheet is wanted
  });
  await openApp(page, url);
  await page.waitForSelector(".article-card:nth-child(2)");
  await remember(page, { language, "heard-offline-ready": "yes", "heard-install": "yes" });
  await page.waitForSelector(".article-card:nth-child(2)");
  return page;
}

for (const [language, papers] of [
  ["zh-CN", ["paper", "night", "ink"]],
  ["en", []],
] as const) {
  test(`every list, search, notes and me: bare, with one, with many, in ${language}`, async ({ app, open }) => {
    test.slow();
    const page = await begin(await open(), app.url, language);
    const walk = new Walk(page, app.url, papers);
    await lay(page, 0);
    for (const list of lists) await walk.go(list, `[data-list=${list}] .article-list-empty`, `${list}, bare`);
    await walk.go("search", ".search-hint", "search, bare");
    await walk.go("notes", ".notes-empty", "notes, bare");
    await walk.go("me", ".me-version", "me, bare");
    await walk.go("bookmarklet", ".bookmarklet-link");
    await walk.go("keep/nobody", ".bookmarklet-arrival");
    await walk.start();
    await lay(page, 1);
    await walk.look("shelf, one");
    await lay(page, 16);
    for (const list of lists) await walk.go(list, `[data-list=${list}] .article-card > a`);
    await walk.go("shelf?source=nobody", ".article-list-empty", "shelf, nothing fits");
    await walk.go("search?q=渡口", ".search-hit");
    await walk.go("search?q=无此一物", ".search-tries");
    await page.click("input[type=search] ~ button");
    await walk.go("search", ".search-hint, .search-recent", "search, begun");
    await walk.go("notes", ".noted-article");
    await walk.go("me", ".ranking li", "me, with figures");
    await walk.go("shelf/row-7", ".pending-screen");
    await walk.go("shelf/nothing", ".reader-missing");
    expect(walk.faults.join("\n")).toBe("");
  });

  test(`every sheet of the lists and of adding, in ${language}`, async ({ app, open }, running) => {
    test.slow();
    const page = await begin(await open(), app.url, language);
    const walk = new Walk(page, app.url, papers);
    await lay(page, 16);
    await page.waitForSelector(".list-chips");
    await walk.sheet(".shelf-filter", ".filter-sheet");
    await walk.sheet(".article-card:first-child .article-card-more", ".card-menu");
    await page.keyboard.press("?");
    await page.waitForSelector(".list-keys-sheet");
    await walk.look("keys");
    await page.keyboard.press("Escape");
    await page.click(".article-card:first-child .article-card-more");
    await page.click(".card-menu-select");
    await page.waitForSelector(".selection-bar");
    await walk.look("choosing");
    await walk.sheet(".selection-tags", ".tag-sheet");
    await walk.sheet(".selection-export", ".export-sheet");
    await page.click(".selection-done");
    await walk.go("trash", ".trash-bar");
    await walk.sheet(".trash-empty", ".ask-sheet");
    await walk.go("shelf", ".list-chips");
    const files = writeFiles((name) => running.outputPath(name), {
      "moving.csv": "title,url,time_added,tags,status\n渡口,https://example.com/a,1500000000,标准,unread",
      "empty.html": "",
    });
    await walk.sheet(".navigation-add", ".add-sheet", async () => {
      await page.fill(".add-sheet textarea", "https://example.invalid/a");
      await walk.look("adding a link");
      await page.click(".add-clipboard"); // nobody has allowed it
      await page.waitForSelector(".add-problem");
      await walk.look("adding in vain");
    });
    await walk.sheet(".navigation-add", ".add-sheet", async () => {
      await page.click(".add-move");
      await page.waitForSelector(".move-sheet");
      await walk.look("moving house");
      await page.setInputFiles(".move-sheet input", files.slice(1));
      await page.waitForSelector(".move-problem");
      await walk.look("moving in vain");
      await page.setInputFiles(".move-sheet input", files.slice(0, 1));
      await page.waitForSelector(".move-kind");
      await walk.look("what moves");
    });
    await addFiles(page, files.slice(1));
    await page.waitForSelector(".add-report-done");
    await walk.look("a report");
    expect(walk.faults.join("\n")).toBe("");
  });

  test(`every sheet of me, and what stands where there is no library, in ${language}`, async ({ app, open }) => {
    test.slow();
    const page = await begin(await open(), app.url, language);
    const walk = new Walk(page, app.url, papers);
    await lay(page, 16);
    await walk.go("me", ".me-version");
    for (const name of ["room", "tags", "export", "rules", "airplane", "changes", "licences"])
      await walk.sheet(`.me-${name}`, name === "tags" ? ".tags-sheet li" : `.${name}-sheet`);
    await walk.sheet(".me-install button", ".install-sheet");
    await walk.sheet(".me-backup", ".backup-sheet", async () => {
      await page.click(".backup-make");
      await page.waitForSelector(".backup-made");
      await walk.look("a backup made");
    });
    await walk.go("me", ".me-forget");
    await page.click(".me-forget");
    await page.waitForSelector(".toast button");
    await walk.look("a toast");
    await page.evaluate(() => indexedDB.deleteDatabase("liuye"));
    await page.evaluate(() => localStorage.setItem("liuye:canary", JSON.stringify({ articles: 16, at: Date.now() })));
    await walk.start();
    await page.waitForSelector(".lost-library");
    await walk.look("a lost library");
    await walk.sheet(".lost-restore", ".backup-sheet");
    await page.click(".lost-begin");
    await page.waitForSelector(".article-card:nth-child(2)");
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.open("liuye", 99990);
          request.onsuccess = () => resolve(request.result.close());
        }),
    );
    await walk.start();
    await page.waitForSelector(".app-trouble");
    await walk.look("trouble");
    expect(walk.faults.join("\n")).toBe("");
  });

  test(`every way to mend, the receipt and the versions, in ${language}`, async ({ app, open }, running) => {
    test.slow();
    const page = await begin(await open(), app.url, language);
    const walk = new Walk(page, app.url, papers);
    await addFiles(
      page,
      writeFiles((name) => running.outputPath(name), { "letter.html": letter }),
    );
    await openArticle(page, title);
    const fromMenu = async (choice: string, awaited: string) => {
      await page.click(".reader-bar .menu-button");
      await page.click(choice);
      await page.waitForSelector(awaited);
      await walk.look(awaited);
    };
    const closed = () => page.waitForFunction(() => !document.querySelector("dialog[open]"));
    for (const [choice, sheet] of [
      [".reader-receipt", ".receipt-sheet"],
      [".reader-tags", ".tag-sheet"],
    ] as const) {
      await fromMenu(choice, sheet);
      await page.keyboard.press("Escape");
      await closed();
    }
    await fromMenu(".reader-mend", ".mend-ways");
    for (const [way, awaited] of Object.entries({
      strike: ".mend-strike [role=button]",
      left: ".mend-left",
      again: ".mend-page .prose > p",
      pick: ".mend-pick [role=button]",
      whole: ".mend-page .prose > p",
      fields: ".mend-fields",
    })) {
      await page.click(`.mend-way-${way}`);
      await page.waitForSelector(awaited);
      await walk.look(`mend, ${way}`);
      await page.click(".mend-back");
      await page.waitForSelector(".mend-ways");
    }
    await page.keyboard.press("Escape");
    await closed();
    await lay(page, 4);
    await walk.go("shelf/row-0", ".article-versions");
    await walk.sheet(".article-versions", ".versions-sheet");
    expect(walk.faults.join("\n")).toBe("");
  });
}

test("the main screens in a third language, and on the fourth paper", async ({ app, open }) => {
  const page = await begin(await open(), app.url, "zh-Hant");
  const walk = new Walk(page, app.url, ["sepia"]);
  await lay(page, 16);
  await walk.look("shelf");
  await page.click(".navigation-add");
  await page.waitForSelector(".add-sheet");
  await walk.look("add");
  await page.keyboard.press("Escape");
  for (const [screen, awaited] of Object.entries({
    me: ".ranking li",
    notes: ".noted-article",
    "search?q=渡口": ".search-hit",
  })) {
    await page.evaluate((to) => {
      location.hash = `#/${to}`;
    }, screen);
    await page.waitForSelector(awaited);
    await walk.look(screen);
  }
  expect(walk.faults.join("\n")).toBe("");

  // And what it looks for it finds.
  await page.evaluate(() => {
    const button = document.createElement("button");
    button.style.cssText = "width: 20px; color: #bbb; background: #ccc; transition: color 1s";
    const words = document.createElement("p");
    words.style.cssText = "width: 400px; color: #bbb; background: #ccc";
    words.append("渡口");
    document.querySelector(".app-list")?.append(button, words);
  });
  await walk.look("faults");
  for (const fault of [/button-name/, /color-contrast .*sepia/, /small: button/, /moves/])
    expect(walk.faults.join("\n")).toMatch(fault);
});
