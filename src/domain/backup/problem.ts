/** What can be wrong with a backup; only the screens turn these into words. */
export type ProblemCode =
  | "not-a-backup"
  | "file-damaged"
  | "newer-format"
  | "newer-schema"
  | "name-unsafe"
  | "too-many"
  | "entry-missing"
  | "entry-changed"
  | "entry-too-large"
  | "entry-unreadable"
  | "row-refused"
  | "key-refused"
  | "count-differs"
  | "library-lost";

/** What is wrong, and in which entry of the file; `line` counts from 1 where the entry has lines. */
export type Problem = { code: ProblemCode; entry?: string; line?: number };

/** Whether a problem is someone's doing and no disk's: of such a file nothing is taken. */
export function isHarmful({ code }: Problem): boolean {
  return code === "key-refused" || code === "name-unsafe" || code === "too-many";
}

/** A backup that cannot be believed, in whole or in part. */
export class BackupError extends Error {
  override name = "BackupError";
  readonly problem: Problem;

  constructor(code: ProblemCode, entry?: string, line?: number) {
    super(`${code} ${entry ?? ""}`.trim());
    this.problem = { code, ...(entry !== undefined && { entry }), ...(line !== undefined && { line }) };
  }
}
