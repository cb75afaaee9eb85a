/** What the browser says of the room on this device; bytes, and whether it promises not to clear it by itself. */
export type StorageState = { used: number; quota: number; pinned: boolean };

/**
 * Asks the browser to keep the library for good. Firefox asks the reader and may never answer,
 * so nobody should wait for the promise; browsers without the API are left alone.
 */
export async function askToPersist(): Promise<boolean> {
  if (!navigator.storage?.persist) return false;
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}

/** Below this a browser is asked in a private window, or on a device that is as good as full; bytes. */
const smallRoom = 200 * 1024 * 1024;

/** The room of a window that keeps so little that it is likely to forget all of it, in bytes; undefined where there is enough. */
export async function shortRoom(): Promise<number | undefined> {
  const { quota } = (await navigator.storage?.estimate?.()) ?? {};
  return quota !== undefined && quota < smallRoom ? quota : undefined;
}

/** The room on this device, or undefined where the browser does not say. */
export async function storageState(): Promise<StorageState | undefined> {
  if (!navigator.storage?.estimate) return undefined;
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { used: usage, quota, pinned: (await navigator.storage.persisted?.()) ?? false };
}
