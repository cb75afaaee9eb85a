// What each version changed, from the changelogs into one small file that the app fetches when somebody wants to know.
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** The changelog of each language: the same versions, and in each the same changes in the same order. */
const changelogs = { en: "CHANGELOG.md", "zh-CN": "CHANGELOG.zh-CN.md" };

type Release = { version: string; changes: Record<string, string[]> };

/** Writes changes.json beside the built page. */
export function tellChanges(): Plugin {
  return {
    name: "liuye-changes",
    apply: "build",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "changes.json", source: JSON.stringify(readReleases()) });
    },
  };
}

/** Every version of the changelogs, the newest first. */
export function readReleases(): Release[] {
  const releases = new Map<string, Release>();
  for (const [language, file] of Object.entries(changelogs)) {
    for (const { version, lines } of readChangelog(readFileSync(file, "utf8"))) {
      const release = releases.get(version) ?? { version, changes: {} };
      release.changes[language] = lines;
      releases.set(version, release);
    }
  }
  return [...releases.values()];
}

/** The sections of a changelog, `## version`, each a list; a line that is broken in the file is whole again. */
function readChangelog(markdown: string): { version: string; lines: string[] }[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [version = "", ...rest] = section.split("\n");
      const lines = rest
        .join("\n")
        .split(/^- /m)
        .slice(1)
        .map((line) => plain(line));
      return { version: version.trim(), lines };
    });
}

/** Between Han characters a broken line leaves no space behind; marks of code are not shown. */
function plain(line: string): string {
  return line
    .trim()
    .replace(/(?<=[\p{Script=Han}，。、；：）》”])\s*\n\s*/gu, "")
    .replace(/\s*\n\s*/g, " ")
    .replaceAll("`", "");
}
