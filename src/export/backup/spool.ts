// Where a backup is written before it is handed over: a file of the origin's own where the browser has such, else pieces of a blob.
import type { Sink } from "./zip-writer.ts";

/** A file being written; `finish` gives it to be read, `discard` lets its room go. */
export type Spool = Sink & { finish(): Promise<Blob>; discard(): Promise<void> };

const type = "application/zip";
const prefix = "liuye-backup-";

/** A new spool; what earlier ones left is removed: a download of the last may have lasted until now, not longer. */
export async function openSpool(): Promise<Spool> {
  return (await privateFile().catch(() => undefined)) ?? blobSpool();
}

async function privateFile(): Promise<Spool | undefined> {
  const folder = await navigator.storage?.getDirectory?.();
  if (!folder || !("createWritable" in FileSystemFileHandle.prototype)) return undefined;
  await removeSpools(folder);
  const name = `${prefix}${crypto.randomUUID()}`;
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  return {
    write: (bytes) => stream.write(bytes),
    finish: async () => {
      await stream.close();
      const file = await handle.getFile();
      return file.slice(0, file.size, type);
    },
    discard: async () => {
      await stream.abort().catch(() => {}); // closed already
      await folder.removeEntry(name).catch(() => {}); // still being read: the next spool removes it
    },
  };
}

async function removeSpools(folder: FileSystemDirectoryHandle): Promise<void> {
  for await (const name of folder.keys()) if (name.startsWith(prefix)) await folder.removeEntry(name).catch(() => {}); // another tab is at it
}

/** A browser may keep blobs on disk; the pieces let it, where one of the whole size would stand in memory first. */
function blobSpool(): Spool {
  let pieces: Blob[] = [];
  return {
    write: async (bytes) => {
      pieces.push(new Blob([bytes]));
    },
    finish: async () => new Blob(pieces, { type }),
    discard: async () => {
      pieces = [];
    },
  };
}
