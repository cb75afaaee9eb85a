// The built manifest against the files beside it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { readReleases } from "../../scripts/tell-changes.ts";
import { builtApp } from "./harness.ts";

type Picture = { src: string; sizes: string; type: string; purpose?: string; form_factor?: string; label?: string };
type Manifest = {
  id?: string;
  start_url: string;
  scope: string;
  name: string;
  short_name: string;
  lang: string;
  dir: string;
  display: string;
  display_override: string[];
  theme_color: string;
  background_color: string;
  categories: string[];
  icons: Picture[];
  screenshots: Picture[];
  shortcuts: { name: string; url: string; icons: Picture[] }[];
  share_target: { action: string };
  file_handlers: { action: string }[];
  launch_handler: { client_mode: string };
};

const read = (file: string) => readFileSync(join(builtApp, file));
const manifest: Manifest = JSON.parse(read("manifest.webmanifest").toString());
const page = read("index.html").toString();

test("every picture the manifest names is there, in the size it names", () => {
  const { icons, screenshots, shortcuts } = manifest;
  for (const { src, sizes, type } of [...icons, ...screenshots, ...shortcuts.flatMap((one) => one.icons)]) {
    const bytes = read(src);
    expect(type, src).toBe("image/png");
    expect(bytes.toString("latin1", 1, 4), src).toBe("PNG");
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
  }
  expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`).sort()).toEqual([
    "192x192 any",
    "512x512 any",
    "512x512 maskable",
  ]);
  for (const form of ["narrow", "wide"])
    expect(screenshots.filter(({ form_factor, label }) => form_factor === form && label).length).toBeGreaterThan(1);
});

test("every address of the manifest stays within its folder and is answered there", () => {
  const host = "https://host.example/some/where/";
  const { start_url, scope, share_target, file_handlers, shortcuts } = manifest;
  const addresses = [
    start_url,
    scope,
    ...file_handlers.map(({ action }) => action),
    ...shortcuts.map(({ url }) => url),
  ];
  for (const address of addresses) expect(new URL(address, host).pathname, address).toBe("/some/where/");
  // Its path is the worker's own: no file may lie there.
  expect(share_target.action).toBe("share");
  expect(existsSync(join(builtApp, "share"))).toBe(false);
  // Without an id the start address is it, and must never change.
  expect(manifest.id).toBeUndefined();
  expect(start_url).toBe("./");
});

test("the manifest and the page say all a system asks for", () => {
  expect(manifest).toMatchObject({ lang: "zh-Hans", dir: "ltr", display: "standalone" });
  expect(manifest.display_override[0]).toBe("standalone");
  expect(manifest.categories.length).toBeGreaterThan(0);
  expect(manifest.launch_handler.client_mode).toBe("auto");
  const styles = [...page.matchAll(/href="\.\/(assets\/[^"]+\.css)"/g)].map(([, file = ""]) => read(file)).join("");
  for (const [scheme, colour] of [
    ["light", manifest.theme_color],
    ["dark", "#151618"],
  ]) {
    expect(page).toMatch(
      new RegExp(`<meta name="theme-color" content="${colour}" media="\\(prefers-color-scheme: ${scheme}\\)"`),
    );
    expect(styles).toContain(colour); // the paper the bars go with
  }
  expect(page).toContain("viewport-fit=cover");
  expect(styles).toContain("safe-area-inset-bottom");
});

test("what each version changed is told alike in every language", () => {
  const releases = readReleases();
  expect(JSON.parse(read("changes.json").toString())).toEqual(releases);
  expect(releases.length).toBeGreaterThan(0);
  for (const { version, changes } of releases) {
    const counts = Object.fromEntries(Object.entries(changes).map(([language, lines]) => [language, lines.length]));
    const all = changes.en?.length ?? 0;
    expect(all, version).toBeGreaterThan(0);
    expect(counts, version).toEqual({ en: all, "zh-CN": all });
  }
});
