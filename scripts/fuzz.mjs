// Feeds every parser what no good page holds: `npm run fuzz` a minute each, `--minutes=60` an hour for all of them,
// `--seed=N` the same inputs again, `--only="ZIP"` one parser.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { ensureBrowsers } from "./browsers.mjs";

const words = Object.fromEntries(process.argv.slice(2).map((word) => word.replace(/^--/, "").split("=")));
const parsers = readFileSync("tests/fuzz/targets.ts", "utf8").match(/^ {4}target\(/gm).length;
const seconds = words.minutes ? (Number(words.minutes) * 60) / (words.only ? 1 : parsers) : 60;
const { chromium } = await ensureBrowsers();
const environment = { ...process.env, LIUYE_FUZZ_SECONDS: String(seconds) };
if (chromium) environment.CHROMIUM_PATH = chromium;
environment.LIUYE_FUZZ_SEED = words.seed ?? String(Math.floor(Math.random() * 2 ** 31)); // the ordinary tests feed the same each time
if (words.only) environment.LIUYE_FUZZ_ONLY = words.only;
const child = spawn("node_modules/.bin/vitest", ["run", "--project", "node", "tests/fuzz"], {
  stdio: "inherit",
  env: environment,
});
child.once("close", (status) => {
  process.exitCode = status ?? 1;
});
