// Measures search beside others in real Chromium: `npm run bench:search`, or with a number of articles and names of engines
// (`npm run bench:search 5000 liuye minisearch`). Same articles, same queries, same shell; each engine on a thread of its own.
// An engine that is not done within so many seconds (`within=300`; 100 unless said) has a row that says how far it came.

import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { build } from "vite";
import { median, quantile, recallOf, round, share } from "./bench-figures.mjs";
import { articleAt } from "./bench-library-articles.mjs";
import { beginningsOf, knownItems, queriesOf } from "./bench-search-queries.mjs";
import { openThread } from "./bench-search-thread.mjs";

const words = process.argv.slice(2);
const count = Number(words.find((word) => /^\d+$/.test(word)) ?? 20_000);
const within = Number(words.find((word) => word.startsWith("within="))?.slice(7) ?? 100);
const named = words.filter((word) => /^[a-z]+\d*$/.test(word));
const engines = named.length > 0 ? named : ["liuye", "sqlite", "minisearch", "flexsearch", "scan"];
const folder = "node_modules/.cache/bench-search";
const slowness = 4;
const knownMany = 100;

/** Articles between two looks at the clock. */
const batch = 1000;

const queries = queriesOf(count);
const asked = Object.values(queries).flat();
const known = knownItems(count, knownMany);
const typed = [
  "标准化工作",
  "people that",
  ...queries["4 characters"].slice(0, 3),
  ...queries["several English words"].slice(0, 2),
  "GB/T 19001-2016",
].flatMap(beginningsOf);
const truth = truthOf(count);

const server = createServer((request, response) => {
  const name = new URL(request.url, "http://localhost").pathname;
  const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
  if (!types[extname(name)]) response.setHeader("content-type", "text/html").end("<!doctype html><title>bench</title>");
  else response.setHeader("content-type", types[extname(name)]).end(readFileSync(join(folder, name)));
});
await new Promise((resolve) => server.listen(0, resolve));
const origin = `http://localhost:${server.address().port}/`;

const shell = await bundle("scan"); // the shell, the articles, and hardly anything else
const rows = [];
for (const engine of engines) {
  const weight = round((await bundle(engine)) - shell);
  rows.push({ engine, "kB gz": weight, ...(await measureWithin(engine)) });
  console.log(JSON.stringify(rows.at(-1)));
}
server.close();
console.table(rows);

/** One script of an engine and all it needs, the shell too; its weight in kB, gzipped. */
async function bundle(engine) {
  rmSync(join(folder, engine), { recursive: true, force: true });
  mkdirSync(join(folder, engine), { recursive: true });
  await build({
    configFile: false,
    logLevel: "error",
    base: `/${engine}/`,
    build: {
      outDir: join(folder, engine),
      target: "chrome125",
      minify: true,
      assetsInlineLimit: 0,
      rollupOptions: {
        input: `scripts/bench-search-${engine}.mjs`,
        output: { format: "es", entryFileNames: "engine.js", codeSplitting: false },
        preserveEntrySignatures: false,
      },
    },
  });
  return gzipSync(readFileSync(join(folder, engine, "engine.js"))).length / 1000;
}

/** The figures of an engine; of one that fails or takes too long those there are, and what it was at. */
async function measureWithin(engine) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const row = {};
  const measuring = measure(engine, await browser.newContext(), row);
  measuring.catch(() => {}); // it fails once more when its browser is closed
  const late = new Promise((_, reject) => setTimeout(reject, within * 1000, `not within ${within} s`).unref());
  try {
    await Promise.race([measuring, late]);
    delete row.unfinished;
  } catch (error) {
    row.unfinished += `: ${String(error).split("\n")[0].slice(0, 120)}`;
  }
  await browser.close();
  return row;
}

/** Puts what it finds into a row, and there too what it is at. */
async function measure(engine, context, row) {
  const name = "bench";
  row.unfinished = "building";
  let thread = await openThread(context, origin, engine);
  await thread.do("begin", { name });
  const built = { time: 0, text: 0 };
  for (let from = 0; from < count; from += batch) {
    const { time, text } = await thread.do("take", { from, to: Math.min(from + batch, count) });
    built.time += time;
    built.text += text;
    row.unfinished = `${Math.min(from + batch, count)} of ${count} articles in ${round(built.time / 1000)} s`;
    console.error(`${engine}: ${row.unfinished}`);
  }
  row.unfinished = "writing what was built";
  const { time, bytes } = await thread.do("finish");
  row["build a second"] = Math.round(count / ((built.time + time) / 1000));
  row["index ÷ text"] = round(bytes / built.text, 3);
  row.unfinished = "answering";
  await thread.end(false);

  const opens = [];
  for (let run = 0; run < 3; run++) {
    thread = await openThread(context, origin, engine);
    opens.push((await thread.do("open", { name, query: asked[8] })).time);
    if (run < 2) await thread.end();
  }
  const isSlow = engine === "scan";
  const list = isSlow ? asked.filter((_, at) => at % 6 === 0) : asked;
  const first = await thread.do("ask", { queries: list });
  const warm = isSlow ? first : await thread.do("ask", { queries: [...list, ...list, ...list] });
  const heap = await thread.heap();
  const typing = isSlow ? [] : await thread.do("ask", { queries: typed });
  const recall = isSlow ? 1 : recallOf(truth, await thread.do("ask", { queries: Object.keys(truth), limit: count }));
  const found = isSlow ? [] : await thread.do("ask", { queries: known.map(({ query }) => query) });
  const typos = await thread.do("ask", { queries: queries.typo });
  const adding = isSlow || engine === "flexsearch" || engine === "minisearch" ? 3 : 40;
  const adds = await thread.do("add", { from: count + 1, to: count + 1 + adding });
  await thread.end();

  const slow = engine === "liuye" ? await measureSlowed(context, engine, name) : {};
  const ofKind = (kind) => known.map((item, at) => ({ ...item, at })).filter((item) => !kind || item.kind === kind);
  const firsts = (kind) => share(ofKind(kind), ({ id, at }) => found[at]?.ids[0] === id);
  Object.assign(row, {
    "cold open ms": Math.round(median(opens)),
    "heap MB": heap,
    "warm p50": quantile(warm, 0.5),
    "warm p95": quantile(warm, 0.95),
    "first p95": quantile(first, 0.95),
    "typing p95": quantile(typing, 0.95),
    recall,
    typos: share(typos, ({ ids }) => ids.length > 0),
    "known first": firsts(),
    ...Object.fromEntries(
      ["title", "half the title", "words of the title", "a piece of text"].map((kind) => [kind, firsts(kind)]),
    ),
    "known in ten": share(ofKind(), ({ id, at }) => found[at]?.ids.slice(0, 10).includes(id)),
    "add p95 ms": quantile(
      adds.map((time) => ({ time })),
      0.95,
    ),
    ...slow,
  });
}

/** The same engine on the page's own thread, which alone Chromium can slow. */
async function measureSlowed(context, engine, name) {
  const page = await context.newPage();
  await page.goto(origin);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowness });
  const cold = await page.evaluate(
    async ({ script, words }) => {
      const before = performance.now();
      await import(script);
      const loaded = performance.now();
      await globalThis.shell.open(words);
      return [performance.now() - before, loaded - before];
    },
    { script: `/${engine}/engine.js`, words: { name, query: asked[8] } },
  );
  const ask = (list) => page.evaluate((words) => globalThis.shell.ask(words), { queries: list });
  const first = await ask(asked);
  const warm = await ask([...asked, ...asked]);
  const typing = await ask(typed);
  const adds = await page.evaluate((words) => globalThis.shell.add(words), { from: count + 100, to: count + 140 });
  await page.close();
  return {
    "slowed: cold start ms": Math.round(cold[0]),
    "of it loading": Math.round(cold[1]),
    "slowed: first p95": quantile(first, 0.95),
    "slowed: warm p95": quantile(warm, 0.95),
    "slowed: typing p95": quantile(typing, 0.95),
    "slowed: add p95": quantile(
      adds.map((time) => ({ time })),
      0.95,
    ),
    "slowest queries": first
      .map(({ time }, at) => [asked[at], Math.round(time)])
      .sort((a, b) => b[1] - a[1])
      .slice(0, 6)
      .join("; "),
    "slowest typed": typing
      .map(({ time }, at) => [typed[at], Math.round(time)])
      .sort((a, b) => b[1] - a[1])
      .slice(0, 6)
      .join("; "),
  };
}

/** The articles that have each Chinese query of two characters or more, and each standard's number, by reading all. */
function truthOf(many) {
  const wanted = Object.entries(queries).flatMap(([kind, list]) =>
    /^[2-4] char|phrase|standard/.test(kind) ? list : [],
  );
  const truth = Object.fromEntries(wanted.map((query) => [query, []]));
  const plain = (text) => text.toLowerCase().replace(/[\s/]/g, "");
  for (let at = 0; at < many; at++) {
    const { id, title, text } = articleAt(at);
    const all = `${title}\n${text}`;
    const packed = plain(all);
    for (const query of wanted) {
      const isCode = /\d/.test(query);
      if (isCode ? new RegExp(`${plain(query).replace(/\./g, "\\.")}(?![\\d.])`).test(packed) : all.includes(query))
        truth[query].push(id);
    }
  }
  return truth;
}
