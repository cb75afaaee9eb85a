import { execFile } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/** Playwright empties this folder when a run begins, so that nothing in it is of an older source. */
const builds = "test-results/e2e";

/** Builds the app as a release of its own would be built; with `others` set in the environment as well. */
export async function buildApp(folder: string, version: string, others: NodeJS.ProcessEnv = {}): Promise<void> {
  const environment = { ...process.env, NODE_ENV: "production", LIUYE_OUT: folder, LIUYE_VERSION: version, ...others };
  await promisify(execFile)("node", ["node_modules/vite/bin/vite.js", "build", "--logLevel", "error"], {
    env: environment,
  });
}

/** The folder of a release, which is built by the first process of a run that asks and waited for by the others. */
export async function builtRelease(version: string): Promise<string> {
  const folder = `${builds}/release-${version}`;
  const underway = `${folder}-underway`;
  while (!existsSync(folder)) {
    if (isMine(underway)) {
      try {
        await buildApp(underway, version);
        renameSync(underway, folder);
      } catch (error) {
        rmSync(underway, { recursive: true }); // the next may try
        throw error;
      }
    } else await sleep(100);
  }
  return folder;
}

/** Whether this process is the one that made the folder. */
function isMine(folder: string): boolean {
  mkdirSync(builds, { recursive: true });
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
