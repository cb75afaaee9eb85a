import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Builds the app as a release of its own would be built. */
export async function buildApp(folder: string, version: string): Promise<void> {
  const environment = { ...process.env, NODE_ENV: "production", LIUYE_OUT: folder, LIUYE_VERSION: version };
  await promisify(execFile)("node", ["node_modules/vite/bin/vite.js", "build", "--logLevel", "error"], {
    env: environment,
  });
}
