// What can be made again, and goes first when the device runs out of room: never anything of the reader's.
import { database } from "./database.ts";

/** Letting go costs a new index: when it did not help, it is not done again for so many milliseconds. */
const pause = 60_000;

/** A cache that does not answer, because its thread has died, is waited for so many milliseconds. */
const patience = 5000;

const caches: (() => Promise<unknown>)[] = [() => database.thumbnails.clear()];

let freedAt = Number.NEGATIVE_INFINITY;

/** Adds a cache outside of the library; `free` lets go of it until the next start. */
export function addSpare(free: () => Promise<unknown>): void {
  caches.push(free);
}

/** Lets go of all that can be made again. */
export async function freeCaches(): Promise<void> {
  freedAt = performance.now();
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  await Promise.race([Promise.allSettled(caches.map((free) => free())), late]);
}

/** As `freeCaches`, because a write found no room; false when that was done a moment ago, and did not help. */
export async function freeSpare(): Promise<boolean> {
  if (performance.now() - freedAt < pause) return false;
  await freeCaches();
  return true;
}

/** Sees before a large save, of so many bytes, that there is room for it, as far as the browser tells. */
export async function makeRoomFor(bytes: number): Promise<void> {
  const { quota, usage = 0 } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  if (quota !== undefined && quota - usage < bytes) await freeSpare();
}
