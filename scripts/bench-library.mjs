// Makes large libraries to measure with: `npm run bench:library` builds 1,000, 5,000 and 20,000 articles in real Chromium
// and says how large they are; a number after it makes one such library, a folder after that keeps the browser's profile.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { preview } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * Fills the library of an origin where Liuye has been opened once, past the app: plain rows into IndexedDB. Gives what was
 * written: articles, bytes of their text. `context` is Playwright's; no page of it should have Liuye open meanwhile.
 */
export async function fillLibrary(context, origin, count, from = 0) {
  const page = await blankPage(context, origin);
  const written = await page.evaluate(writeArticles, { count, from });
  await page.close();
  return written;
}

/** A page of an origin without the app and its policy, which can import the scripts of this folder from `/bench/`. */
export async function blankPage(context, origin) {
  const page = await context.newPage();
  await page.route(new URL("bench/**", origin).href, (route) => {
    const name = route.request().url().split("/bench/")[1];
    return name === ""
      ? route.fulfill({ contentType: "text/html", body: "<!doctype html><title>bench</title>" })
      : route.fulfill({ contentType: "text/javascript", body: readFileSync(join(here, name), "utf8") });
  });
  await page.goto(new URL("bench/", origin).href);
  return page;
}

/** Runs in the page. */
async function writeArticles({ count, from }) {
  const { articleAt } = await import("/bench/bench-library-articles.mjs");
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open("liuye");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const encoder = new TextEncoder();
  let bytes = 0;
  for (let done = from; done < from + count; done += 200) {
    const transaction = database.transaction(["articles", "contents", "places"], "readwrite", {
      durability: "relaxed",
    });
    for (let at = done; at < Math.min(done + 200, from + count); at++) {
      const { text, html, favourite, archived, progress, ...fields } = articleAt(at);
      bytes += encoder.encode(text).length;
      const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
      transaction.objectStore("articles").put({
        ...fields,
        identity: `url:${fields.url}`,
        excerpt: text.slice(0, 120),
        length: { han, words: text.match(/[a-z0-9]+/gi)?.length ?? 0 },
        refreshedAt: fields.savedAt,
        ...(favourite && { favouritedAt: fields.savedAt + 1000 }),
        ...(archived && { archivedAt: fields.savedAt + 2000 }),
      });
      transaction.objectStore("contents").put({ id: fields.id, html, text, sanitizer: 1, pictures: [] });
      if (progress > 0) {
        const place = {
          id: fields.id,
          offset: Math.floor(text.length * progress),
          progress,
          at: fields.savedAt + 3000,
        };
        transaction.objectStore("places").put(place);
      }
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
  }
  database.close();
  return { articles: count, bytes };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const counts = process.argv[2] ? [Number(process.argv[2])] : [1000, 5000, 20_000];
  const server = await preview({ logLevel: "error", preview: { port: 0 } }); // the built app: `npm run build` first
  const origin = server.resolvedUrls.local[0];
  const rows = [];
  for (const count of counts) {
    const context = await chromium.launchPersistentContext(process.argv[3] ?? "", {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
    });
    const page = await context.newPage();
    await page.goto(origin);
    await page.waitForSelector(".article-card");
    await page.close();
    const before = performance.now();
    const { bytes } = await fillLibrary(context, origin, count);
    rows.push({
      articles: count,
      "text MB": Math.round(bytes / 1e5) / 10,
      "kB each": Math.round(bytes / count / 100) / 10,
      seconds: Math.round((performance.now() - before) / 1000),
    });
    await context.close();
  }
  await server.close();
  console.table(rows);
}
