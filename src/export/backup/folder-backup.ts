// Backups into a folder of the reader's, as Chromium allows: three are kept, and the oldest goes only when the new one has been read
// again and is good.
import { lastBackup } from "#library/backup-record.ts";
import { backupName, type MakeOptions, refuseLost, verify } from "./make-backup.ts";
import { writeBackup } from "./write-backup.ts";

/** Backups kept in the folder. */
const kept = 3;

/** Only files of this form are ours to remove. */
const ours = /^liuye-backup-\d{4,}-\d\d-\d\d-\d{4}\.zip$/;

/** Writes a backup into a folder and reads it again; gives the number of articles in it. Throws as `makeBackup` does. */
export async function backUpInto(folder: FileSystemDirectoryHandle, options: MakeOptions): Promise<number> {
  await refuseLost();
  const name = backupName(options.now);
  const handle = await folder.getFileHandle(name, { create: true });
  try {
    const stream = await handle.createWritable(); // nothing is in the folder before it is closed
    const { manifest } = await writeBackup(stream, { ...options, tell: (step) => options.tell("writing", step) }).catch(
      async (error) => {
        await stream.abort().catch(() => {});
        throw error;
      },
    );
    await stream.close();
    await verify(await handle.getFile(), options);
    const articles = manifest.counts.articles ?? 0;
    // A library that has shrunk by half may be half lost: then every older backup stays.
    if (articles * 2 >= (lastBackup()?.articles ?? 0)) await removeOldest(folder);
    return articles;
  } catch (error) {
    await folder.removeEntry(name).catch(() => {}); // not begun, or no longer allowed
    throw error;
  }
}

async function removeOldest(folder: FileSystemDirectoryHandle): Promise<void> {
  const names: string[] = [];
  for await (const name of folder.keys()) if (ours.test(name)) names.push(name);
  for (const name of names.sort().slice(0, -kept)) await folder.removeEntry(name);
}
