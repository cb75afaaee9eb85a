// Feeds every parser what no good page holds: `npm run fuzz` a minute each, `--minutes=60` an hour for all of them,
// `--seed=N` the same inputs again, `--only="ZIP"` one parser or one target, `--lanes=1` one at a time instead of two.
// `--report=FILE` writes Vitest's report there.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { ensureBrowsers } from "./browsers.mjs";

const words = Object.fromEntries(process.argv.slice(2).map((word) => word.replace(/^--/, "").split("=")));
const parsers = readFileSync("tests/fuzz/parsers.ts", "utf8").match(/^ {2}\S.*: \[/gm).length;
const lanes = Number(words.lanes ?? 2);
const seconds = words.minutes
  ? (Number(words.minutes) * 60) / (words.only ? 1 : parsers / lanes)
  : Number(process.env.FUZZ_SECONDS || 60);
const { chromium } = await ensureBrowsers();
const environment = { ...process.env, FUZZ_SECONDS: String(seconds), FUZZ_LANES: String(lanes) };
if (chromium) environment.CHROMIUM_PATH = chromium;
environment.FUZZ_SEED = words.seed ?? String(Math.floor(Math.random() * 2 ** 31)); // the ordinary tests feed the same each time
if (words.only) environment.FUZZ_ONLY = words.only;
const report = words.report ? ["--reporter=default", "--reporter=json", `--outputFile.json=${words.report}`] : [];
console.log(`seed ${environment.FUZZ_SEED}`);
const child = spawn("vitest", ["run", "--project", "node", ...report, "tests/fuzz"], {
  stdio: "inherit",
  env: { ...environment, PATH: `node_modules/.bin:${process.env.PATH}` },
});
child.once("close", (status) => {
  process.exitCode = status ?? 1;
});
