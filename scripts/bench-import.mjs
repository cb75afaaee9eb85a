// Imports many files in one go, in real Chromium, and bare Readability on the same pages beside it: `npm run bench:import`.
// A number after it is how many pages. Each count runs twice: with the shelf on screen, and with a screen that lists nothing.
import { readdirSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const counts = process.argv[2] ? [Number(process.argv[2])] : [1000, 3000];
const folder = "tests/fixtures/pages";
const templates = readdirSync(folder)
  .filter((name) => name.endsWith(".html") && !name.startsWith("attack"))
  .map((name) => readFileSync(`${folder}/${name}`, "utf8"));

const server = await createServer({ logLevel: "error", server: { port: 0, hmr: false, watch: null } });
await server.listen();
await server.environments.client.depsOptimizer?.scanProcessing; // or the first page asks for modules that move under it
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--js-flags=--expose-gc", "--enable-precise-memory-info"],
});
const rows = [];
for (const count of counts) {
  for (const screen of ["shelf", "me"]) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${server.resolvedUrls.local[0]}index.html`);
    await page.waitForSelector(".article-card");
    await page.goto(`${server.resolvedUrls.local[0]}index.html#/${screen}`);
    await page.waitForSelector(`.${screen}-screen`);
    rows.push({ pages: count, "on screen": screen, ...(await page.evaluate(measure, { templates, count })) });
    await page.context().close();
  }
}
await browser.close();
await server.close();
console.table(rows);

/** Runs in the page. Pages are the templates with 1 to 90 paragraphs more, a menu and a script: 45 to 80 thousand characters, each one different. */
async function measure({ templates, count }) {
  const readability = await import("/@id/@mozilla/readability"); // CommonJS: how it is wrapped is Vite's choice
  const Readability = readability.Readability ?? readability.default.Readability;
  const { captureAll } = await import("/src/capture/batch.ts");
  const { openFile } = await import("/src/capture/from-file.ts");
  const sentences = [
    "渡口的风从河面上来，摆渡人把缆绳绕了三圈，",
    "等最后一个赶集的人上船。",
    "河面起了雾，对岸的人先听见水声，后看见船。",
    "老人说，船慢不要紧，水急才要紧。",
  ];
  const paragraph = (at, copy) =>
    `<p>${at}.${copy} ${Array.from({ length: 12 }, (_, line) => sentences[(at + copy + line) % sentences.length]).join("")}</p>`;
  const links = Array.from(
    { length: 160 },
    (_, at) => `<li><a href="/list/${at}.html" class="nav-item">栏目 ${at}</a></li>`,
  ).join("");
  const script = `<script>${"var a=function(b){return b&&b.length?b[0]:null};".repeat(600)}</script>`;
  const pageAt = (at) => {
    const template = templates[((at % templates.length) + templates.length) % templates.length];
    const more = Array.from({ length: 1 + ((at * 7) % 90) }, (_, copy) => paragraph(at, copy)).join("\n");
    // Into the middle of the article, and around it what real pages carry: menus and scripts.
    const middle = template.indexOf("。", template.length / 2);
    const page = middle < 0 ? template + more : template.slice(0, middle + 1) + more + template.slice(middle + 1);
    return page.replace("</head>", `${script}</head>`).replace(/<body[^>]*>/i, (body) => `${body}<ul>${links}</ul>`);
  };
  const bytes = Array.from({ length: count }, (_, at) => pageAt(at).length).reduce((sum, length) => sum + length, 0);
  // Files as a picker gives them: their bytes lie outside the page until they are read.
  const filesAt = (from, to) =>
    Array.from({ length: to - from }, (_, at) => new File([pageAt(from + at)], `${from + at}.html`));
  const keep = (files, tell = () => {}) =>
    captureAll(
      files.map((file) => ({ name: file.name, page: () => openFile(file) })),
      new AbortController().signal,
      tell,
    );

  const { breathe } = await import("/src/capture/breathe.ts");
  // The peer has its text in memory and is timed for what it needs to find an article in it: parsing and reading. So is
  // our extraction by itself, to tell what the rest of the way costs.
  const bareRead = (text) => new Readability(new DOMParser().parseFromString(text, "text/html")).parse();
  const { extract } = await import("/src/domain/extract/extract.ts");
  const timeOf = async (read, from, to) => {
    let sum = 0;
    for (let at = from; at < to; at++) {
      const text = pageAt(at);
      const before = performance.now();
      read(text);
      sum += performance.now() - before;
      await breathe();
    }
    return sum;
  };

  await keep(filesAt(-60, 0)); // both warm
  await timeOf(bareRead, -60, 0);
  const files = filesAt(0, count);
  globalThis.gc?.();
  const bare = await timeOf(bareRead, 0, count);
  const extracting = await timeOf(extract, 0, count);
  globalThis.gc?.();
  const heapBefore = performance.memory.usedJSHeapSize;

  await new Promise((resolve) => setTimeout(resolve, 200)); // or the collecting just done would count as the first block
  const blocks = [];
  new PerformanceObserver((list) => blocks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "longtask",
  });
  let peak = 0;
  let failed = 0;
  const before = performance.now();
  await keep(files, (outcome) => {
    if ("failed" in outcome) failed++;
    peak = Math.max(peak, performance.memory.usedJSHeapSize);
  });
  const ours = performance.now() - before;
  await new Promise((resolve) => setTimeout(resolve, 500));
  globalThis.gc?.();
  blocks.sort((a, b) => b - a);
  return {
    "mean kB": Math.round(bytes / count / 1000),
    "Readability ms a page": Number((bare / count).toFixed(2)),
    "ours ms a page": Number((ours / count).toFixed(2)),
    "pages a second": Math.round(count / (ours / 1000)),
    "time, Readability = 1": Number((ours / bare).toFixed(2)),
    "extraction alone": Number((extracting / bare).toFixed(2)),
    "longest block ms": Math.round(blocks[0] ?? 0),
    "blocks over 100 ms": blocks.filter((block) => block > 100).length,
    "heap before MB": Math.round(heapBefore / 1e6),
    "heap peak MB": Math.round(peak / 1e6),
    "heap after MB": Math.round(performance.memory.usedJSHeapSize / 1e6),
    failed,
  };
}
