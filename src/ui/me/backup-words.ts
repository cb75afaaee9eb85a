import { BackupError, type Problem } from "#domain/backup/problem.ts";
import { codeOf } from "#domain/errors.ts";
import type { BackupWords } from "#export/backup/write-backup.ts";
import { t } from "#i18n/messages.ts";

/** The words that go into a backup: pages in the language spoken now, the explanation in both. */
export async function backupWords(): Promise<BackupWords> {
  const [chinese, english] = await Promise.all([import("#i18n/zh-cn-readme.ts"), import("#i18n/en-readme.ts")]);
  return {
    page: t.backup.page,
    index: t.backup.index,
    readme: `${chinese.readme}\n\n${english.readme}`,
    readmeName: chinese.readmeName,
  };
}

/** What is wrong with a backup, as a sentence. */
export function sayProblem({ code, entry = "", line }: Problem): string {
  return t.backup.problems[code](line === undefined ? entry : entry + t.backup.line(line));
}

/** Anything that was thrown while a backup was made or read, as a sentence. */
export function sayFailure(error: unknown): string {
  return error instanceof BackupError ? sayProblem(error.problem) : t.errors[codeOf(error)];
}
