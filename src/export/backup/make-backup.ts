import { BackupError } from "#domain/backup/problem.ts";
import { lastKnown } from "#library/canary.ts";
import { articleCount } from "#library/worded.ts";
import { checkBackup } from "./check-backup.ts";
import { openSpool } from "./spool.ts";
import { type BackupOptions, writeBackup } from "./write-backup.ts";

/** A backup that was read again to its last byte and found good; `leftOut` names rows damaged here that are not in it. */
export type MadeBackup = { file: Blob; name: string; at: number; articles: number; leftOut: string[] };

/** Making a backup is two passes: writing it, then reading it again. */
export type BackupPass = "writing" | "reading";

export type MakeOptions = Omit<BackupOptions, "tell"> & {
  tell: (pass: BackupPass, progress: { done: number; total: number }) => void;
};

/** Writes a backup and reads it again. Throws BackupError when it is not what was written or the library is lost, the signal's reason, what storage throws. */
export async function makeBackup(options: MakeOptions): Promise<MadeBackup> {
  await refuseLost();
  const spool = await openSpool();
  try {
    const { manifest, leftOut } = await writeBackup(spool, {
      ...options,
      tell: (step) => options.tell("writing", step),
    });
    const file = await spool.finish();
    await verify(file, options);
    const articles = manifest.counts.articles ?? 0;
    return { file, name: backupName(options.now), at: options.now, articles, leftOut };
  } catch (error) {
    await spool.discard();
    throw error;
  }
}

/** Reads a backup again. Throws BackupError with the first thing that is wrong with it. */
export async function verify(file: Blob, { signal, tell }: Pick<MakeOptions, "signal" | "tell">): Promise<void> {
  const { problems } = await checkBackup(file, { signal, tell: (step) => tell("reading", step) });
  const [problem] = problems;
  if (problem) throw new BackupError(problem.code, problem.entry, problem.line);
}

/** An empty library that should not be empty would make a backup of nothing, and the last good one might go for it. */
export async function refuseLost(): Promise<void> {
  const known = await lastKnown();
  if (known?.lost || (known && known.articles > 0 && (await articleCount()) === 0))
    throw new BackupError("library-lost");
}

/** What a backup is called: `liuye-backup-2026-11-23-2140.zip`, by the reader's own clock. */
export function backupName(now: number): string {
  const date = new Date(now);
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `liuye-backup-${day}-${two(date.getHours())}${two(date.getMinutes())}.zip`;
}
