// Takes a picture of every screen and sheet, to be looked at: `npm run screenshots`. With nothing kept, one article and
// many; in each language; on light, night and e-ink paper; 320, 390, 768 and 1280 px wide. They go to
// test-results/screens, and what a ruler finds wrong with them to faults.txt beside them.
// Words choose: `en many 390 night shelf reader`. --to=FOLDER puts them elsewhere; --sheets also lays several on one
// picture, --sheets=8 eight to one; --faults only measures; --large sets type at 200 %, as in a browser's own settings.
import { mkdirSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { preview } from "vite";
import { drawSheets } from "./draw-sheets.mjs";
import { furnish } from "./furnish-screens.mjs";
import { measureScreen } from "./measure-screen.mjs";
import { goTo, screens } from "./screens.mjs";

const amounts = { nothing: 0, one: 1, many: 48 };
/** Asked for by name only: a third language, the fourth paper. */
const languages = { usual: ["zh-CN", "en"], all: ["zh-CN", "en", "zh-Hant"] };
const papers = { usual: ["paper", "night", "ink"], all: ["paper", "sepia", "night", "ink"] };
const widths = [320, 390, 768, 1280];
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1";
const phone = { isMobile: true, hasTouch: true, userAgent: iphone };

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const option = (name) => process.argv.find((word) => word.startsWith(`--${name}`))?.slice(name.length + 3);
const folder = option("to") || "test-results/screens";
const perSheet = option("sheets");
const onlyMeasures = option("faults") !== undefined;
const chosen = (usual, all = usual) => {
  const wanted = all.filter((one) => words.includes(String(one)));
  return wanted.length > 0 ? wanted : usual;
};

mkdirSync(folder, { recursive: true });
const server = await preview({ logLevel: "error", preview: { port: 0 } });
const address = server.resolvedUrls.local[0];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", ...(option("large") === undefined ? [] : ["--blink-settings=defaultFontSize=32"])],
});
const faults = new Map();
const pictures = [];
for (const language of chosen(languages.usual, languages.all)) {
  for (const amount of chosen(Object.keys(amounts))) {
    for (const isPhone of [true, false]) {
      const among = chosen(widths).filter((width) => width < 700 === isPhone);
      if (among.length > 0) await takeAll({ language, amount, isPhone, among });
    }
  }
}
if (perSheet !== undefined && !onlyMeasures) await drawSheets(browser, folder, pictures, Number(perSheet) || 4);
await browser.close();
await server.close();
const report = [...faults].map(([fault, places]) => `${fault}\n    ${[...places].join(", ")}`).join("\n");
writeFileSync(`${folder}/faults.txt`, `${report}\n`);
console.log(`${pictures.length} screens, ${faults.size} faults, in ${folder}`);

/** All papers, widths and screens of one library. */
async function takeAll({ language, amount, isPhone, among }) {
  const context = await browser.newContext({ locale: language, reducedMotion: "reduce", ...(isPhone && phone) });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForSelector(".article-card:nth-child(2)");
  await furnish(page, amounts[amount]);
  for (const paper of chosen(papers.usual, papers.all)) {
    for (const width of among) {
      for (const name of chosen(Object.keys(screens))) {
        await remember(page, { paper, language, way: "scroll", ...screens[name].prefers });
        await take(page, { language, amount, paper, width, name });
      }
    }
  }
  await context.close();
}

function remember(page, choices) {
  return page.evaluate(
    (kept) => {
      for (const [name, value] of Object.entries(kept)) localStorage.setItem(`liuye:${name}`, JSON.stringify(value));
    },
    { "heard-offline-ready": "yes", "heard-install": "yes", ...choices },
  );
}

/** One picture, named by all it shows. */
async function take(page, { language, amount, paper, width, name }) {
  const screen = screens[name];
  const height = width < 700 ? 844 : 800;
  await page.setViewportSize({ width, height });
  const label = `${language} ${amount} ${paper} ${width} ${name}`;
  try {
    await goTo(page, address, screen, language === "en" ? "row-3" : "row-0");
    if (screen.tall) {
      const rest = await page.evaluate((pane) => {
        const { scrollHeight = 0, clientHeight = 0 } = document.querySelector(pane) ?? {};
        return scrollHeight - clientHeight;
      }, screen.tall);
      await page.setViewportSize({ width, height: height + Math.max(rest, 0) });
      await page.waitForTimeout(300);
    }
    for (const fault of await page.evaluate(measureScreen)) {
      const places = faults.get(fault) ?? new Set();
      faults.set(fault, places.add(label));
    }
  } catch (error) {
    console.error(`${label}: ${String(error).split("\n")[0]}`);
  }
  const file = `${label.replaceAll(" ", "-")}.png`;
  if (!onlyMeasures) await page.screenshot({ path: `${folder}/${file}` });
  pictures.push({ file, label, group: `${language}-${amount}-${paper}-${width}` });
}
