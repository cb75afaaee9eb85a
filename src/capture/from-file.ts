import { type ErrorCode, LiuyeError } from "#domain/errors.ts";
import type { Candidate } from "./batch.ts";
import type { ReadFile, ReadPage } from "./formats/read-file.ts";
import type { Page } from "./page.ts";

/** The largest file taken, in bytes: what comes in one is mostly pictures, and all of it is in memory once. */
export const fileLimit = 200 * 1024 * 1024;

/** What a file of an archive is called when it may hold a page. */
const pageName = /\.(?:x?html?|mht|mhtml|webarchive|epub|md|markdown|txt)$/i;

/**
 * What is in a file, told by its content and not by its name: one page, or the files of an archive, each to be opened
 * in its turn. Throws LiuyeError `file-empty`, `file-too-large`, `file-unreadable`, `not-text`, `is-export`, and what
 * the formats throw.
 */
export async function openFile(file: File): Promise<Page | Candidate[]> {
  if (file.size > fileLimit) throw new LiuyeError("file-too-large");
  const read = await readable(file.name, file);
  if (read.format !== "zip" && read.format !== "epub") return pageIn(file.name, read);
  const { unzipEach } = await import("./formats/unpacking.ts");
  const { files, failures } = await unzipEach(read.bytes);
  if (read.format === "zip" && !isBook(file.name, files)) {
    return candidatesIn(files, badCandidates(file.name, failures));
  }
  for (const failure of failures.values()) throw new LiuyeError(failure); // a book with a hole in it is none
  return inBook(file.name, files);
}

/** Whether a ZIP says it is a book (EPUB OCF 3.3 §4.3.3), or its name does; one without its container is none all the same. */
function isBook(name: string, files: ReadonlyMap<string, Uint8Array>): boolean {
  const mimetype = new TextDecoder().decode(files.get("mimetype")?.subarray(0, 64)).trim();
  return mimetype === "application/epub+zip" || /\.epub$/i.test(name);
}

/** A book is one page, but for one of our own, which is its articles. */
async function inBook(name: string, entries: ReadonlyMap<string, Uint8Array>): Promise<Page | Candidate[]> {
  const { ownChapters, pageFromChapter } = await import("./formats/own-epub.ts");
  const chapters = ownChapters(entries);
  if (chapters.length > 1)
    return chapters.map((chapter) => ({
      name: chapter.exported.title ?? name,
      page: () => named(name, pageFromChapter(chapter, entries)),
    }));
  return named(name, await pageFromBook(entries));
}

async function pageFromBook(entries: ReadonlyMap<string, Uint8Array>): Promise<Page> {
  const { ownChapters, pageFromChapter } = await import("./formats/own-epub.ts");
  const [chapter, ...more] = ownChapters(entries);
  if (chapter && more.length === 0) return pageFromChapter(chapter, entries);
  const { pageFromEpub } = await import("./formats/epub.ts");
  return { ...pageFromEpub(entries), whole: true };
}

/** The files of an archive that could not be taken out, each to be told of with its own reason. */
function badCandidates(archive: string, failures: ReadonlyMap<string, ErrorCode>): Candidate[] {
  return [...failures]
    .filter(([name]) => pageName.test(name))
    .map(([name, failure]) => ({
      name: `${archive} › ${name}`,
      page: () => Promise.reject(new LiuyeError(failure)),
    }));
}

/** The readable files of an archive, each with the pictures it shows of it, and those that are bad; archives in it are not opened. */
function candidatesIn(entries: ReadonlyMap<string, Uint8Array>, bad: readonly Candidate[]): Candidate[] {
  const named = [...entries].filter(([name]) => pageName.test(name));
  if (named.length + bad.length === 0) throw new LiuyeError("nothing-to-read");
  const good = named.map(([name, bytes]) => ({
    name,
    page: async () => {
      const read = await readable(name, new Blob([bytes as Uint8Array<ArrayBuffer>]));
      if (read.format === "zip") throw new LiuyeError(/\.epub$/i.test(name) ? "archive-damaged" : "format-unknown");
      const page = await pageIn(name, read);
      if (page.via !== "markdown") return page;
      const { withPicturesBeside } = await import("./formats/pictures-beside.ts");
      return withPicturesBeside(page, name, entries);
    },
  }));
  return [...good, ...bad];
}

async function readable(name: string, file: Blob): Promise<ReadFile> {
  if (file.size === 0) throw new LiuyeError("file-empty");
  const { readFile } = await import("./formats/unpacking.ts");
  return readFile(name, file);
}

/** The page in a file that has been read, with the file's name for a page that has no title of its own. */
async function pageIn(name: string, read: ReadPage): Promise<Page> {
  return named(name, "bytes" in read ? await pageInArchive(read) : await pageInWords(name, read));
}

function named(name: string, page: Page): Page {
  const own =
    name
      .split("/")
      .at(-1)
      ?.replace(/\.[^.]+$/, "") ?? name;
  return { ...page, name: page.name || own };
}

async function pageInArchive({ format, bytes }: Extract<ReadPage, { bytes: unknown }>): Promise<Page> {
  const { mhtml, unzip, webarchive } = await import("./formats/unpacking.ts");
  if (format === "mhtml") return mhtml(bytes);
  if (format === "webarchive") return webarchive(bytes);
  return pageFromBook(await unzip(bytes));
}

async function pageInWords(
  name: string,
  { format, text, ...more }: Extract<ReadPage, { text: string }>,
): Promise<Page> {
  if (isExport(name, text)) throw new LiuyeError("is-export");
  if (format !== "markdown") return { kind: format, via: format, content: text, ...more };
  const { pageFromMarkdown } = await import("./formats/markdown.ts");
  return { ...pageFromMarkdown(text), truncated: more.truncated, whole: true };
}

/** A list of another reader's or browser's pages: those come in by moving house, where they are shown first. */
function isExport(name: string, text: string): boolean {
  return /\.csv$/i.test(name) || /^\s*<!DOCTYPE NETSCAPE-Bookmark-file/i.test(text.slice(0, 200));
}
