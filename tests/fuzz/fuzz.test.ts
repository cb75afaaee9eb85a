// Every parser is fed what no good page holds, in a real browser: FUZZ_SECONDS for each parser, one where nothing is said.
import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Verdict } from "./drive.ts";
import { parsers } from "./parsers.ts";

const seconds = Number(process.env.FUZZ_SECONDS || 1);
const seed = Number(process.env.FUZZ_SEED ?? 7);
const only = process.env.FUZZ_ONLY;

/** A browser starts and opens its page within so many milliseconds, beneath whatever else runs. */
const mostWait = 180_000;

/** An input that keeps the processor for so many seconds without a word will not come back. */
const mostSilence = 20;

const chosen = Object.entries(parsers)
  .flatMap(([parser, names]) => names.map((name) => ({ parser, name, share: seconds / names.length })))
  .filter(({ parser, name }) => !only || name === only || parser === only);

let server: ViteDevServer;

beforeAll(async () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const include = ["comlink", "dexie", "dompurify", "fflate", "marked", "papaparse", "@mozilla/readability"].filter(
    (name) => name in dependencies,
  );
  server = await createServer({
    logLevel: "error",
    cacheDir: "node_modules/.vite/fuzz",
    define: { __VERSION__: '"test"' },
    optimizeDeps: { include: [...include, "fast-check"], noDiscovery: false },
    server: { port: 0, hmr: false, watch: null },
  });
  await server.listen();
}, mostWait);

afterAll(() => server?.close());

test("every target belongs to one parser", () => {
  const source = readFileSync("tests/fuzz/targets.ts", "utf8");
  const targets = [...source.matchAll(/^ {4}target\("([^"]+)"/gm)].map((found) => found[1] ?? "");
  expect(Object.values(parsers).flat().sort()).toEqual(targets.sort());
});

test.concurrent.for(chosen)(
  "$name: no input hangs it or makes it fail in a way nobody has words for",
  { timeout: seconds * 1000 + 300_000 },
  async ({ name, share }, { expect }) => {
    // A browser of its own: what its pages cost the processor is then this parser's cost.
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
      timeout: mostWait,
    });
    try {
      const page = await openPage(browser);
      const worked = await workOf(browser);
      await page.exposeFunction("secondsWorked", worked);
      let words = 0;
      let run = "";
      page.on("console", (message) => {
        words++;
        if (message.text().startsWith("fuzz ")) run = message.text();
      });
      const replay = `npm run fuzz -- --seed=${seed} --only="${name}"`;
      const verdict = await Promise.race([
        // As a text: Vitest rewrites the imports of its own functions.
        page.evaluate<Verdict>(
          `import("/tests/fuzz/drive.ts").then(({ drive }) => drive(${JSON.stringify(name)}, ${share}, ${seed}))`,
        ),
        silence(() => words, worked).then(
          (): Verdict => ({ runs: 0, slowest: 0, fault: `it hangs over input ${run}` }),
        ),
      ]);
      console.log(`${name}: ${verdict.runs} inputs, slowest ${verdict.slowest} ms; ${replay}`);
      expect(verdict.fault && `${verdict.fault}\n${replay}\n${verdict.input}`).toBeUndefined();
    } finally {
      await browser.close();
    }
  },
);

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(mostWait);
  await page.route("**/fuzz", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await page.goto(`${server.resolvedUrls?.local[0]}fuzz`);
  return page;
}

/** Tells how many seconds of the processor the browser's pages have used. The clock on the wall says little on a busy machine. */
async function workOf(browser: Browser): Promise<() => Promise<number>> {
  const session = await browser.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((sum, { type, cpuTime }) => sum + (type === "renderer" ? cpuTime : 0), 0);
  };
}

/** Ends when the page has worked too long without a word. */
async function silence(words: () => number, worked: () => Promise<number>): Promise<void> {
  let last = -1;
  let from = 0;
  for (;;) {
    const [now, work] = [words(), await worked().catch(() => 0)];
    if (now !== last) [last, from] = [now, work];
    else if (work - from > mostSilence) return;
    await new Promise((resolve) => setTimeout(resolve, 500).unref());
  }
}
