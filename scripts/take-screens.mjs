// Takes a picture of every screen but the reading page, to be looked at: `npm run screenshots`. With nothing kept, one
// article and many; in both languages; on light, night and e-ink paper; 320, 390, 768 and 1280 px wide. They go to
// test-results/screens, by a sheet of all for each language and amount. Words after it choose: `en many 390 night`.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { preview } from "vite";
import { fill } from "./fill-shelf.mjs";

const folder = "test-results/screens";
const languages = ["zh-CN", "en"];
const amounts = { nothing: 0, one: 1, many: 200 };
const papers = ["paper", "night", "ink"];
const widths = [320, 390, 768, 1280];
const screens = {
  shelf: { at: "#/shelf" },
  filter: { at: "#/shelf", opens: ".shelf-filter" },
  add: { at: "#/shelf", opens: ":is(.navigation-add, .shelf-add):visible" },
  favourites: { at: "#/favourites" },
  archive: { at: "#/archive" },
  trash: { at: "#/trash" },
  search: { at: "#/search?q=标准" },
  notes: { at: "#/notes" },
  me: { at: "#/me" },
  "me-end": { at: "#/me", runs: () => document.querySelector(".me-screen")?.scrollTo(0, 1e6) },
  room: { at: "#/me", opens: ".me-room" },
  rules: { at: "#/me", opens: ".me-rules" },
  install: { at: "#/me", opens: ".me-install button" },
  changes: { at: "#/me", opens: ".me-changes" },
  bookmarklet: { at: "#/bookmarklet" },
};
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1";

const words = process.argv.slice(2);
const chosen = (all) => {
  const wanted = all.filter((one) => words.includes(String(one)));
  return wanted.length > 0 ? wanted : all;
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const server = await preview({ logLevel: "error", preview: { port: 0 } });
const address = server.resolvedUrls.local[0];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const language of chosen(languages)) {
  for (const amount of chosen(Object.keys(amounts))) {
    const context = await browser.newContext({ locale: language, userAgent: iphone, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForSelector(".article-card:nth-child(2)");
    await page.evaluate(clear);
    await page.evaluate(fill, amounts[amount]);
    const pictures = [];
    for (const paper of chosen(papers)) {
      await page.evaluate(
        ([paper, language]) => {
          const kept = { paper, language, "heard-offline-ready": "yes", "heard-install": "yes" };
          for (const [name, value] of Object.entries(kept))
            localStorage.setItem(`liuye:${name}`, JSON.stringify(value));
        },
        [paper, language],
      );
      for (const width of chosen(widths)) {
        await page.setViewportSize({ width, height: width < 700 ? 844 : 800 });
        for (const name of chosen(Object.keys(screens))) {
          pictures.push(await take(page, { language, amount, paper, width, name }));
        }
      }
    }
    await drawSheets(context, `${language}-${amount}`, pictures);
    await context.close();
  }
}
await browser.close();
await server.close();

/** One picture, named by all it shows. */
async function take(page, { language, amount, paper, width, name }) {
  const { at, opens, runs } = screens[name];
  await page.goto("about:blank");
  await page.goto(`${address}${at}`);
  await page.waitForSelector(".app-list > *");
  await page.waitForTimeout(350); // parts that come late have come
  if (opens && (await page.locator(opens).count()) > 0) {
    await page.locator(opens).first().click();
    await page.waitForSelector("dialog[open]");
    await page.waitForTimeout(250);
  }
  if (runs) await page.evaluate(runs);
  const file = `${language}-${amount}-${paper}-${width}-${name}.png`;
  await page.screenshot({ path: `${folder}/${file}` });
  return { file, label: `${name} · ${paper} · ${width}` };
}

/** All pictures of a run side by side, small, by paper and width. */
async function drawSheets(context, name, pictures) {
  const groups = new Map();
  for (const picture of pictures) {
    const [, group = name] = /^(.+?-\d+)-/.exec(picture.file) ?? [];
    groups.set(group, [...(groups.get(group) ?? []), picture]);
  }
  for (const [group, shown] of groups) {
    const cells = shown
      .map(({ file, label }) => `<figure><img src="${file}"><figcaption>${label}</figcaption></figure>`)
      .join("");
    const style =
      "body{display:flex;flex-wrap:wrap;gap:12px;font:12px sans-serif;background:#999}figure{margin:0}img{height:420px}";
    writeFileSync(
      `${folder}/sheet-${group}.html`,
      `<!doctype html><meta charset="utf-8"><style>${style}</style>${cells}`,
    );
    const sheet = await context.newPage();
    await sheet.setViewportSize({ width: 1600, height: 900 });
    await sheet.goto(new URL(`../${folder}/sheet-${group}.html`, import.meta.url).href);
    await sheet.screenshot({ path: `${folder}/sheet-${group}.png`, fullPage: true });
    await sheet.close();
  }
}

/** Runs in the page: an empty shelf, the guides gone for good. */
async function clear() {
  const database = await new Promise((resolve) => {
    const opening = indexedDB.open("liuye");
    opening.onsuccess = () => resolve(opening.result);
  });
  const transaction = database.transaction(["articles", "contents", "facts", "tombstones"], "readwrite");
  for (const store of ["articles", "contents", "facts"]) transaction.objectStore(store).clear();
  for (const id of ["guide-zh", "guide-en"]) transaction.objectStore("tombstones").put({ id, at: 1 });
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
  localStorage.removeItem("liuye:canary");
  await caches.delete("liuye-canary");
}
