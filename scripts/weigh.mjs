// Weighs the built app, gzipped, against what it may weigh, and sees that what is seldom needed comes late. Prints every
// chunk as a table of Markdown; where BENCHMARKS.md holds one between its two marks, the two must agree.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

// A part begins at source files, or at the script that holds a word of it that survives minifying; or its file is built
// apart and begins with a name. Limits in kB; the service worker's grows with the number of files it lists, extraction
// is to come down to 32 again.
const parts = [
  { name: "first load", source: "index.html", limit: 60 },
  { name: "service worker", file: "service-worker.js", limit: 9.5 },
  { name: "search thread", file: "assets/search-thread-", limit: 58 }, // Dexie is 31 of it, the table of traditional characters 8
  { name: "unpacking thread", file: "assets/formats-thread-" },
  { name: "extraction", file: "assets/extraction-", limit: 35.5 },
  { name: "site rules", file: "assets/site-rules-", limit: 14 },
  { name: "sanitiser", word: "ALLOWED_URI_REGEXP" },
  { name: "guides", source: "src/capture/guides/" },
];

const folder = "dist";
const stylesLimit = 14; // kB, what comes before the first list

const benchmarks = "BENCHMARKS.md";
const marks = ["<!-- chunks -->", "<!-- /chunks -->"];
const lightest = 1; // kB: smaller files are told together
const drift = 0.15; // of a chunk, and at least half a kilobyte: small changes need no new table
const leastDrift = 0.5;

/** Prints what each part weighs; false when one weighs too much or comes too early. */
export function weigh() {
  const manifest = JSON.parse(read(".vite/manifest.json"));
  const firstLoad = scriptsOf(parts[0], manifest);
  const faults = [];
  const rows = parts.map((part) => {
    const late = scriptsOf(part, manifest).filter((script) => part === parts[0] || !firstLoad.includes(script));
    const scripts = part.file ? filesNamed(part.file) : late.filter((script) => !isOfAnother(script, part));
    const size = scripts.reduce((sum, script) => sum + sizeOf(script), 0);
    if (scripts.length === 0) faults.push(`${part.name}: it is not apart from the first load.`);
    if (size > (part.limit ?? Infinity))
      faults.push(`${part.name}: ${size.toFixed(1)} kB, where ${part.limit} may be.`);
    return { part: part.name, "kB gz": Number(size.toFixed(1)), limit: part.limit ?? "", scripts: scripts.length };
  });
  if (!firstStyles().startsWith("@layer reset"))
    faults.push("styles: the first sheet does not begin the order of layers, and every rule is weighed wrongly.");
  const styles = stylesheets().reduce((sum, sheet) => sum + sizeOf(sheet), 0);
  if (styles > stylesLimit) faults.push(`first styles: ${styles.toFixed(1)} kB, where ${stylesLimit} may be.`);
  rows.push({ part: "first styles", "kB gz": Number(styles.toFixed(1)), limit: stylesLimit, scripts: "" });
  console.table(rows);
  const chunks = weighChunks(firstLoad);
  console.log(tableOf(chunks));
  faults.push(...staleRows(chunks));
  for (const fault of faults) console.error(fault);
  return faults.length === 0;
}

/** Every script that comes, by static imports alone, with the chunks a part begins at. */
function scriptsOf({ source, word }, manifest) {
  const scripts = new Set();
  const visit = (key) => {
    const { file, imports = [] } = manifest[key];
    if (scripts.has(file)) return;
    scripts.add(file);
    imports.forEach(visit);
  };
  const begins = (key) => (source ? key.startsWith(source) : word && read(manifest[key].file).includes(word));
  Object.keys(manifest).filter(begins).forEach(visit);
  return [...scripts].filter((file) => file.endsWith(".js"));
}

/** The stylesheet the page names first. */
function firstStyles() {
  return read(stylesheets()[0] ?? "");
}

/** The stylesheets the page names. */
function stylesheets() {
  return [...read("index.html").matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"/g)].map(([, sheet]) => sheet);
}

/** Every file of the app by its name without its hash, and kB of it; those of one name together. */
function weighChunks(firstLoad) {
  const first = new Set([...firstLoad, ...stylesheets().map((sheet) => sheet.replace(/^\.\//, ""))]);
  const chunks = new Map();
  for (const file of filesNamed("assets/").filter((name) => /\.(?:js|css)$/.test(name))) {
    const name = file.replace(/^assets\/|-[\w-]{8}(?=\.\w+$)/g, "");
    const known = chunks.get(name) ?? { size: 0, isFirst: false };
    chunks.set(name, { size: known.size + sizeOf(file), isFirst: known.isFirst || first.has(file) });
  }
  const heavy = [...chunks].filter(([, { size }]) => size >= lightest).sort(([, a], [, b]) => b.size - a.size);
  const light = [...chunks].filter(([, { size }]) => size < lightest);
  const rest = light.reduce((sum, [, { size }]) => sum + size, 0);
  return [
    ...heavy.map(([name, { size, isFirst }]) => ({ name, size, when: isFirst ? "at once" : "when wanted" })),
    { name: `${light.length} smaller files`, size: rest, when: "" },
  ];
}

function tableOf(chunks) {
  const rows = chunks.map(({ name, size, when }) => `| ${name} | ${size.toFixed(1)} | ${when} |`);
  return ["", marks[0], "", "| file | kB gz | comes |", "| --- | ---: | --- |", ...rows, "", marks[1], ""].join("\n");
}

/** What a table in BENCHMARKS.md says and is no longer so. */
function staleRows(chunks) {
  const [, told] = readFileSync(benchmarks, "utf8").split(new RegExp(marks.join("|")));
  if (told === undefined) return [];
  const rows = [...told.matchAll(/^\|\s*(\S+\.(?:js|css))\s*\|\s*([\d.]+)\s*\|/gm)];
  const written = new Map(rows.map(([, name, size]) => [name, Number(size)]));
  const known = chunks.filter(({ name }) => name.includes("."));
  const stale = known
    .filter(({ name, size }) => Math.abs((written.get(name) ?? 0) - size) > Math.max(size * drift, leastDrift))
    .map(
      ({ name, size }) => `${benchmarks}: ${name} weighs ${size.toFixed(1)} kB, not ${written.get(name) ?? "nothing"}.`,
    );
  const gone = [...written.keys()].filter((name) => !known.some((chunk) => chunk.name === name));
  return [...stale, ...gone.map((name) => `${benchmarks}: there is no ${name} of a kilobyte any more.`)];
}

/** kB (1,000 bytes), gzipped. */
function sizeOf(file) {
  return gzipSync(read(file)).length / 1000;
}

function isOfAnother(script, part) {
  return parts.some(({ word }) => word && word !== part.word && read(script).includes(word));
}

function filesNamed(beginning) {
  return readdirSync(folder, { recursive: true }).filter((file) => file.startsWith(beginning));
}

function read(script) {
  return readFileSync(join(folder, script), "utf8");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = weigh() ? 0 : 1;
