// The unpacking thread: archives are taken apart here, where a large one keeps nobody waiting.
import { expose } from "comlink";
import { pageFromMhtml } from "./mhtml.ts";
import { unzip } from "./unzip.ts";
import { pageFromWebarchive } from "./webarchive.ts";

const unpacking = {
  mhtml: pageFromMhtml,
  webarchive: pageFromWebarchive,
  unzip: (bytes: Uint8Array) => unzip(bytes),
};

/** What the page may ask of the unpacking thread. */
export type Unpacking = typeof unpacking;

expose(unpacking);
