// The reader's choices in localStorage, as a backup carries them.
import type { Setting } from "#domain/backup/tables.ts";

const prefix = "liuye:";

/**
 * What is this device's own, or a secret, or would send what is read somewhere: neither written into a backup nor taken from
 * one. A hostile file could name a relay that sees every page fetched.
 */
const own = new Set(["canary", "bookmarklet-key", "left-at", "list-places", "relay", "backup", "backup-later"]);

/** All choices that travel, by name. */
export function keptSettings(): Setting[] {
  try {
    const names = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return names
      .map((key) => ({ name: key.slice(prefix.length), value: localStorage.getItem(key) ?? "" }))
      .filter(({ name }) => !own.has(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return []; // storage is switched off
  }
}

/** Takes over the choices that were never made here; gives how many. Whoever reads one checks it as anything in localStorage. */
export function takeSettings(settings: readonly Setting[]): number {
  let taken = 0;
  for (const { name, value } of settings) {
    if (!isMissing(name)) continue;
    try {
      localStorage.setItem(prefix + name, value);
      taken++;
    } catch {
      return taken; // full
    }
  }
  return taken;
}

/** How many of these choices were never made here. */
export function missingSettings(settings: readonly Setting[]): number {
  return settings.filter(({ name }) => isMissing(name)).length;
}

function isMissing(name: string): boolean {
  try {
    return !own.has(name) && localStorage.getItem(prefix + name) === null;
  } catch {
    return false;
  }
}
