// Takes the pictures README and the install dialog show, from the built app with pages of the tests on its shelf.
// Run `npm run build` first; CHROMIUM_PATH names another browser.
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { preview } from "vite";

const shelf = [
  "english-blog--sourdough",
  "traditional--night-market",
  "forum--kite",
  "essay--footnotes",
  "site-title--well-digger",
  "blog--json-ld",
  "news-portal--ferry",
];
const shots = [
  { name: "shelf-390", viewport: { width: 390, height: 844 } },
  { name: "reader-390", viewport: { width: 390, height: 844 }, opens: true },
  { name: "desk-1280", viewport: { width: 1280, height: 800 }, opens: true },
  { name: "night-1280", viewport: { width: 1280, height: 800 }, opens: true, colorScheme: "dark" },
];

mkdirSync("public/screenshots", { recursive: true });
const server = await preview({ logLevel: "error", preview: { port: 0 } });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const { name, opens, ...look } of shots) {
  const context = await browser.newContext({ deviceScaleFactor: 2, locale: "zh-CN", ...look });
  const page = await context.newPage();
  await page.goto(server.resolvedUrls.local[0]);
  await page.waitForSelector(".article-card:nth-child(2)");
  for (const file of shelf) {
    const cards = await page.locator(".article-card").count();
    await page.click(":is(.navigation-add, .shelf-add):visible");
    await page.setInputFiles(".add-sheet input[type=file]", `tests/fixtures/pages/${file}.html`);
    await page.waitForSelector(`.article-card:nth-child(${cards + 1})`);
  }
  await page.locator(".article-card-star").nth(2).click({ force: true });
  if (opens) {
    await page.click(".article-card > a");
    await page.waitForSelector(".prose p");
  }
  await page.waitForSelector(".toast", { state: "detached", timeout: 20_000 });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `public/screenshots/${name}.png` });
  await context.close();
}
await browser.close();
await server.close();
