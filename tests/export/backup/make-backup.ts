import { checkBackup } from "#export/backup/check-backup.ts";
import { type RestoreOptions, restoreBackup } from "#export/backup/restore-backup.ts";
import { writeBackup } from "#export/backup/write-backup.ts";

const words = {
  page: { lang: "en", kept: "Kept", original: "Original page", marks: "Marks and notes" },
  index: "Liuye",
  readme: "What this is",
  readmeName: "README.txt",
};

const quiet = { signal: new AbortController().signal, tell: () => {} };

/** A backup of the library as it is. */
export async function backUp(now = Date.UTC(2026, 5, 1)): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const sink = { write: async (bytes: Uint8Array<ArrayBuffer>) => void parts.push(bytes) };
  await writeBackup(sink, { words, app: "test", now, ...quiet });
  return new Blob(parts);
}

export function check(file: Blob) {
  return checkBackup(file, quiet);
}

export async function restore(file: Blob, options: Partial<RestoreOptions> = {}) {
  return restoreBackup(await check(file), { bringBack: false, now: Date.UTC(2026, 6, 1), ...quiet, ...options });
}
