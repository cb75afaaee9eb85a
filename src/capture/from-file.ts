import { LiuyeError } from "#domain/errors.ts";
import type { Candidate } from "./batch.ts";
import type { Format } from "./formats/sniff.ts";
import { liftPictures } from "./inline-pictures.ts";
import type { Page } from "./page.ts";

const mebibyte = 1024 * 1024;

/** The most text taken as one page, in characters: beyond it cleaning it would hold a phone up for many seconds. */
export const textLimit = 5 * mebibyte;

/** The largest file taken, in bytes: what comes in one is mostly pictures, and all of it is in memory once. */
export const fileLimit = 200 * mebibyte;

/**
 * What is in a file, told by its content and not by its name: one page, or the files of an archive, each to be opened
 * in its turn. Throws LiuyeError `file-empty`, `file-too-large`, `file-unreadable`, `not-text`, `is-export`, and what
 * the formats throw.
 */
export async function openFile(file: File): Promise<Page | Candidate[]> {
  if (file.size === 0) throw new LiuyeError("file-empty");
  if (file.size > fileLimit) throw new LiuyeError("file-too-large");
  const buffer = await file.arrayBuffer().catch((cause) => {
    throw new LiuyeError("file-unreadable", { cause }); // a folder, or a file that has gone since it was picked
  });
  const { sniffFormat } = await import("./formats/sniff.ts");
  const bytes = new Uint8Array(buffer);
  const format = sniffFormat(file.name, bytes);
  if (format !== "zip") return named(await openBytes(format, file.name, bytes), file.name);
  const { unzip } = await import("./formats/unpacking.ts");
  return candidatesIn(await unzip(bytes));
}

/** The readable files of an archive; its pictures and styles belong to them and are passed over, archives in it are not opened. */
function candidatesIn(entries: ReadonlyMap<string, Uint8Array>): Candidate[] {
  const readable = [...entries].filter(([name]) =>
    /\.(?:x?html?|mht|mhtml|webarchive|epub|md|markdown|txt)$/i.test(name),
  );
  if (readable.length === 0) throw new LiuyeError("nothing-to-read");
  return readable.map(([name, bytes]) => ({
    name,
    page: async () => {
      const { sniffFormat } = await import("./formats/sniff.ts");
      const format = sniffFormat(name, bytes);
      if (format === "zip") throw new LiuyeError("format-unknown");
      return named(await openBytes(format, name, bytes), name);
    },
  }));
}

async function openBytes(format: Exclude<Format, "zip"> | undefined, name: string, bytes: Uint8Array): Promise<Page> {
  if (format === "mhtml" || format === "webarchive" || format === "epub") {
    const { mhtml, unzip, webarchive } = await import("./formats/unpacking.ts");
    if (format === "mhtml") return mhtml(bytes);
    if (format === "webarchive") return webarchive(bytes);
    const { pageFromEpub } = await import("./formats/epub.ts");
    return { ...pageFromEpub(await unzip(bytes)), whole: true };
  }
  const { decodeBytes } = await import("#domain/text/decode.ts"); // its tables are large and seldom needed
  const { text, truncated } = decodeBytes(bytes);
  if (isExport(name, text)) throw new LiuyeError("is-export");
  if (format === "markdown") {
    const { pageFromMarkdown } = await import("./formats/markdown.ts");
    return { ...pageFromMarkdown(checked(text)), truncated, whole: true };
  }
  if (format !== "html") return { kind: "text", via: "text", content: checked(text), truncated };
  const { html, pictures } = liftPictures(text);
  return { kind: "html", via: "html", content: checked(html), pictures, truncated };
}

/** Text within the limit; what lies beyond is refused whole, since half a page would look like all of it. */
function checked(text: string): string {
  if (text.length > textLimit) throw new LiuyeError("file-too-large");
  return text;
}

/** A list of another reader's or browser's pages: those come in by moving house, where they are shown first. */
function isExport(name: string, text: string): boolean {
  return /\.csv$/i.test(name) || /^\s*<!DOCTYPE NETSCAPE-Bookmark-file/i.test(text.slice(0, 200));
}

/** The page with its file's name, for a page that has no title of its own. */
function named(page: Page, name: string): Page {
  const own =
    name
      .split("/")
      .at(-1)
      ?.replace(/\.[^.]+$/, "") ?? name;
  return { ...page, name: page.name || own };
}
