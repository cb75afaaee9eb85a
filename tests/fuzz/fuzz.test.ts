// Every parser is fed what no good page holds, in a real browser, a few seconds each; `npm run fuzz` gives it longer.
import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Verdict } from "./drive.ts";

const seconds = Number(process.env.LIUYE_FUZZ_SECONDS ?? 1);
const seed = Number(process.env.LIUYE_FUZZ_SEED ?? 7);
const only = process.env.LIUYE_FUZZ_ONLY;

/** An input that keeps the page from saying anything for so long, in milliseconds, will not come back. */
const mostSilence = 20_000;

const names = [...readFileSync("tests/fuzz/targets.ts", "utf8").matchAll(/^ {4}target\("([^"]+)"/gm)].map(
  (found) => found[1] ?? "",
);
const chosen = names.filter((name) => !only || name === only);

let server: ViteDevServer;
let browser: Browser;

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
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test.each(chosen)(
  "%s: no input hangs it or makes it fail in a way nobody has words for",
  {
    timeout: seconds * 1000 + 120_000,
  },
  async (name) => {
    const page = await openPage();
    let said = Date.now();
    let run = "";
    page.on("console", (message) => {
      said = Date.now();
      if (message.text().startsWith("fuzz ")) run = message.text();
    });
    const replay = `npm run fuzz -- --seed=${seed} --only="${name}"`;
    const verdict = await Promise.race([
      // As a text: Vitest rewrites the imports of its own functions.
      page.evaluate<Verdict>(
        `import("/tests/fuzz/drive.ts").then(({ drive }) => drive(${JSON.stringify(name)}, ${seconds}, ${seed}))`,
      ),
      silence(() => Date.now() - said).then(
        (): Verdict => ({ runs: 0, slowest: 0, fault: `it hangs over input ${run}` }),
      ),
    ]);
    await page.close();
    console.log(`${name}: ${verdict.runs} inputs, slowest ${verdict.slowest} ms; ${replay}`);
    expect(verdict.fault && `${verdict.fault}\n${replay}\n${verdict.input}`).toBeUndefined();
  },
);

async function openPage(): Promise<Page> {
  const page = await browser.newPage();
  await page.route("**/fuzz", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await page.goto(`${server.resolvedUrls?.local[0]}fuzz`);
  return page;
}

/** Ends when nothing has been heard for too long. */
async function silence(sinceLast: () => number): Promise<void> {
  while (sinceLast() < mostSilence) await new Promise((resolve) => setTimeout(resolve, 500).unref());
}
