import { shouldInstallFirst } from "#pwa/install-way.ts";
import { presentWay } from "#pwa/this-device.ts";
import { oneOf, remembered } from "./preferences.ts";

/** Whether the reader has been told; once is enough. */
export const heardOfInstalling = remembered<"yes" | "no">("heard-install", "no", oneOf(["yes", "no"]));

/** True once in a library's life, where pages kept here would stay behind in this window or be lost with it. */
export function asksToInstallFirst(): boolean {
  if (heardOfInstalling.peek() === "yes" || !shouldInstallFirst(presentWay())) return false;
  heardOfInstalling.value = "yes";
  return true;
}
