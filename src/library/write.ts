import type { Table } from "dexie";
import { LiuyeError } from "#domain/errors.ts";
import { database } from "./database.ts";

/** Pauses before another try, in milliseconds: WebKit's storage process needs up to a second or two to come back. */
export const pauses = [100, 400, 1600];

/** What is thrown when the storage process died under a page, or its connection closed; the same works once it is open again. */
const passing = new Set(["UnknownError", "InvalidStateError"]);

/**
 * Runs one deed as one transaction, over the whole library unless told otherwise, so that it happens whole or not at all;
 * a deed may be run again, and so changes nothing outside of it. Throws LiuyeError `storage-full`, when there is no room
 * even after what can be made again has gone, or `storage-failed`; tries again when the browser lost its storage process.
 */
export async function write<T>(deed: () => Promise<T>, tables: Table[] = database.tables): Promise<T> {
  for (let attempt = 0; ; ) {
    try {
      return await database.transaction("rw", tables, deed);
    } catch (error) {
      if (isQuota(error)) {
        if (await (await import("./spare.ts")).freeSpare()) continue;
        throw new LiuyeError("storage-full", { cause: error });
      }
      const pause = pauses[attempt++];
      if (!isPassing(error) || pause === undefined) throw new LiuyeError("storage-failed", { cause: error });
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** A full disk by any of its names: Chromium through Dexie says AbortError and keeps the reason inside. */
function isQuota(error: unknown): boolean {
  return chain(error).some(({ name, message }) => name === "QuotaExceededError" || message.includes("QuotaExceeded"));
}

/** Whether an error is of a storage process that died or a connection that was cut, and may be gone in a moment. */
export function isPassing(error: unknown): boolean {
  return chain(error).some(
    ({ name, message }) => passing.has(name) || /server lost|connection (?:is|was) (?:closing|closed)/i.test(message),
  );
}

/** An error and the one Dexie wrapped in it. */
function chain(error: unknown): { name: string; message: string }[] {
  const { inner } = (error ?? {}) as { inner?: unknown };
  return [error, inner].filter((link): link is Error => link instanceof Error || link instanceof DOMException);
}
