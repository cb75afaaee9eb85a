import { beforeEach, expect, test } from "vitest";
import { backUpInto } from "#export/backup/folder-backup.ts";
import { isBackupDue, recordBackup, remindLater, unsavedWork } from "#library/backup-record.ts";
import { database } from "#library/database.ts";
import { clearLibrary, fillLibrary } from "./full-library.ts";
import { check } from "./make-backup.ts";

const words = {
  page: { lang: "en", kept: "", original: "", marks: "" },
  index: "",
  readme: "",
  readmeName: "README.txt",
};
const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 5, 1);
let folder: FileSystemDirectoryHandle;

beforeEach(async () => {
  await clearLibrary();
  localStorage.clear();
  const root = await navigator.storage.getDirectory();
  await root.removeEntry("backups", { recursive: true }).catch(() => {});
  folder = await root.getDirectoryHandle("backups", { create: true });
});

async function names(): Promise<string[]> {
  const found: string[] = [];
  for await (const name of folder.keys()) found.push(name);
  return found.sort();
}

async function backUpOn(now: number, signal = new AbortController().signal) {
  const articles = await backUpInto(folder, { words, app: "test", now, signal, tell: () => {} });
  recordBackup({ at: now, articles });
}

test("three backups are kept, the oldest goes when a new one is good, and nothing else in the folder is touched", async () => {
  await fillLibrary(5);
  await folder.getFileHandle("liuye-backup-mine.zip", { create: true });
  for (let days = 0; days < 5; days++) await backUpOn(start + days * day);
  const kept = await names();
  expect(kept.length).toBe(4);
  expect(kept).toContain("liuye-backup-mine.zip");
  expect(kept[0]).toContain("2026-06-03");
  const file = await (await folder.getFileHandle(kept[2] ?? "")).getFile();
  expect((await check(file)).problems).toEqual([]);
});

test("a library that has shrunk by half takes no older backup away, one that is lost makes none, one that fails leaves none", async () => {
  await fillLibrary(9);
  for (let days = 0; days < 3; days++) await backUpOn(start + days * day);
  await database.articles.bulkDelete(["article-0", "article-1", "article-2", "article-3", "article-4", "article-5"]);
  await backUpOn(start + 3 * day);
  expect((await names()).length).toBe(4);
  await expect(backUpOn(start + 4 * day, AbortSignal.abort())).rejects.toThrow();
  expect((await names()).length).toBe(4);
  await clearLibrary();
  localStorage.setItem("liuye:canary", JSON.stringify({ articles: 10, at: start }));
  await expect(backUpOn(start + 5 * day)).rejects.toThrow("library-lost");
  expect((await names()).length).toBe(4);
});

test("a reader is reminded after 25 saves or 14 days, not before, and not within a week of putting it off", async () => {
  await fillLibrary(3);
  const saved = Date.UTC(2026, 0, 1);
  recordBackup({ at: saved - 1, articles: 0 });
  expect((await unsavedWork()).count).toBeGreaterThan(3);
  expect(await isBackupDue(saved + day)).toBe(false);
  expect(await isBackupDue(saved + 15 * day)).toBe(true);
  remindLater(saved + 15 * day);
  expect(await isBackupDue(saved + 16 * day)).toBe(false);
  expect(await isBackupDue(saved + 23 * day)).toBe(true);
  recordBackup({ at: saved + 23 * day, articles: 4 });
  expect(await isBackupDue(saved + 90 * day)).toBe(false);
  await fillLibrary(30);
  expect(await isBackupDue(saved + 24 * day)).toBe(true);
});
