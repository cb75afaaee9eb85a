// The shelf of a large library in the built app, on a processor slowed four times: `npm run build && npm run bench:shelf`.
// Numbers after it are the articles of each library. Start, filters and sorts are medians; every list is scrolled end to end.
import { chromium } from "playwright-core";
import { preview } from "vite";
import { fill, untilCards, untilIndexed } from "./fill-shelf.mjs";

const sizes = process.argv.slice(2).map(Number);
const libraries = sizes.length > 0 ? sizes : [100, 1000, 20_000];
const slowDown = 4;
const starts = 7;

const server = await preview({ logLevel: "error", preview: { port: 0 } });
const address = server.resolvedUrls.local[0];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--js-flags=--expose-gc", "--enable-precise-memory-info"],
});
const rows = [];
for (const size of libraries) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "zh-CN" });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error.stack ?? error.message));
  await page.goto(address);
  await page.waitForSelector(".article-card h2");
  await page.evaluate(fill, size);
  await page.reload(); // facts of the new rows are made here, once
  await page.waitForSelector(".article-card:nth-child(5) h2");
  await page.evaluate(untilIndexed, size); // the search thread takes thousands of articles in: once, and not what is measured here
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
  const times = [];
  for (let at = 0; at < starts; at++) {
    await page.reload();
    times.push(await page.evaluate(untilCards));
  }
  await page.waitForSelector(".list-chips a");
  await page.waitForTimeout(4000); // what comes after the first cards has come
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const before = await taskTime(devtools);
  const { count, ...filters } = await page.evaluate(choose);
  const work = ((await taskTime(devtools)) - before) / count;
  const scrolling = await page.evaluate(scroll);
  rows.push({
    articles: size,
    "start ms": Math.round(median(times)),
    ...filters,
    "filter work ms": Math.round(work),
    ...scrolling,
  });
  await context.close();
}
await browser.close();
await server.close();
console.table(rows);
const [least, most] = [rows[0], rows.at(-1)];
console.log(
  `start, ${most.articles} to ${least.articles} articles: ${(most["start ms"] / least["start ms"]).toFixed(2)} times`,
);

/** Milliseconds the page's thread has worked, slowed down as it is, whatever else the machine did meanwhile. */
async function taskTime(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Runs in the page: from a tap on each chip to its first rows, drawn. */
async function choose() {
  const first = () => {
    const card = document.querySelector(".article-card[data-index='0']");
    return `${card?.dataset.id} of ${card?.getAttribute("aria-setsize")}`;
  };
  const times = [];
  for (let round = 0; round < 3; round++) {
    for (const chip of document.querySelectorAll(".list-chips a[href^='#/shelf']")) {
      if (chip.getAttribute("aria-current") === "true") continue;
      const before = first();
      const began = performance.now();
      chip.click();
      while (first() === before && performance.now() - began < 3000)
        await new Promise((resolve) => setTimeout(resolve, 2));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))); // the frame with them is painted
      times.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
  document.querySelector(".list-chips a").click();
  await new Promise((resolve) => setTimeout(resolve, 400));
  times.sort((a, b) => a - b);
  return {
    count: times.length,
    "filter median ms": Math.round(times[times.length >> 1]),
    "filter worst ms": Math.round(times.at(-1)),
  };
}

/**
 * Runs in the page: a thumb's flings, then the scroll bar dragged from end to end and back. What a frame took is told by the
 * browser (Long Animation Frames): the gap between two is a multiple of the screen's sixtieth, and three of those are 50.0 ms.
 */
async function scroll() {
  const list = document.querySelector(".article-list");
  const memory = async () => {
    for (let round = 0; round < 3; round++) {
      globalThis.gc?.();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return performance.memory.usedJSHeapSize / 1e6;
  };
  const before = await memory();
  const slow = [];
  const watching = new PerformanceObserver((entries) => slow.push(...entries.getEntries()));
  let last = performance.now();
  const frames = [];
  let blank = 0;
  let outlines = 0;
  const frame = async () => {
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - last);
    last = now;
  };
  const run = async (steps, by) => {
    for (let step = 0; step < steps; step++) {
      list.scrollTop += by;
      await frame();
      const { top, bottom } = list.getBoundingClientRect();
      const cards = list.querySelectorAll(".article-card");
      const [first, last] = [cards[0], cards[cards.length - 1]].map((card) => card?.getBoundingClientRect());
      if (!first || first.top > top + 2 || last.bottom < bottom - 100) blank++;
      if (!list.querySelector(".article-card h2")) outlines++;
    }
  };
  await frame();
  frames.length = 0;
  watching.observe({ type: "long-animation-frame" });
  await run(240, 110); // a fling: some 6,600 pixels a second
  await run(120, -90);
  const fling = Math.max(...frames);
  frames.length = 0;
  const reach = list.scrollHeight;
  await run(150, reach / 150); // the scroll bar, to the end in two and a half seconds
  await run(150, -reach / 150);
  await frame();
  slow.push(...watching.takeRecords());
  watching.disconnect();
  const long = slow.filter(({ duration }) => duration > 50);
  const after = await memory();
  return {
    "fling longest ms": Math.round(fling),
    "drag longest ms": Math.round(Math.max(...frames)),
    "frames over 50 ms": long.length,
    "longest of them": Math.round(Math.max(0, ...long.map(({ duration }) => duration))),
    "frames not filled": blank,
    "frames in outline": outlines,
    "heap before MB": Math.round(before * 10) / 10,
    "heap after MB": Math.round(after * 10) / 10,
    nodes: document.querySelectorAll(".article-list *").length,
  };
}
