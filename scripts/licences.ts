import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** A package as far as its licence is concerned. */
export type Licence = { name: string; version: string; licence: string; text: string };

type Manifest = { name: string; version: string; license?: string; dependencies?: Record<string, string> };

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** Every package that ships with the app, with the words of its licence: what package.json depends on, and what that does. */
export function shippedLicences(root: string): Licence[] {
  const found = new Map<string, Licence>();
  const visit = (names: readonly string[], from: string) => {
    for (const name of names) {
      const folder = folderOf(name, from, root);
      if (!folder || found.has(folder)) continue;
      const { version, license = "", dependencies = {} } = manifestOf(folder);
      found.set(folder, { name, version, licence: license, text: wordsIn(folder) });
      visit(Object.keys(dependencies), folder);
    }
  };
  visit(Object.keys(manifestOf(root).dependencies ?? {}), root);
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Where Node would find a package: beside whoever asks, or further up. */
function folderOf(name: string, from: string, root: string): string | undefined {
  for (let at = from; at.startsWith(root); at = join(at, "..")) {
    const folder = join(at, "node_modules", name);
    if (existsSync(join(folder, "package.json"))) return folder;
    if (at === root) return undefined;
  }
  return undefined;
}

function wordsIn(folder: string): string {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?:licen[cs]e|copying|notice)/i.test(entry.name))
    .map(({ name }) => name);
  return files.map((name) => readFileSync(join(folder, name), "utf8").trim()).join("\n\n");
}

/** Gives `virtual:licences`, made anew with each build: licences that many packages share stand there once. */
export function licencesModule(): Plugin {
  const name = "virtual:licences";
  return {
    name: "liuye-licences",
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) =>
      id === `\0${name}` ? `export const licences = ${JSON.stringify(shippedLicences(process.cwd()))};` : undefined,
  };
}
