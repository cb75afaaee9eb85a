// Tries the sample configurations in hosting/ with the real servers, nginx and Caddy, where they are installed
// (Debian: `apt-get install nginx caddy`): `npm run build && npm run check:hosts`. Each serves the built folder on a port of
// its own, and what it answers is compared with what the app needs.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const patience = 10_000; // ms, for a server to answer
const guards = {
  "content-security-policy": "frame-ancestors 'self'",
  "x-frame-options": "SAMEORIGIN",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
};
const forGood = "public, max-age=31536000, immutable";
const script = readdirSync("dist/assets").find((name) => /^index-.*\.js$/.test(name));
const wanted = {
  "/": { type: "text/html", cache: "no-cache", packed: true },
  "/service-worker.js": { type: "text/javascript", cache: "no-cache", packed: true },
  "/manifest.webmanifest": { type: "application/manifest+json", cache: "no-cache" },
  [`/assets/${script}`]: { type: "text/javascript", cache: forGood, packed: true },
  "/icons/leaf.svg": { type: "image/svg+xml", cache: "no-cache" },
  "/icons/icon-192.png": { type: "image/png", cache: "no-cache" },
};

const servers = {
  nginx: (folder, port) => {
    const file = join(folder, "nginx.conf");
    const site = sample("hosting/nginx.conf", port);
    const own = `daemon off; pid ${folder}/pid; error_log stderr; events {} http { access_log off; client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c; uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;\n${site}}`;
    writeFileSync(file, `${process.getuid?.() === 0 ? "user root; " : ""}${own}`);
    return ["nginx", ["-c", file, "-p", folder]];
  },
  caddy: (folder, port) => {
    const file = join(folder, "Caddyfile");
    writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${sample("hosting/Caddyfile", port)}`);
    return ["caddy", ["run", "--config", file, "--adapter", "caddyfile"]];
  },
};

let faults = 0;
for (const [name, begin] of Object.entries(servers)) {
  if (spawnSync(name, [name === "nginx" ? "-v" : "version"]).error) {
    console.log(`${name}: not installed here, not tried.`);
    continue;
  }
  const folder = mkdtempSync(join(tmpdir(), "liuye-host-"));
  const port = await freePort();
  const server = spawn(...begin(folder, port), {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, HOME: folder },
  });
  let said = "";
  server.stderr.on("data", (piece) => {
    said += piece;
  });
  try {
    await answers(port);
    const found = await faultsOf(port);
    for (const fault of found) console.error(`${name}: ${fault}`);
    faults += found.length;
    if (found.length === 0)
      console.log(`${name}: ${Object.keys(wanted).length} addresses and a missing one, as they should be.`);
  } catch (error) {
    faults++;
    console.error(`${name}: ${error.message}\n${said}`);
  }
  server.kill();
  await new Promise((ended) => (server.exitCode === null ? server.once("exit", ended) : ended()));
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = faults === 0 ? 0 : 1;

/** The sample as it stands, but for its port and its folder. */
function sample(file, port) {
  return readFileSync(file, "utf8").replace("8080", port).replace("/var/www/liuye", resolve("dist"));
}

async function faultsOf(port) {
  const found = [];
  for (const [path, { type, cache, packed }] of Object.entries(wanted)) {
    const { status, headers } = await fetch(`http://localhost:${port}${path}`);
    const expected = { ...guards, "cache-control": cache, ...(packed && { "content-encoding": "gzip" }) };
    if (status !== 200) found.push(`${path} answers ${status}`);
    if (!headers.get("content-type")?.startsWith(type)) found.push(`${path} is ${headers.get("content-type")}`);
    for (const [name, value] of Object.entries(expected))
      if (headers.get(name) !== value) found.push(`${path} has ${name}: ${headers.get(name)}`);
  }
  const { status } = await fetch(`http://localhost:${port}/nowhere`);
  if (status !== 404) found.push(`/nowhere answers ${status}`);
  return found;
}

async function answers(port) {
  for (const end = Date.now() + patience; ; ) {
    try {
      return await fetch(`http://localhost:${port}/`);
    } catch {
      if (Date.now() > end) throw new Error("it did not answer");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort() {
  return new Promise((found) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
