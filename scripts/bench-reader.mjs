// Opens, scrolls and resets articles of the built app in Chromium slowed down four times: `npm run build && npm run bench:reader`.
// One row an article; milliseconds as the middle and the worst of several runs, until the frame was on screen. Beside each stands a bare page with the same
// text: its HTML put into an empty page, with the same type and nothing else. CHROMIUM_PATH names another browser.
import { chromium } from "playwright-core";
import { preview } from "vite";
import { drag } from "./bench-touch.mjs";

const slowdown = 4;
const runs = 7;
const press = 80; // milliseconds a finger stays on the glass; the clock starts when it lifts
const viewport = { width: 390, height: 844 };
const lengths = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [5_000, 50_000, 1_000_000];
const filling = 8000; // so long, in milliseconds, a body may take until all of it is filled

/** A page with the reader's type and nothing else; a tap on its button shows what `setBare` was given. */
const barePage = `<!doctype html><html lang="zh"><meta name="viewport" content="width=device-width">
<style>body { margin: 0 26px; font: 18px/1.86 "Noto Serif CJK SC", serif; text-align: justify } p { text-indent: 2em }</style>
<body><button>open</button><article></article>`;

const server = await preview({ logLevel: "error", preview: { port: 0 } });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const context = await browser.newContext({ viewport, locale: "zh-CN", hasTouch: true });
const page = await context.newPage();
await page.goto(server.resolvedUrls.local[0]);
await page.waitForSelector(".article-card");
await page.evaluate(shelve, lengths);
await page.reload();
await page.waitForSelector(".article-card");
await page.waitForTimeout(2000);
const app = await slowed(page);
const bare = await slowed(await context.newPage());

const rows = [];
for (const length of lengths) {
  await app.page.bringToFront();
  const ours = await measure(app, {
    card: `.article-card > a[href$="/bench-${length}"]`,
    words: ".reader-screen .prose p",
    scroller: ".reader-screen",
    leave,
  });
  const html = await app.page.evaluate(htmlOf, `bench-${length}`);
  await bare.page.bringToFront();
  const theirs = await measure(bare, {
    card: "button",
    words: "article p",
    scroller: "html",
    begin: () => bare.page.setContent(barePage).then(() => bare.page.evaluate(setBare, html)),
  });
  rows.push({
    字: length,
    open: middle(ours.opened),
    worst: Math.max(...ours.opened),
    "bare = 1": ratio(ours.opened, theirs.opened),
    "longest frame": ours.frames.longest,
    "over 50 ms": ours.frames.slow,
    "bare's longest": theirs.frames.longest,
    "new size": middle(ours.sizes),
    "size, worst": Math.max(...ours.sizes),
    "size, bare = 1": ratio(ours.sizes, theirs.sizes),
  });
}
console.table(rows);
await browser.close();
await server.close();

async function slowed(page) {
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return { page, devtools };
}

/** Opens an article several times, then scrolls it and sets it in other sizes. */
async function measure({ page, devtools }, { card, words, scroller, begin = () => {}, leave = () => {} }) {
  const opened = [];
  for (let run = 0; run < runs; run++) {
    if (run > 0) await leave(page);
    await begin();
    opened.push(await open(page, card, words));
  }
  await page.waitForTimeout(filling);
  const frames = await scroll(page, devtools, scroller);
  const sizes = [];
  for (let run = 0; run < runs; run++) sizes.push(await reset(page, run % 2 ? "-" : "="));
  await leave(page);
  return { opened, frames, sizes };
}

function ratio(ours, theirs) {
  return Number((middle(ours) / Math.max(middle(theirs), 1)).toFixed(2));
}

/** From the tap, as the browser stamps it, until the frame with the first paragraph is on screen (Element Timing). */
async function open(page, card, words) {
  await page.evaluate((wanted) => {
    window.opened = new Promise((resolve) => {
      let start = 0;
      addEventListener("click", (event) => (start = event.timeStamp), { capture: true, once: true });
      const watch = new MutationObserver(() => {
        const first = document.querySelector(wanted);
        if (!first) return;
        watch.disconnect();
        first.setAttribute("elementtiming", "words");
        const shown = new PerformanceObserver((list) => {
          const entry = list.getEntries().find(({ startTime }) => startTime >= start);
          if (!entry) return;
          shown.disconnect();
          resolve(Math.round(entry.renderTime - start));
        });
        shown.observe({ type: "element" });
      });
      watch.observe(document.body, { childList: true, subtree: true });
    });
  }, words);
  await page.locator(card).click({ delay: press });
  return page.evaluate(() => window.opened);
}

async function leave(page) {
  await page.keyboard.press("Escape");
  await page.waitForSelector(".reader-screen", { state: "detached" });
  await page.waitForTimeout(500);
}

/** Scrolls down by hand, jumps to the middle, and scrolls up and down there; the longest frame of all that, and those over 50 ms. */
async function scroll(page, devtools, scroller) {
  await page.evaluate(() => {
    window.frames = [];
    window.watching = new PerformanceObserver((list) => window.frames.push(...list.getEntries()));
    window.watching.observe({ type: "long-animation-frame" });
    window.gaps = [];
    let last = performance.now();
    const tick = (now) => {
      window.gaps.push(now - last);
      last = now;
      if (window.gaps) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await drag(page, devtools, -6000, 1500);
  const went = await page.evaluate((name) => document.querySelector(name).scrollTop, scroller);
  if (went < 1) throw new Error("the touches scrolled nothing: nothing would be measured");
  await drag(page, devtools, -12_000, 6000);
  await page.evaluate((name) => {
    const screen = document.querySelector(name);
    screen.scrollTop = screen.scrollHeight / 2;
  }, scroller);
  await page.waitForTimeout(500);
  await drag(page, devtools, 9000, 3000);
  await drag(page, devtools, -9000, 3000);
  return page.evaluate(() => {
    const frames = [...window.frames, ...window.watching.takeRecords()].map(({ duration }) => duration);
    window.watching.disconnect();
    const gaps = window.gaps.slice(2);
    window.gaps = undefined;
    return { longest: Math.round(Math.max(...gaps, ...frames)), slow: frames.filter((frame) => frame > 50).length };
  });
}

/** From the key until the frame that shows the words in their new size is on screen (Event Timing, to 8 ms). */
async function reset(page, key) {
  await page.keyboard.down("Control");
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    const since = performance.now();
    window.reset = new Promise((resolve) => {
      new PerformanceObserver((list) => {
        const press = list.getEntries().find(({ name, startTime }) => name === "keydown" && startTime >= since);
        if (press) resolve(press.duration);
      }).observe({ type: "event", durationThreshold: 16 });
      setTimeout(resolve, 2000, 16); // what took less is not told
    });
  });
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
  return page.evaluate(() => window.reset);
}

function middle(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Runs in the page: puts an article of each length on the shelf, past the app. */
async function shelve(wanted) {
  const sentences = [
    "渡口的风从河面上来，摆渡人把缆绳绕了三圈，",
    "等最后一个赶集的人上船。",
    "河面起了雾，对岸的人先听见水声，后看见船。",
    "老人说：“船慢不要紧，水急才要紧。”",
    "他把竹篙往石头上一点——船就离了岸……",
  ];
  const library = await new Promise((resolve, reject) => {
    const request = indexedDB.open("liuye");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const stores = library.transaction(["articles", "contents"], "readwrite");
  for (const length of wanted) {
    const blocks = [];
    let words = 0;
    for (let at = 0; words < length; at++) {
      if (at % 60 === 0) blocks.push(`<h2>第${at / 60 + 1}章</h2>`);
      const text = Array.from({ length: 2 + ((at * 7) % 8) }, (_, line) => sentences[(at + line) % 5]).join("");
      blocks.push(`<p>${at}${text}${at % 9 === 0 ? '<a href="https://example.com/">看</a>' : ""}</p>`);
      words += text.length;
    }
    const id = `bench-${length}`;
    const html = blocks.join("\n");
    const text = html.replace(/<[^>]+>/g, "");
    const now = Date.now();
    const title = `长河 ${length}`;
    const row = { id, identity: `text:${id}`, title, lang: "zh-Hans", excerpt: "", length: { han: words, words: 0 } };
    stores.objectStore("articles").put({ ...row, savedAt: now, refreshedAt: now });
    stores.objectStore("contents").put({ id, html, text, sanitizer: 1 });
  }
  await new Promise((resolve) => stores.addEventListener("complete", resolve));
  library.close();
}

/** Runs in the bare page: its button shows the words, and its keys set their size. */
function setBare(html) {
  let size = 18;
  document.querySelector("button").onclick = () => {
    document.querySelector("article").innerHTML = html;
  };
  addEventListener("keydown", (event) => {
    if (event.key !== "=" && event.key !== "-") return;
    event.preventDefault();
    size += event.key === "=" ? 1 : -1;
    document.body.style.fontSize = `${size}px`;
  });
}

/** Runs in the app: the HTML that is kept of an article. */
async function htmlOf(id) {
  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const library = await settled(indexedDB.open("liuye"));
  const { html } = await settled(library.transaction("contents").objectStore("contents").get(id));
  library.close();
  return html;
}
