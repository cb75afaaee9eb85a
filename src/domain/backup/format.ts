// The outer form of a backup: what its entries are called, how large they may be, and what its manifest says.
import { dayOf } from "#domain/reading.ts";
import { amount, list, matching, need, row, some, text, time } from "./check.ts";
import { BackupError } from "./problem.ts";
import { readJson } from "./read-json.ts";
import { type TableName, tableNames } from "./tables.ts";

/** Raised when an older Liuye could no longer read a backup. */
export const formatVersion = 1;

export const manifestName = "manifest.json";

/** Rows of one part, and characters of words (one of bytes) after which a part is full: what is in memory at once. */
export const mostRows = 500;
export const mostCharacters = 4_000_000;

/** No entry is larger when it is inflated, in bytes: a book of a hundred million characters, or a list of a million entries. */
export const largestEntry = 256 * 1024 * 1024;

/** More entries than pages, pictures and originals of a quarter of a million articles. */
export const mostEntries = 2_000_000;

/** One entry of the file: its length as it lies in the archive when taken out, in bytes, and the SHA-256 of that. */
export type Entry = { name: string; bytes: number; sha256: string };

/** What a backup says of itself; it is the last entry written. */
export type Manifest = {
  format: "liuye-backup";
  formatVersion: number;
  /** The number of the library's schema it was made of. */
  schema: number;
  /** The version of Liuye that made it. */
  app: string;
  /** In milliseconds since 1970. */
  createdAt: number;
  /** Rows of each table. */
  counts: Partial<Record<TableName, number>>;
  entries: Entry[];
};

const manifestCheck = row<Manifest>({
  format: need((value) => (value === "liuye-backup" ? value : undefined)),
  formatVersion: need(amount),
  schema: need(amount),
  app: need(text(100)),
  createdAt: need(time),
  counts: need(some(tableNames, amount)),
  entries: need(
    list(
      row<Entry>({ name: need(text(1000)), bytes: need(amount), sha256: need(matching(/^[0-9a-f]{64}$/)) }),
      mostEntries,
    ),
  ),
});

/**
 * A manifest read from its text, for a Liuye whose library has this schema. Throws BackupError `not-a-backup`, `newer-format`,
 * `newer-schema`, `name-unsafe`, and what `readJson` throws.
 */
export function readManifest(json: string, schema: number): Manifest {
  const value = readJson(json, manifestName);
  const { format, formatVersion: version } = (value ?? {}) as Partial<Manifest>;
  if (format !== "liuye-backup") throw new BackupError("not-a-backup");
  if (typeof version === "number" && version > formatVersion) throw new BackupError("newer-format");
  const manifest = manifestCheck(value);
  if (!manifest) throw new BackupError("row-refused", manifestName);
  if (manifest.schema > schema) throw new BackupError("newer-schema");
  const names = new Set<string>();
  for (const { name } of manifest.entries) {
    if (!isSafeName(name) || names.has(name)) throw new BackupError("name-unsafe", name);
    names.add(name);
  }
  return manifest;
}

/** A name that is a path inside the archive and nothing else: nothing absolute, no way up, no drive, no control characters. */
export function isSafeName(name: string): boolean {
  if (name === "" || name.length > 512 || /[\\:\p{Cc}]/u.test(name)) return false;
  return name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

/** Where the rows of a table are: part by part, counted from 1. */
export function partName(table: TableName, part: number): string {
  return `data/${table}-${String(part).padStart(4, "0")}.jsonl.gz`;
}

/** The table and the part an entry's name says; undefined for any other entry. */
export function partOf(name: string): { table: TableName; part: number } | undefined {
  const [, table, part] = /^data\/([a-z]+)-(\d{4,7})\.jsonl\.gz$/.exec(name) ?? [];
  const known = tableNames.find((one) => one === table);
  return known && { table: known, part: Number(part) };
}

const endings: Record<string, string> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/avif": "avif",
  "image/bmp": "bmp",
  "image/svg+xml": "svg",
};

/** Where a picture's bytes are. */
export function pictureName({ id, type }: { id: string; type: string }): string {
  return `pictures/${id}.${endings[type] ?? "img"}`;
}

/** What an article's files are called, less the folder and the ending: its day, its title, and the end of its id. */
export function stemOf({ id, title, savedAt }: { id: string; title: string; savedAt: number }): string {
  const day = dayOf(savedAt);
  // Neither what some system refuses in a name, nor what would turn its letters around.
  const plain = title
    .replace(/[\\/:*?"<>|#%\p{Cc}\p{Cf}\p{Cs}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const short = [...plain]
    .slice(0, 60)
    .join("")
    .replace(/[. ]+$/, "");
  return [day, short, id.replace(/[^\w-]/g, "").slice(-8)].filter(Boolean).join(" ");
}
