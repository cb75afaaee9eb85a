// Kills the browser at random moments, as often as one likes: `npm run faults -- --kills=200 --seed=7`. The seed is
// printed, and with it the same kills come again. Builds the app first, unless `--built` says that it is.
import { spawnSync } from "node:child_process";
import { ensureBrowsers } from "./browsers.mjs";

const words = process.argv.slice(2);
const said = (name, otherwise) => words.find((word) => word.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise;
const seed = said("seed", String(Math.floor(Math.random() * 2 ** 31)));
const { chromium } = await ensureBrowsers();
const environment = {
  ...process.env,
  PATH: `node_modules/.bin:${process.env.PATH}`,
  E2E_ENGINES: "chromium",
  ...(chromium && { CHROMIUM_PATH: chromium }),
  LIUYE_KILLS: said("kills", "200"),
  LIUYE_SEED: seed,
};
const run = (program, ...rest) => spawnSync(program, rest, { env: environment, stdio: "inherit" }).status ?? 1;

console.log(`seed ${seed}`);
process.exitCode =
  (words.includes("--built") ? 0 : run("vite", "build", "--logLevel", "warn")) ||
  run("playwright", "test", "tests/e2e/kills.chromium-only.spec.ts", "--workers=1");
