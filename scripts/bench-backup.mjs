// Backs up a large library, wipes it and restores it, in real Chromium: `npm run bench:backup`. A number after it is how many articles;
// without one 1,000, 5,000 and 20,000. Says the time of each step, the heap's peak, and whether every row and byte came back.
import { chromium } from "playwright-core";
import { createServer } from "vite";
import { fillLibrary } from "./bench-library.mjs";

const counts = process.argv[2] ? [Number(process.argv[2])] : [1000, 5000, 20_000];
const server = await createServer({ logLevel: "error", server: { port: 0, hmr: false, watch: null } });
await server.listen();
const origin = server.resolvedUrls.local[0];
const rows = [];
for (const count of counts) {
  const context = await chromium.launchPersistentContext("", {
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--js-flags=--expose-gc", "--enable-precise-memory-info"],
  });
  const page = await context.newPage();
  await page.goto(`${origin}index.html`);
  await page.waitForSelector(".article-card");
  await page.goto("about:blank");
  await fillLibrary(context, origin, count);
  await page.goto(`${origin}scripts/bench-backup.html`).catch(() => {}); // a page of the origin without the app: the answer is a 404
  rows.push({ articles: count, ...(await page.evaluate(measure)) });
  await context.close();
}
await server.close();
console.table(rows);

/** Runs in the page. Every article gets its page as it came, every fourth a picture of 40 kB and a highlight, every tenth a note. */
async function measure() {
  const { database } = await import("/src/library/database.ts");
  const { sha256 } = await import("/src/domain/sha256.ts");
  const { compress } = await import("/src/capture/originals.ts");
  const { bodyHash } = await import("/src/library/body-hash.ts");
  const { makeBackup } = await import("/src/export/backup/make-backup.ts");
  const { checkBackup } = await import("/src/export/backup/check-backup.ts");
  const { restoreBackup } = await import("/src/export/backup/restore-backup.ts");
  const { cacheTables } = await import("/src/library/backup-slices.ts");

  const ids = await database.articles.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += 100) {
    const contents = (await database.contents.bulkGet(ids.slice(from, from + 100))).filter(Boolean);
    const more = await Promise.all(contents.map((content, at) => dress(content, from + at)));
    await database.originals.bulkPut(more.map(({ original }) => original));
    await database.pictures.bulkPut(more.flatMap(({ picture }) => picture ?? []));
    await database.contents.bulkPut(more.map(({ content }) => content));
    await database.highlights.bulkPut(more.flatMap(({ highlight }) => highlight ?? []));
    await database.notes.bulkPut(more.flatMap(({ note }) => note ?? []));
    await database.readings.bulkPut(more.flatMap(({ reading }) => reading ?? []));
  }
  const before = await printsOf();

  let peak = 0;
  let base = 0;
  const tell = () => {
    peak = Math.max(peak, performance.memory.usedJSHeapSize);
  };
  const signal = new AbortController().signal;
  const timed = async (deed) => {
    globalThis.gc?.();
    base = performance.memory.usedJSHeapSize;
    peak = base;
    const from = performance.now();
    const answer = await deed();
    return {
      answer,
      seconds: Math.round((performance.now() - from) / 100) / 10,
      heap: Math.round((peak - base) / 1e6),
    };
  };
  const words = {
    page: { lang: "en", kept: "", original: "", marks: "" },
    index: "",
    readme: "",
    readmeName: "README.txt",
  };
  const now = Date.UTC(2026, 10, 1);
  const made = await timed(() => makeBackup({ words, app: "bench", now, signal, tell }));
  const file = made.answer.file;
  await Promise.all(database.tables.map((table) => table.clear()));
  const checked = await timed(() => checkBackup(file, { signal, tell }));
  const restored = await timed(() => restoreBackup(checked.answer, { bringBack: false, now, signal, tell }));
  const after = await printsOf();
  const differing = unequal(before, after);
  return {
    "backup MB": Math.round(file.size / 1e6),
    "make and verify s": made.seconds,
    "heap above start MB": made.heap,
    "check s": checked.seconds,
    "check heap MB": checked.heap,
    "restore s": restored.seconds,
    "restore heap MB": restored.heap,
    rows: before.size,
    unequal: differing.length,
    "for example": differing[0] && `${differing[0]}: ${before.get(differing[0])} is now ${after.get(differing[0])}`,
    problems: checked.answer.problems.length,
  };

  async function dress(content, number) {
    const original = { id: content.id, kind: "html", gzip: await compress(content.html) };
    const more = { content, original };
    if (number % 2 === 0)
      more.reading = {
        id: `reading-${content.id}`,
        articleId: content.id,
        startedAt: 1,
        day: "2026-01-01",
        spent: 9000,
        passed: 9,
      };
    if (number % 10 === 0) more.note = { id: content.id, text: `note ${number}`, at: 1 };
    if (number % 4 !== 0) {
      more.content = { ...content, hash: await bodyHash(content.html) };
      return more;
    }
    let seed = number + 1;
    const bytes = Uint8Array.from({ length: 40_000 }, () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed >>> 24;
    });
    const id = await sha256(bytes);
    more.picture = { id, type: "image/jpeg", bytes: bytes.buffer, width: 300, height: 200 };
    const html = `${content.html}<img data-picture="${id}" decoding="async" loading="lazy">`;
    more.content = { ...content, html, hash: await bodyHash(html), pictures: [id] };
    const quote = { exact: content.text.slice(0, 20), prefix: "", suffix: content.text.slice(20, 52) };
    const position = { start: 0, end: 20 };
    more.highlight = {
      id: `mark-${content.id}`,
      articleId: content.id,
      anchor: { quote, position },
      colour: "green",
      at: 1,
    };
    return more;
  }

  /** A print of every row, its bytes included, of the tables that are no caches, by table and key. */
  async function printsOf() {
    const prints = new Map();
    for (const table of database.tables.filter(({ name }) => !cacheTables.includes(name))) {
      const keys = await table.toCollection().primaryKeys();
      for (let from = 0; from < keys.length; from += 200) {
        const some = keys.slice(from, from + 200);
        const rows = await table.bulkGet(some);
        for (const [at, row] of rows.entries()) prints.set(`${table.name} ${some[at]}`, await printOf(row));
      }
    }
    return prints;
  }

  async function printOf(row) {
    const parts = [];
    for (const name of ["bytes", "gzip"]) if (row[name]) parts.push(await sha256(row[name]));
    parts.push(
      JSON.stringify(row, (_, value) =>
        value === null || typeof value !== "object" || Array.isArray(value)
          ? value
          : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))),
      ),
    );
    const fields = Object.entries(row).map(([name, value]) => `${name} ${JSON.stringify(value)?.length}`);
    return `${await sha256(new TextEncoder().encode(parts.join("\n")))} ${fields.sort().join(", ")}`;
  }

  /** The names of rows that are not the same in both, those that stand in one alone included. */
  function unequal(before, after) {
    return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
  }
}
