// Opens an article with and without 500 highlights in the built app, the processor slowed four times: `npm run bench:marks`.
// Also times finding 100 highlights again in a million characters of which 5 in 100 were edited. Run `npm run build` first.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { createServer, preview } from "vite";

const lengths = process.argv[2] ? [Number(process.argv[2])] : [5_000, 100_000];
const marked = 500;
const rounds = 9;

const app = await preview({ logLevel: "error", preview: { port: 0 } });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const rows = [];
for (const length of lengths) rows.push(await measureOpening(length));
console.table(rows);
console.table([await measureFinding()]);
await browser.close();
await app.close();

/** Median milliseconds from the tap to the text, and to the end of the first second's work, with marks and without, in turn. */
async function measureOpening(length) {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(app.resolvedUrls.local[0]);
  await page.waitForSelector(".article-card");
  await page.evaluate(plant, { length, marked });
  await page.reload();
  await page.waitForSelector('.article-card a[href*="bare"]');
  const slow = await page.context().newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const times = { bare: [], marked: [] };
  const busy = { bare: [], marked: [] };
  for (let round = 0; round < rounds + 1; round++) {
    for (const name of round % 2 ? ["bare", "marked"] : ["marked", "bare"]) {
      const { text, work } = await page.evaluate(open, name);
      if (round === 0) continue; // the first brings the reader's code
      times[name].push(text);
      busy[name].push(work);
    }
  }
  const [bare, withMarks, work, workMarked] = [times.bare, times.marked, busy.bare, busy.marked].map(median);
  await page.context().close();
  return {
    characters: length,
    highlights: marked,
    "to text, none ms": Math.round(bare),
    "to text, 500 ms": Math.round(withMarks),
    "more %": Math.round((withMarks / bare - 1) * 100),
    "all work of 1.5 s, none ms": Math.round(work),
    "with 500 ms": Math.round(workMarked),
  };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** Runs in the page: puts the same article into the library twice, once with highlights, as the app's own rows. */
async function plant({ length, marked }) {
  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const library = await settled(indexedDB.open("liuye"));
  const words = "渡口的风从河面上来，摆渡人把缆绳绕了三圈，等最后一个赶集的人上船。河水不等人，船慢不要紧。";
  const paragraphs = Array.from({ length: Math.ceil(length / 200) }, (_, at) => `第${at}段。${words.repeat(4)}`);
  const html = paragraphs.map((text) => `<p>${text}</p>`).join("\n");
  const text = paragraphs.join("\n");
  const stores = library.transaction(["articles", "contents", "highlights"], "readwrite");
  for (const id of ["bare", "marked"]) {
    stores.objectStore("articles").put({
      id,
      identity: `text:${id}`,
      title: id,
      lang: "zh-Hans",
      excerpt: "",
      length: { han: length, words: 0 },
      savedAt: Date.now(),
      refreshedAt: Date.now(),
    });
    stores.objectStore("contents").put({ id, html, text, sanitizer: 1, pictures: [] });
  }
  for (let at = 0; at < marked; at++) {
    const start = Math.floor((at * (text.length - 40)) / marked);
    const end = start + 12;
    const quote = {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(start - 32, 0), start),
      suffix: text.slice(end, end + 32),
    };
    stores.objectStore("highlights").put({
      id: `mark-${at}`,
      articleId: "marked",
      anchor: { quote, position: { start, end } },
      colour: ["yellow", "green", "blue", "line"][at % 4],
      ...(at % 5 === 0 && { note: "记一笔" }),
      at,
    });
  }
  await new Promise((resolve) => {
    stores.oncomplete = resolve;
  });
  library.close();
}

/** Runs in the page: opens an article and goes back; what was done in long tasks meanwhile counts as work. */
async function open(name) {
  let work = 0;
  const watching = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) work += duration;
  });
  watching.observe({ type: "longtask" });
  const before = performance.now();
  document.querySelector(`.article-card a[href*="${name}"]`).click();
  const text = await new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(".prose p")?.getClientRects().length) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - before)));
    };
    look();
  });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  watching.disconnect();
  document.querySelector(".reader-back").click();
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { text, work };
}

async function measureFinding() {
  const server = await createServer({ logLevel: "error", server: { port: 0, hmr: false, watch: null } });
  await server.listen();
  const page = await browser.newPage();
  await page.goto(`${server.resolvedUrls.local[0]}icons/leaf.svg`);
  const words = readFileSync("tests/fixtures/pages/novel--chapter.txt", "utf8").slice(0, 4000);
  const row = await page.evaluate(async (piece) => {
    const { anchorOf } = await import("/src/domain/anchor/anchor.ts");
    const { locator } = await import("/src/domain/anchor/locate.ts");
    let state = 7;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const letters = [...piece.replace(/\s+/g, "")];
    let text = "";
    while (text.length < 1_000_000) text += letters[Math.floor(random() * letters.length)];
    const spans = Array.from({ length: 100 }, () => Math.floor(random() * (text.length - 40)));
    const anchors = spans.map((start) => anchorOf(text, { start, end: start + 20 }));
    const edited = [...text]
      .map((letter) => (random() < 0.05 ? letters[Math.floor(random() * letters.length)] : letter))
      .join("");
    const before = performance.now();
    const find = locator(edited);
    const found = anchors.filter((anchor) => anchor && find(anchor)).length;
    const edit = performance.now() - before;
    const again = performance.now();
    const same = locator(text);
    for (const anchor of anchors) same(anchor);
    return {
      characters: text.length,
      anchors: anchors.length,
      found,
      "edited ms": Math.round(edit),
      "as it was ms": Math.round(performance.now() - again),
    };
  }, words);
  await server.close();
  return row;
}
