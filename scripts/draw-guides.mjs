// Reads the guides as any page is read and writes what is kept of them beside them, so that a first start need not:
// `npm run guides` after a guide, extraction or the sanitiser has changed. A test says when that is due.
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const server = await createServer({ logLevel: "error", server: { port: 0, hmr: false, watch: null } });
await server.listen();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage();
const blank = `${server.resolvedUrls.local[0]}blank`;
await page.route(blank, (route) =>
  route.fulfill({ contentType: "text/html", body: "<!doctype html><title>guides</title>" }),
);
await page.goto(blank);
for (const id of ["guide-zh", "guide-en"]) {
  const path = `src/capture/guides/${id}`;
  const drawn = await page.evaluate(
    async (guide) => {
      const { prepare } = await import("/src/capture/capture.ts");
      const {
        receipt: _receipt,
        original: _original,
        pictures: _pictures,
        ...kept
      } = (await prepare({ kind: "html", via: "guide", ...guide }, 0)).draft;
      return kept;
    },
    { id, content: readFileSync(`${path}.html`, "utf8") },
  );
  writeFileSync(`${path}.json`, `${JSON.stringify(drawn, null, 2)}\n`);
}
await browser.close();
await server.close();
