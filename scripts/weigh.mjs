// Weighs the built app, gzipped, against what it may weigh, and sees that what is seldom needed comes late.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

// A part begins at source files, or at the script that holds a word of it that survives minifying; or its file is built
// apart and begins with a name. Limits in kB; the service worker's grows with the number of files it lists, extraction may
// have 32 KiB.
const parts = [
  { name: "first load", source: "index.html", limit: 60 },
  { name: "service worker", file: "service-worker.js", limit: 9 },
  { name: "search thread", file: "assets/search-thread-", limit: 58 }, // Dexie is 31 of it, the table of traditional characters 8
  { name: "unpacking thread", file: "assets/formats-thread-" },
  { name: "extraction", file: "assets/extraction-", limit: 32.7 },
  { name: "site rules", file: "assets/site-rules-", limit: 14 },
  { name: "sanitiser", word: "ALLOWED_URI_REGEXP" },
  { name: "guides", source: "src/capture/guides/" },
];

const folder = "dist";

/** Prints what each part weighs; false when one weighs too much or comes too early. */
export function weigh() {
  const manifest = JSON.parse(read(".vite/manifest.json"));
  const firstLoad = scriptsOf(parts[0], manifest);
  const faults = [];
  const rows = parts.map((part) => {
    const late = scriptsOf(part, manifest).filter((script) => part === parts[0] || !firstLoad.includes(script));
    const scripts = part.file ? filesNamed(part.file) : late.filter((script) => !isOfAnother(script, part));
    const size = scripts.reduce((sum, script) => sum + gzipSync(read(script)).length, 0) / 1000;
    if (scripts.length === 0) faults.push(`${part.name}: it is not apart from the first load.`);
    if (size > (part.limit ?? Infinity))
      faults.push(`${part.name}: ${size.toFixed(1)} kB, where ${part.limit} may be.`);
    return { part: part.name, "kB gz": Number(size.toFixed(1)), limit: part.limit ?? "", scripts: scripts.length };
  });
  if (!firstStyles().startsWith("@layer reset"))
    faults.push("styles: the first sheet does not begin the order of layers, and every rule is weighed wrongly.");
  console.table(rows);
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
  const [, sheet = ""] = /<link rel="stylesheet"[^>]*href="([^"]+)"/.exec(read("index.html")) ?? [];
  return read(sheet);
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
