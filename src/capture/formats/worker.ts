// The unpacking thread: files are read and archives taken apart here, where a large one keeps nobody waiting.
import { expose, transfer } from "comlink";
import { pageFromMhtml } from "./mhtml.ts";
import { type ReadFile, readFile } from "./read-file.ts";
import { unzip, unzipEach } from "./unzip.ts";
import { pageFromWebarchive } from "./webarchive.ts";

const unpacking = {
  mhtml: pageFromMhtml,
  webarchive: pageFromWebarchive,
  unzip: (bytes: Uint8Array) => unzip(bytes),
  unzipEach: (bytes: Uint8Array) => unzipEach(bytes),
  read: async (name: string, file: Blob) => handOver(await readFile(name, file)),
};

/** What the page may ask of the unpacking thread. */
export type Unpacking = typeof unpacking;

/** Bytes go over to the page as they are, without a copy. */
function handOver(read: ReadFile): ReadFile {
  const buffers =
    "bytes" in read
      ? [read.bytes.buffer]
      : [read.packed, ...[...read.pictures.values()].map(({ bytes }) => bytes.buffer)];
  return transfer(read, [...new Set(buffers)] as ArrayBuffer[]);
}

expose(unpacking);
