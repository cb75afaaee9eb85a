// The page's side of the unpacking thread.
import { type Remote, transfer, wrap } from "comlink";
import type { Page } from "#capture/page.ts";
import { trustedAddress } from "#domain/trusted-address.ts";
import type { ReadFile } from "./read-file.ts";
import type { Unzipped } from "./unzip.ts";
import type { Unpacking } from "./worker.ts";
import workerAddress from "./worker.ts?worker&url";

/** How long the reading thread waits for another file before it goes, in milliseconds. */
const patience = 3000;

type Thread = { worker: Worker; remote: Remote<Unpacking>; failure: Promise<never> };

let reading: Thread | undefined;
let readers = 0;
let leaving: ReturnType<typeof setTimeout> | undefined;

/** What a file holds, as far as it can be told without a document. Throws what the `readFile` of the thread throws. */
export async function readFile(name: string, file: Blob): Promise<ReadFile> {
  clearTimeout(leaving);
  reading ??= begin();
  const thread = reading;
  readers++;
  try {
    return await Promise.race([thread.remote.read(name, file), thread.failure]);
  } catch (error) {
    thread.failure.catch(() => {
      if (reading === thread) reading = undefined; // a thread that died reads nothing more
    });
    throw error;
  } finally {
    readers--;
    if (readers === 0) leaving = setTimeout(leave, patience);
  }
}

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

/** The files of a ZIP by name, as far as they are sound. Throws what the `unzipEach` of the thread throws. */
export function unzipEach(bytes: Uint8Array): Promise<Unzipped> {
  return inThread((thread) => thread.unzipEach(own(bytes)));
}

/** One thread an archive: what it held is free as soon as it is done, and a hostile one holds up no other. */
async function inThread<T>(deed: (thread: Remote<Unpacking>) => Promise<T>): Promise<T> {
  const { worker, remote, failure } = begin();
  try {
    return await Promise.race([deed(remote), failure]);
  } finally {
    worker.terminate();
  }
}

function begin(): Thread {
  const worker = new Worker(trustedAddress("liuye-unpack", workerAddress), { type: "module" });
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(`The unpacking thread failed: ${event.message}`)));
  });
  return { worker, remote: wrap<Unpacking>(worker), failure };
}

function leave(): void {
  reading?.worker.terminate();
  reading = undefined;
}

/** Bytes that may leave for the thread: a copy, since they may be a window onto a larger archive. */
function own(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  return transfer(copy, [copy.buffer]);
}
