import { existsSync, readdirSync, readFileSync } from "node:fs";
import preact from "@preact/preset-vite";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { licencesModule } from "./scripts/licences.ts";

// Vitest prints failures with Map.groupBy, which Node 20 does not have; without it a red test would end in a crash.
if (!("groupBy" in Map)) {
  Object.defineProperty(Map, "groupBy", {
    value<T, K>(items: Iterable<T>, keyOf: (item: T, index: number) => K) {
      const groups = new Map<K, T[]>();
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index++);
        groups.set(key, [...(groups.get(key) ?? []), item]);
      }
      return groups;
    },
  });
}

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));

// These are never imported whole.
const inParts = ["highlight.js", "opencc-js"];
const codeLanguages = [
  ...readFileSync("src/ui/reader/code/code-languages.ts", "utf8").matchAll(/"(highlight\.js\/[^"]+)"/g),
].map((match) => match[1] ?? "");

// Pages that may not be kept in the repository: a folder named by LIUYE_PAGES is tried as well.
const folder = process.env.LIUYE_PAGES ?? "";
const copiedPages = Object.fromEntries(
  existsSync(folder) ? readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]) : [],
);

const chromium = {
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
};

export default defineConfig({
  plugins: [preact(), licencesModule()],
  define: { __VERSION__: '"test"', __COPIED_PAGES__: JSON.stringify(copiedPages) },
  // Named here so that Vite does not find one in the middle of a run and reload the page under a test.
  optimizeDeps: {
    include: [
      ...Object.keys(dependencies).filter((name) => !name.startsWith("workbox") && !inParts.includes(name)),
      ...codeLanguages,
      "opencc-js/cn2t",
      "opencc-js/t2cn",
      "preact/hooks",
      "preact/jsx-runtime",
      "preact/jsx-dev-runtime",
      "axe-core",
      "fast-check",
    ],
  },
  test: {
    testTimeout: 60_000, // a guard against hanging on a busy machine, never a measure
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["tests/**/*.test.ts"],
          exclude: [
            "tests/**/*.browser.test.ts",
            "tests/e2e/**",
            ...(process.env.FUZZ_BENEATH ? ["tests/fuzz/**"] : []),
          ],
          setupFiles: ["tests/setup.ts"],
          // Of all node tests only fuzzing runs some at once. From the command line no project would hear of it.
          maxConcurrency: Number(process.env.FUZZ_LANES ?? 5),
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/**/*.browser.test.{ts,tsx}"],
          setupFiles: ["tests/setup-browser.ts"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 390, height: 844 },
            instances: [{ browser: "chromium", provider: playwright({ launchOptions: chromium }) }],
          },
        },
      },
    ],
  },
});
