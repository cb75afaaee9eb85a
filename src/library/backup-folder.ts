// The folder a reader chose for automatic backups. Only IndexedDB can keep a browser's word on a folder; it lies in a database of its
// own, because it means nothing on another device.
import { Dexie, type Table } from "dexie";

class FolderDatabase extends Dexie {
  declare folders: Table<FileSystemDirectoryHandle, string>;

  constructor() {
    super("liuye-backup-folder");
    this.version(1).stores({ folders: "" });
  }
}

const folders = new FolderDatabase();
const key = "chosen";

/** The chosen folder, or undefined where none is. */
export function keptFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  return folders.folders.get(key);
}

/** Keeps a folder as the chosen one. */
export function keepFolder(folder: FileSystemDirectoryHandle): Promise<unknown> {
  return folders.folders.put(folder, key);
}

/** Forgets the folder; the backups in it stay. */
export function forgetFolder(): Promise<unknown> {
  return folders.folders.delete(key);
}
