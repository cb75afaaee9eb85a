import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Builds the app as a release of its own would be built; with `others` set in the environment as well. */
export async function buildApp(folder: string, version: string, others: NodeJS.ProcessEnv = {}): Promise<void> {
  const environment = { ...process.env, NODE_ENV: "production", LIUYE_OUT: folder, LIUYE_VERSION: version, ...others };
  await promisify(execFile)("node", ["node_modules/vite/bin/vite.js", "build", "--logLevel", "error"], {
    env: environment,
  });
}
