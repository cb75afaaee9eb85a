// Makes books and Markdown of pages of the tests and of made-up articles in Chromium, and has others judge them: epubcheck
// the books, marked the Markdown. `npm run check:exports`; Debian has epubcheck as a package.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { Marked } from "marked";
import { chromium } from "playwright-core";
import { createServer } from "vite";

/** So many pages of the tests, taken evenly, and so many articles made up from a seed. */
const pageCount = 10;
const madeUp = Number(process.argv[2] ?? 12);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);

const names = readdirSync("tests/fixtures/pages").filter((name) => name.endsWith(".html"));
const step = Math.max(1, Math.floor(names.length / pageCount));
const pages = names
  .filter((_, at) => at % step === 0)
  .slice(0, pageCount)
  .map((name) => ({ name, html: readFileSync(`tests/fixtures/pages/${name}`, "utf8") }));

const server = await createServer({
  logLevel: "error",
  // Named here, so that none is found in the middle of the work.
  optimizeDeps: { include: ["@zip.js/zip.js", "papaparse", "dexie", "dompurify", "fast-check"] },
  server: { port: 0, hmr: false, watch: null },
});
await server.listen();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const folder = mkdtempSync(join(tmpdir(), "liuye-exports-"));
const faults = [];
try {
  const page = await browser.newPage();
  const blank = new URL("blank", server.resolvedUrls.local[0]).href;
  await page.route(blank, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>-</title>" }),
  );
  await page.goto(blank);
  const files = await page.evaluate(makeFiles, { pages, madeUp, seed });
  console.log(`Seed ${seed}: ${files.filter(({ name }) => name.endsWith(".epub")).length} books.`);
  const checker = findChecker();
  if (!checker)
    faults.push("epubcheck is not on this machine, so no book was judged (Debian: apt-get install epubcheck)");
  for (const { name, base64, texts } of files) {
    const bytes = Buffer.from(base64, "base64");
    if (name.endsWith(".epub") && checker) checkBook(checker, name, bytes);
    if (name.endsWith(".zip")) await checkMarkdown(page, bytes, texts);
  }
} finally {
  await browser.close();
  await server.close();
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? "All exports are sound." : `${faults.length} faults; the files are in ${folder}`);
if (faults.length === 0) rmSync(folder, { recursive: true });
process.exitCode = faults.length === 0 ? 0 : 1;

/** The command that runs epubcheck: Debian's is a jar, which not every machine starts by its name. */
function findChecker() {
  const commands = [["epubcheck"], ["java", "-jar", "/usr/share/java/epubcheck.jar"]];
  return commands.find(([program, ...words]) =>
    /EPUBCheck/i.test(String(spawnSync(program, [...words, "--version"]).stdout)),
  );
}

function checkBook([program, ...words], name, bytes) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { stdout, stderr, status } = spawnSync(program, [...words, path], { encoding: "utf8" });
  const said = `${stdout}${stderr}`.split("\n").filter((line) => /^(?:ERROR|WARNING|FATAL|INFO\()/.test(line));
  if (status !== 0 || said.length > 0) faults.push(`${name}: ${said.slice(0, 8).join("\n  ")}`);
}

/** Another reader of Markdown must find the same words, the front matter and our closing comment aside. */
async function checkMarkdown(page, bytes, texts) {
  const marked = new Marked({ gfm: true });
  for (const [name, file] of Object.entries(unzipSync(bytes))) {
    if (!name.endsWith(".md")) continue;
    const text = new TextDecoder().decode(file);
    const [, matter = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
    const html = marked.parse(body);
    const words = await page.evaluate(wordsOf, html);
    const id = /^id: "(.*)"$/m.exec(matter)?.[1];
    if (words !== texts[id]) {
      writeFileSync(join(folder, "fault.md"), text);
      const at = [...words].findIndex((sign, place) => sign !== texts[id]?.[place]);
      faults.push(`${name}: “${words.slice(at, at + 40)}” where “${texts[id]?.slice(at, at + 40)}” should be`);
    }
  }
}

function wordsOf(html) {
  return new DOMParser().parseFromString(html, "text/html").body.textContent.replace(/[\s\u200b\u200d]+/g, "");
}

/** Runs in the page: keeps the articles and takes each out as a book, and all together as a book and as Markdown. */
async function makeFiles({ pages, madeUp, seed }) {
  const { capture } = await import("/src/capture/capture.ts");
  const { saveArticle, allArticles, contentOf } = await import("/src/library/articles.ts");
  const { htmlOf, sanitizeToFragment } = await import("/src/domain/sanitize.ts");
  const { bodyText } = await import("/src/domain/anchor/body-text.ts");
  const { anchorOf } = await import("/src/domain/anchor/anchor.ts");
  const { sha256 } = await import("/src/domain/sha256.ts");
  const { addHighlight, editHighlight } = await import("/src/library/highlights.ts");
  const { exportArticles } = await import("/src/export/export-articles.ts");
  const { exportWords } = await import("/tests/fixtures/exports/words.ts");
  const { pictureIds, randomBody, randomLine } = await import("/tests/fixtures/exports/random-article.ts");
  const { sample } = await import("/@id/fast-check");
  const now = Date.UTC(2026, 10, 23);
  for (const { name, html } of pages)
    await capture({ kind: "html", via: "html", content: html, name, url: `https://example.com/${name}` }, now).catch(
      () => {},
    );
  const pictures = [];
  for (const type of ["image/png", "image/jpeg", "image/webp"]) {
    const canvas = new OffscreenCanvas(40, 30);
    canvas.getContext("2d").fillRect(5, 5, 9, 9);
    const bytes = await (await canvas.convertToBlob({ type })).arrayBuffer();
    pictures.push({ id: await sha256(bytes), type, bytes, width: 40, height: 30 });
  }
  pictureIds.push(...pictures.map(({ id }) => id));
  const titles = sample(randomLine, { numRuns: madeUp, seed });
  const bodies = sample(randomBody, { numRuns: madeUp, seed });
  for (const [at, body] of bodies.entries()) {
    const html = htmlOf(sanitizeToFragment(body));
    const text = bodyText(html);
    const row = {
      identity: `url:https://example.com/made-${at}`,
      url: `https://example.com/made-${at}?a=[1]|2`,
      title: titles[at],
    };
    const more = {
      lang: "zh-Hans",
      excerpt: text.slice(0, 80),
      length: { han: 1, words: 0 },
      byline: titles[at],
      tags: ["一"],
    };
    const { article } = await saveArticle({ ...row, ...more, html, text, sanitizer: 1, pictures }, now);
    if (at % 2 === 1) continue; // every other one is bare, so that the words of its Markdown can be compared
    for (const [number, colour] of ["yellow", "green", "blue"].entries()) {
      const anchor = anchorOf(text, { start: number * 20, end: number * 20 + 35 });
      const highlight = anchor && (await addHighlight(article.id, anchor, colour, now + number));
      if (highlight) await editHighlight(highlight.id, { note: `${titles[at]}\n\u0001二` }, now);
    }
  }
  const articles = (await allArticles()).reverse();
  const files = [];
  const make = async (ids, format, name) => {
    const order = { ids, format, pictures: true, name: "书架 & <其他>", words: exportWords };
    const { blob } = await exportArticles(order, new AbortController().signal, () => {});
    const address = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsDataURL(blob);
    });
    const file = { name, base64: address.replace(/^[^,]*,/, ""), texts: {} };
    files.push(file);
    return file;
  };
  for (const [at, { id }] of articles.entries()) await make([id], "epub", `book-${at + 1}.epub`);
  await make(
    articles.map(({ id }) => id),
    "epub",
    "book-of-all.epub",
  );
  const isBare = ({ identity }) => !/made-\d*[02468]$/.test(identity);
  const bare = articles.filter(isBare);
  const file = await make(
    bare.map(({ id }) => id),
    "markdown",
    "markdown.zip",
  );
  for (const { id, title } of bare)
    file.texts[id] = `${title}${bodyText((await contentOf(id)).html)}`.replace(/[\s\u200b\u200d]+/g, "");
  return files;
}
