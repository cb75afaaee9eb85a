// Scores what is cut out of pages, in real Chromium: ours, bare Readability and bare Defuddle side by side: `npm run bench:extract`.
// An argument names a folder of further pages: `NAME.html` (or `.txt`) with its truth in `NAME.json` beside it, or the two in
// `pages/` and `expected/`. Truth is what `tests/fixtures/pages.ts` calls Expected, `body` (the article's lines) above all;
// whatever it leaves out is not scored. `set` (else the language) names the row a page is counted in.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { build, createServer, loadConfigFromFile } from "vite";

/** Each page is read so many times by each; the middle one counts. */
const rounds = Number(process.env.ROUNDS ?? 7);
const worst = process.argv.includes("--worst");
const folders = ["tests/fixtures", ...process.argv.slice(2).filter((word) => !word.startsWith("--"))];
const pages = folders.flatMap(pagesIn);

const server = await createServer({ logLevel: "error", server: { port: 0, hmr: false, watch: null } });
await server.listen();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage();
await page.route("**/bench", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
await page.goto(`${server.resolvedUrls.local[0]}bench`);
const scores = await page.evaluate(score, { pages, rounds });
await browser.close();
await server.close();

for (const set of [...new Set(scores.map((row) => row.set)), "all"])
  console.table(tableOf(scores.filter((row) => set === "all" || row.set === set)), undefined, console.log(`\n${set}`));
const sizes = {};
for (const [reader, entry] of [
  ["ours", "src/domain/extract/extract.ts"],
  ["Readability", "node_modules/@mozilla/readability/index.js"],
  ["Defuddle", "node_modules/defuddle/dist/index.js"],
])
  sizes[reader] = await sizeOf(entry);
console.table({ "kB gz": sizes });
if (worst)
  for (const row of scores
    .filter((row) => row.reader === "ours")
    .sort((a, b) => a.f1 - b.f1)
    .slice(0, 15))
    console.log(row.name, row.f1?.toFixed(3), JSON.stringify(row.found), row.failed ?? "");

/** Pages with their truth; one without is left out. */
function pagesIn(folder) {
  const at = existsSync(join(folder, "pages")) ? join(folder, "pages") : folder;
  return readdirSync(at)
    .filter((name) => /\.(?:html?|txt)$/.test(name))
    .flatMap((name) => {
      const json = name.replace(/\.\w+$/, ".json");
      const truth = [join(at, json), join(folder, "expected", json)].find(existsSync);
      if (!truth) return [];
      const expected = JSON.parse(readFileSync(truth, "utf8"));
      const set = expected.set ?? `${basename(folder)} ${/^zh/.test(expected.lang ?? "") ? "Chinese" : "other"}`;
      return [{ name, set, html: readFileSync(join(at, name), "utf8"), expected }];
    });
}

/** Runs in the browser. */
async function score({ pages, rounds }) {
  const { extract } = await import("/src/domain/extract/extract.ts");
  const { extractText } = await import("/src/domain/extract/extract-text.ts");
  const readability = await import("/@id/@mozilla/readability"); // CommonJS: how it is wrapped is Vite's choice
  const Readability = readability.Readability ?? readability.default.Readability;
  const defuddle = await import("/@id/defuddle");
  const Defuddle = defuddle.Defuddle ?? defuddle.default?.Defuddle ?? defuddle.default;
  const parse = (html) => new DOMParser().parseFromString(html, "text/html");
  const withBase = (html, url) => {
    const document = parse(html);
    if (url) document.head.prepend(Object.assign(document.createElement("base"), { href: url }));
    return document;
  };
  const readers = {
    ours: ({ name, html, expected }) =>
      name.endsWith(".txt") ? extractText(html, name) : extract(html, expected.address),
    Readability: ({ html, expected }) => {
      const { title, byline, siteName, publishedTime, textContent } =
        new Readability(withBase(html, expected.address)).parse() ?? {};
      return { title, byline, siteName, published: publishedTime, textContent };
    },
    Defuddle: ({ html, expected }) => {
      const { title, author, site, published, content } = new Defuddle(parse(html), { url: expected.address }).parse();
      return { title, byline: author, siteName: site, published, textContent: parse(content ?? "").body.textContent };
    },
  };
  const squeeze = (text) => (text ?? "").replace(/\s+/g, "");
  const grams = (text) => {
    const counts = new Map();
    for (let at = 0; at + 4 <= Math.max(text.length, 4); at++) {
      const gram = text.slice(at, at + 4);
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
    return counts;
  };
  const f1 = (found, truth) => {
    const [one, other] = [grams(squeeze(found)), grams(squeeze(truth))];
    const total = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);
    let same = 0;
    for (const [gram, count] of one) same += Math.min(count, other.get(gram) ?? 0);
    return (2 * same) / (total(one) + total(other));
  };
  const rows = [];
  for (const page of pages) {
    const took = {};
    const results = {};
    for (let round = 0; round < rounds; round++)
      for (const [reader, read] of Object.entries(readers)) {
        const before = performance.now();
        try {
          results[reader] = read(page);
        } catch (error) {
          results[reader] = { failed: String(error) };
        }
        // The first round is for warming up.
        took[reader] = round === 0 ? [] : [...took[reader], performance.now() - before];
      }
    for (const reader of Object.keys(readers)) {
      const found = results[reader];
      const { expected } = page;
      const right = {};
      for (const field of ["title", "byline", "siteName", "published"]) {
        if (!(field in expected)) continue;
        const [is, wanted] = [found[field], expected[field]].map((value) => squeeze(value ?? ""));
        right[field] = field === "published" ? is.slice(0, 10) === wanted.slice(0, 10) : is === wanted;
      }
      rows.push({
        name: page.name,
        set: page.set,
        reader,
        f1: expected.body ? f1(found.textContent, [expected.body].flat().join("\n")) : undefined,
        right,
        failed: found.failed,
        found: { title: found.title, byline: found.byline, siteName: found.siteName, published: found.published },
        took: took[reader].sort((a, b) => a - b)[took[reader].length >> 1] ?? 0,
      });
    }
  }
  return rows;
}

function tableOf(rows) {
  const table = {};
  const sum = (list) => list.reduce((all, one) => all + one, 0);
  const timeOf = (reader) => sum(rows.filter((row) => row.reader === reader).map(({ took }) => took));
  for (const reader of new Set(rows.map((row) => row.reader))) {
    const own = rows.filter((row) => row.reader === reader);
    const bodies = own.filter(({ f1 }) => f1 !== undefined);
    const share = (field) => {
      const asked = own.filter(({ right }) => field in right);
      return asked.length === 0
        ? ""
        : `${Math.round((100 * asked.filter(({ right }) => right[field]).length) / asked.length)} %`;
    };
    table[reader] = {
      pages: own.length,
      "body F1": bodies.length === 0 ? "" : Number((sum(bodies.map(({ f1 }) => f1)) / bodies.length).toFixed(3)),
      "under .5": bodies.filter(({ f1 }) => f1 < 0.5).length,
      title: share("title"),
      author: share("byline"),
      source: share("siteName"),
      date: share("published"),
      failed: own.filter(({ failed }) => failed).length,
      "time, Readability = 1": Number((timeOf(reader) / timeOf("Readability")).toFixed(2)),
      "ms a page": Number((timeOf(reader) / own.length).toFixed(2)),
    };
  }
  return table;
}

/** What a reader weighs when bundled alone, ours as the app's build has it. */
async function sizeOf(entry) {
  const { config } = await loadConfigFromFile({ command: "build", mode: "production" }, "vite.config.ts");
  const lean = config.plugins.flat().find((plugin) => plugin.name === "lean-readability");
  const { output } = [
    await build({
      configFile: false,
      logLevel: "silent",
      plugins: entry.startsWith("src") ? [lean] : [],
      build: { write: false, minify: true, lib: { entry, formats: ["iife"], name: "reader", fileName: "reader" } },
    }),
  ].flat()[0];
  return Number((gzipSync(output.map(({ code }) => code ?? "").join("")).length / 1000).toFixed(1));
}
