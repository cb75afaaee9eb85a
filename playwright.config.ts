import { defineConfig } from "@playwright/test";
import type { Engine } from "./tests/e2e/engines.ts";

const engines = (process.env.E2E_ENGINES ?? "chromium,firefox,webkit").split(",") as Engine[];

export default defineConfig<object, { engine: Engine }>({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  timeout: 45_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  projects: engines.map((engine) => ({
    name: engine,
    use: { engine },
    testIgnore: engine === "chromium" ? [] : "**/*chromium-only.spec.ts",
  })),
});
