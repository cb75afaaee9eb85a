// The built app from cold: `npm run build && npm run bench:cold`. Lighthouse, mobile, the median of five runs; then the second
// start, with the service worker and 5,000 articles on a processor slowed four times. Lighthouse is no dependency: npx
// fetches it where the registry can be reached, else its half is left out and said to be. CHROMIUM_PATH names the browser.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { fill, untilCards } from "./fill-shelf.mjs";

const lighthouse = "lighthouse@12.8.2";
const runs = 5;
const leastScore = 99;
const articles = 5000;
const slowDown = 4;
const starts = 7;
const longestStart = 500; // ms
const longestTask = 50; // ms, on the start and for so long after it as follows
const watched = 3000; // ms

const browserPath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const reports = "test-results/lighthouse";
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

// As a static host would: compressed, hashed files for good. Vite's own preview compresses nothing.
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const file = join("dist", pathname.endsWith("/") ? `${pathname}index.html` : pathname);
  if (!existsSync(file)) return response.writeHead(404).end();
  const isPacked = extname(file) !== ".png";
  const body = isPacked ? gzipSync(readFileSync(file)) : readFileSync(file);
  response.writeHead(200, {
    "content-type": types[extname(file)] ?? "text/plain; charset=utf-8",
    "cache-control": pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    "content-length": body.length,
    ...(isPacked && { "content-encoding": "gzip" }),
  });
  return response.end(body);
});
await new Promise((listening) => server.listen(0, listening));
const address = `http://localhost:${server.address().port}/`;

const only = process.argv[2]; // "lighthouse" or "start"
const scores = only === "start" ? undefined : await judge();
if (scores) console.table(scores);
const start = only === "lighthouse" ? undefined : await startAgain();
if (start) console.table([start]);
server.close();

const isGood =
  (!scores || Object.values(scores.median).every((score) => score >= leastScore)) &&
  (!start || (start["start ms"] <= longestStart && start["longest task ms"] <= longestTask));
process.exitCode = isGood ? 0 : 1;

/** Every run's scores and their medians; the last report stays in test-results to be looked at. */
async function judge() {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const table = {};
  for (let run = 1; run <= runs; run++) {
    const file = join(reports, `run-${run}.json`);
    const failed = await new Promise((done) => {
      execFile(
        "npx",
        [
          "--yes",
          lighthouse,
          address,
          "--quiet",
          "--output=json",
          `--output-path=${file}`,
          "--only-categories=performance,accessibility,best-practices,seo",
          "--chrome-flags=--headless=new --no-sandbox --disable-quic",
        ],
        { env: { ...process.env, CHROME_PATH: browserPath } },
        (error) => done(error),
      );
    });
    if (!existsSync(file)) {
      console.log(`Lighthouse did not run: ${String(failed?.message).split("\n").slice(0, 3).join(" ")}`);
      return undefined;
    }
    const { categories } = JSON.parse(readFileSync(file, "utf8"));
    table[run] = Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)]),
    );
  }
  const names = Object.keys(table[1]);
  table.median = Object.fromEntries(
    names.map((name) => [name, median(Array.from({ length: runs }, (_, at) => table[at + 1][name]))]),
  );
  return table;
}

/** From an address typed to the first cards on screen, once everything is on the device. */
async function startAgain() {
  const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  await page.evaluate(fill, articles);
  await page.reload(); // facts of the new rows are made here, once
  await page.waitForSelector(".article-card:nth-child(5) h2");
  await page.waitForTimeout(8000); // and the index of the search
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) globalThis.longTasks.push({ startTime, duration });
    }).observe({ type: "longtask", buffered: true });
  });
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
  const times = [];
  const longest = [];
  for (let at = 0; at < starts; at++) {
    await page.reload();
    times.push(await page.evaluate(untilCards));
    await page.waitForTimeout(watched);
    longest.push(await page.evaluate(() => Math.max(0, ...globalThis.longTasks.map(({ duration }) => duration))));
  }
  await browser.close();
  return {
    articles,
    "start ms": Math.round(median(times)),
    "slowest ms": Math.round(Math.max(...times)),
    "longest task ms": Math.round(median(longest)),
    "at its worst ms": Math.round(Math.max(...longest)),
  };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}
