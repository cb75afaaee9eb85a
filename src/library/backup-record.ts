// What is known of backups: when the last one was handed over, and how much has been done since.
import { database } from "./database.ts";

/** A backup that was handed over: when (milliseconds since 1970), and how many articles the library had. */
export type BackupRecord = { at: number; articles: number };

/** What is in no backup: saves and notes since the last one, and since when (milliseconds since 1970) there are any. */
export type UnsavedWork = { count: number; since: number | undefined };

/** So much that is in no backup, or so long, and a reader is reminded. */
const mostUnsaved = 25;
const longest = 14 * 24 * 60 * 60 * 1000;

/** A reader who puts the reminder off is left alone for so long, in milliseconds. */
const respite = 7 * 24 * 60 * 60 * 1000;

const key = "liuye:backup";
const laterKey = "liuye:backup-later";

/** The last backup, or undefined where none is known. */
export function lastBackup(): BackupRecord | undefined {
  const { at, articles } = (parsed(key) ?? {}) as Partial<BackupRecord>;
  return typeof at === "number" && typeof articles === "number" ? { at, articles } : undefined;
}

/** Remembers that a backup was handed over. */
export function recordBackup(record: BackupRecord): void {
  keep(key, record);
}

/** Puts the reminder off for a week. */
export function remindLater(now: number): void {
  keep(laterKey, now);
}

/** Counts what is in no backup yet, by indexes alone. */
export async function unsavedWork(): Promise<UnsavedWork> {
  const { at = 0, articles: before = 0 } = lastBackup() ?? {};
  const since = [
    database.articles.where("savedAt").above(at),
    database.highlights.where("at").above(at),
    database.notes.where("at").above(at),
  ];
  const counts = await Promise.all(since.map((rows) => rows.count()));
  const [first] = await database.articles.where("savedAt").above(at).limit(1).toArray();
  // What was moved in keeps the date it had elsewhere, and shows only in the number of all.
  const grown = (await database.articles.count()) - before;
  const written = (counts[1] ?? 0) + (counts[2] ?? 0);
  return { count: Math.max(counts[0] ?? 0, grown) + written, since: first?.savedAt };
}

/** Whether to remind the reader: after 25 saves and notes, or 14 days, unless that was put off. */
export async function isBackupDue(now: number): Promise<boolean> {
  const later = parsed(laterKey);
  if (typeof later === "number" && now - later < respite && later <= now) return false;
  const { count, since = now } = await unsavedWork();
  return count >= mostUnsaved || (lastBackup() !== undefined && count > 0 && now - since >= longest);
}

function parsed(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null");
  } catch {
    return null; // switched off, or something else
  }
}

function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // switched off or full: the reminder comes too early, which harms nobody
  }
}
