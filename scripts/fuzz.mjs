// Feeds every parser what no good page holds: `npm run fuzz` a minute each, `--minutes=60` an hour for all of them,
// `--seed=N` the same inputs again, `--only="ZIP"` one parser or one target, `--lanes=1` one at a time instead of two.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { ensureBrowsers } from "./browsers.mjs";

const words = Object.fromEntries(process.argv.slice(2).map((word) => word.replace(/^--/, "").split("=")));
const parsers = readFileSync("tests/fuzz/parsers.ts", "utf8").match(/^ {2}\S.*: \[/gm).length;
const lanes = Number(words.lanes ?? 2);
const seconds = words.minutes ? (Number(words.minutes) * 60) / (words.only ? 1 : parsers / lanes) : 60;
const { chromium } = await ensureBrowsers();
const environment = { ...process.env, FUZZ_SECONDS: String(seconds) };
if (chromium) environment.CHROMIUM_PATH = chromium;
environment.FUZZ_SEED = words.seed ?? String(Math.floor(Math.random() * 2 ** 31)); // the ordinary tests feed the same each time
if (words.only) environment.FUZZ_ONLY = words.only;
const child = spawn("vitest", ["run", "--project", "node", `--maxConcurrency=${lanes}`, "tests/fuzz"], {
  stdio: "inherit",
  env: { ...environment, PATH: `node_modules/.bin:${process.env.PATH}` },
});
child.once("close", (status) => {
  process.exitCode = status ?? 1;
});
