import { defineConfig } from "@playwright/test";
import type { Engine } from "./tests/e2e/engines.ts";

const engines = (process.env.E2E_ENGINES ?? "chromium,firefox,webkit").split(",") as Engine[];

export default defineConfig<object, { engine: Engine }>({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  timeout: 90_000, // as all that is waited for, a guard against hanging on a busy machine and never a measure
  expect: { timeout: 30_000 },
  workers: 3, // on two cores: a journey waits about as long as it works
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Where nobody can look, three engines on two cores get a second go; a journey that needed it is said to be flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  projects: engines.map((engine) => ({
    name: engine,
    use: { engine },
    ...(engine !== "chromium" && { testIgnore: "**/*chromium-only.spec.ts", grepInvert: /@chromium/ }),
  })),
});
