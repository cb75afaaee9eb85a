// The page's side of the unpacking thread. One thread an archive: what it held is free as soon as it is done.
import { type Remote, transfer, wrap } from "comlink";
import type { Page } from "#capture/page.ts";
import { trustedAddress } from "#domain/trusted-address.ts";
import type { Unpacking } from "./worker.ts";
import workerAddress from "./worker.ts?worker&url";

/** The page in an MHTML file. Throws what `pageFromMhtml` throws. */
export function mhtml(bytes: Uint8Array): Promise<Page> {
  return inThread((thread) => thread.mhtml(own(bytes)));
}

/** The page in a Safari web archive. Throws what `pageFromWebarchive` throws. */
export function webarchive(bytes: Uint8Array): Promise<Page> {
  return inThread((thread) => thread.webarchive(own(bytes)));
}

/** The files of a ZIP by name. Throws what the `unzip` of the thread throws. */
export function unzip(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  return inThread((thread) => thread.unzip(own(bytes)));
}

async function inThread<T>(deed: (thread: Remote<Unpacking>) => Promise<T>): Promise<T> {
  const worker = new Worker(trustedAddress("liuye-unpack", workerAddress), { type: "module" });
  try {
    const failure = new Promise<never>((_, reject) => {
      worker.addEventListener("error", (event) => reject(new Error(`The unpacking thread failed: ${event.message}`)));
    });
    return await Promise.race([deed(wrap<Unpacking>(worker)), failure]);
  } finally {
    worker.terminate();
  }
}

/** Bytes that may leave for the thread: a copy, since they may be a window onto a larger archive. */
function own(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  return transfer(copy, [copy.buffer]);
}
