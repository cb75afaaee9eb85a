// Builds the app, weighs it and runs every test: node tests, browser tests, and journeys through the built app in each
// engine found. A failure never stops what comes after it. `--only=unit` or `--only=e2e` runs one of the two; words
// after it go to that runner. Each parser is fuzzed for a second among them; where
// FUZZ_SECONDS is set, for so long and beneath them.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { ensureBrowsers } from "./browsers.mjs";
import { fuzzBeneath } from "./fuzz-beneath.mjs";
import { weigh } from "./weigh.mjs";

const reports = "test-results";
const unitReport = `${reports}/unit.json`;
const fuzzReport = `${reports}/fuzz.json`;
const journeyReport = `${reports}/e2e.json`;
const closingLine =
  /^\s*(Test Files|Tests|Errors|Type Errors|Duration)\s{2}|^\s+\d+ (passed|failed|skipped|flaky|interrupted|did not run)\b/;

const words = process.argv.slice(2);
const only = words.find((word) => word.startsWith("--only="))?.slice("--only=".length);
const passedOn = words.filter((word) => !word.startsWith("--only="));
if (only ? !["unit", "e2e"].includes(only) : passedOn.length > 0) {
  console.error("Say --only=unit or --only=e2e, then words for that runner; or nothing at all.");
  process.exit(1);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports);
const closing = [];
const total = { passed: 0, failed: 0, skipped: 0 };

const browsers = await ensureBrowsers();
const engines = Object.keys(browsers).filter((engine) => browsers[engine]);
const environment = {
  ...process.env,
  E2E_ENGINES: engines.join(","),
  PATH: `node_modules/.bin:${process.env.PATH}`,
};
if (browsers.chromium) environment.CHROMIUM_PATH = browsers.chromium;
if (browsers.firefox) environment.FIREFOX_PATH = browsers.firefox;
if (process.env.CI && engines.length < 3)
  fail(`only ${engines.join(" and ") || "no engine"} found; CI wants all three`);

const isBuilt = await run("vite", ["build", "--logLevel", "warn"]);
if (!isBuilt) fail("the app does not build");
else if (!isLight()) fail("the built app weighs too much");

const wantsMinutes = process.env.FUZZ_SECONDS && only !== "e2e" && passedOn.length === 0;
const fuzzing = wantsMinutes ? fuzzBeneath(fuzzReport, environment) : undefined;

if (only !== "e2e") {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`];
  // Of what is left out on the command line no project hears.
  if (fuzzing) environment.FUZZ_BENEATH = "yes";
  const isGood = await run("vitest", ["run", ...reporters, ...passedOn]);
  count("the unit tests", isGood, unitReport, countVitest);
}

if (only !== "unit" && !isBuilt) fail("no journey ran, for want of a build");
else if (only !== "unit" && engines.length === 0) fail("no journey ran, for want of a browser");
else if (only !== "unit") {
  const isGood = await run("playwright", ["test", ...passedOn]);
  count("the journeys", isGood, journeyReport, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}

if (fuzzing) {
  const { isStopped, isGood, said } = await fuzzing.end(total.failed === 0);
  console.log(said);
  if (isStopped) closing.push("Fuzzing was stopped before its end, because the rest had failed.");
  else {
    closing.push(`Fuzzing, ${/^seed \d+$/m.exec(said)?.[0] ?? "no seed"}:`, ...closingLines(said));
    count("the fuzzing", isGood, fuzzReport, countVitest);
  }
}

closing.push(
  [`${total.passed} passed`, `${total.failed} failed`, ...(total.skipped > 0 ? [`${total.skipped} skipped`] : [])].join(
    ", ",
  ),
);
const summary = closing.join("\n");
writeFileSync(`${reports}/summary.txt`, `${summary}\n`);
console.log(`\n${summary}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Runs a program, shows what it says as it says it, and keeps its closing lines. */
async function run(program, words) {
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "inherit"], env: environment });
  let said = "";
  child.stdout.on("data", (piece) => {
    process.stdout.write(piece);
    said += piece;
  });
  const status = await new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", resolve);
  });
  closing.push(...closingLines(said));
  return status === 0;
}

function closingLines(said) {
  return stripVTControlCharacters(said)
    .split("\n")
    .filter((line) => closingLine.test(line));
}

function countVitest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function isLight() {
  try {
    return weigh();
  } catch (error) {
    console.error(error);
    return false;
  }
}

/** Adds up a runner's own report; a runner that fails without a failed test counts as one failure. */
function count(what, isGood, report, read) {
  let counts;
  try {
    counts = read(JSON.parse(readFileSync(report, "utf8")));
  } catch (error) {
    fail(`${what} left no report: ${error.message}`);
    return;
  }
  for (const kind of Object.keys(total)) total[kind] += counts[kind];
  if (!isGood && counts.failed === 0) fail(`${what} stopped with an error outside any test`);
}

/** What goes wrong outside a test is counted as one failed test, so that the last line never says all is well. */
function fail(sentence) {
  closing.push(`Failed: ${sentence}.`);
  total.failed++;
}
