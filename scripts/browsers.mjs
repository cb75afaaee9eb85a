// Finds the three engines the tests run in. On Debian as root it installs what is missing; elsewhere it says the one
// command that would. Run directly, it shows what it found.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const debian = [
  { packages: ["chromium"], isThere: () => Boolean(findBrowsers().chromium) },
  { packages: ["firefox-esr"], isThere: () => Boolean(findBrowsers().firefox) },
  {
    packages: ["webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi", "xvfb"],
    isThere: () => Boolean(findBrowsers().webkit),
  },
  { packages: ["fonts-noto-cjk"], isThere: () => existsSync("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc") },
  { packages: ["poppler-utils"], isThere: () => existsSync("/usr/bin/pdftotext") },
];

// Chromium's headless shell inside an npm package: 67 MB and no download of its own.
const npmChromium = { name: "@sparticuz/chromium", version: "153.0.0" };

/** Where each engine's program is, or undefined. */
function findBrowsers() {
  return {
    chromium: firstThere(
      process.env.CHROMIUM_PATH,
      "/usr/bin/chromium",
      "/usr/bin/chromium-browser",
      "/usr/bin/google-chrome",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ),
    firefox: firstThere(
      process.env.FIREFOX_PATH,
      "/usr/bin/firefox-esr",
      "/usr/lib/firefox/firefox",
      "/Applications/Firefox.app/Contents/MacOS/firefox",
    ),
    webkit: hasWebKit() ? "/usr/bin/WebKitWebDriver" : undefined,
  };
}

/** The same, after trying to get what is missing. */
export async function ensureBrowsers() {
  let missing = missingPackages();
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get") && !process.env.NO_APT) {
    install(missing);
    missing = missingPackages();
  }
  const browsers = findBrowsers();
  browsers.chromium ??= await chromiumFromNpm();
  if (missing.length > 0) {
    const untested = Object.keys(browsers).filter((engine) => !browsers[engine]);
    const loss = untested.length > 0 ? `Without ${untested.join(" and ")} less is tested` : "Not everything is here";
    console.error(`${loss}; on Debian: sudo apt-get install -y --no-install-recommends ${missing.join(" ")}`);
  }
  return browsers;
}

function missingPackages() {
  return debian.filter(({ isThere }) => !isThere()).flatMap(({ packages }) => packages);
}

function install(packages) {
  console.log(`Installing from Debian: ${packages.join(" ")}`);
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  try {
    execFileSync("/usr/bin/apt-get", ["update", "-qq"], options);
    execFileSync("/usr/bin/apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], options);
  } catch (error) {
    console.error(`apt-get could not install them: ${error.message}`);
  }
}

async function chromiumFromNpm() {
  const folder = fileURLToPath(new URL(`../node_modules/.cache/chromium-${npmChromium.version}`, import.meta.url));
  const home = join(folder, "node_modules", npmChromium.name);
  const temporary = process.env.TMPDIR;
  try {
    if (!existsSync(home)) {
      mkdirSync(folder, { recursive: true });
      console.log(`Fetching ${npmChromium.name} ${npmChromium.version} from npm`);
      const quiet = ["--no-save", "--ignore-scripts", "--no-package-lock", "--no-audit", "--silent"];
      const wanted = `${npmChromium.name}@${npmChromium.version}`;
      execFileSync("npm", ["install", ...quiet, "--prefix", folder, wanted], { stdio: "inherit" });
    }
    process.env.TMPDIR = folder; // It unpacks into the temporary folder and reuses whatever version lies there.
    const { default: chromium, inflate } = await import(join(home, "build/index.js"));
    const program = await chromium.executablePath();
    if (!runs(program)) {
      await inflate(join(home, "bin/al2023.tar.br")); // A machine without NSS: the package carries that too.
      process.env.LD_LIBRARY_PATH = join(folder, "al2023/lib");
    }
    return runs(program) ? program : undefined;
  } catch (error) {
    console.error(`Chromium from npm did not work: ${error.message}`);
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
}

function firstThere(...paths) {
  return paths.find((path) => path && existsSync(path));
}

function hasWebKit() {
  const screen = process.env.DISPLAY || existsSync("/usr/bin/Xvfb");
  const python = "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2";
  return screen && existsSync("/usr/bin/WebKitWebDriver") && runs("/usr/bin/python3", ["-c", python]);
}

function runs(program, words = ["--version"]) {
  return spawnSync(program, words).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await ensureBrowsers());
