import { BlobWriter, configure, TextReader, Uint8ArrayReader, ZipWriter } from "@zip.js/zip.js";

/** Puts a file into an archive; `packed` false leaves it as it is, as pictures are packed already. */
export type PutFile = (path: string, content: string | Uint8Array, options?: { packed?: boolean }) => Promise<void>;

/** An archive that grows file by file and ends as a blob, which the browser keeps out of memory. */
export type ZipFile = { put: PutFile; end: () => Promise<Blob> };

configure({ useWebWorkers: false }); // theirs come from blob addresses, which our policy forbids

/** Begins an archive of a type. After `signal` aborts, `put` and `end` throw its reason. */
export function beginZip(type: string, signal: AbortSignal): ZipFile {
  const writer = new ZipWriter(new BlobWriter(type), { extendedTimestamp: false, keepOrder: true });
  return {
    async put(path, content, { packed = true } = {}) {
      signal.throwIfAborted();
      const reader = typeof content === "string" ? new TextReader(content) : new Uint8ArrayReader(content);
      await writer.add(path, reader, { level: packed ? 6 : 0, dataDescriptor: false });
    },
    async end() {
      signal.throwIfAborted();
      return (await writer.close()) as Blob;
    },
  };
}
