import { LiuyeError } from "#domain/errors.ts";
import { decodeBytes } from "#domain/text/decode.ts";
import type { Belonging, Row } from "./belonging.ts";
import { fromBookmarks, isBookmarks } from "./from-bookmarks.ts";
import { fromInstapaper, isInstapaperSheet } from "./from-instapaper.ts";
import { fromOmnivore, isOmnivoreArchive, isOmnivoreRecord } from "./from-omnivore.ts";
import {
  fromPocketAnnotations,
  fromPocketHtml,
  fromPocketSheet,
  isPocketAnnotation,
  isPocketHtml,
  isPocketSheet,
} from "./from-pocket.ts";
import { fromRaindrop, isRaindropSheet } from "./from-raindrop.ts";
import { fromReadwise, isReadwiseSheet } from "./from-readwise.ts";
import { fromUrlList, isUrlList } from "./from-url-list.ts";
import { fromWallabag, isTornWallabag, isWallabagEntry } from "./from-wallabag.ts";
import { gather } from "./gather.ts";
import { type JsonRecord, recordsIn } from "./json-records.ts";
import { openSheet } from "./sheet.ts";

/** Whose export it is; `urls` is a plain list of addresses. */
type MoveKind = "pocket" | "instapaper" | "omnivore" | "wallabag" | "readwise" | "raindrop" | "bookmarks" | "urls";

/** What another reader held, one belonging an address; `skipped` counts rows whose address cannot be opened. */
export type Move = { kind: MoveKind; belongings: Belonging[]; skipped: number };

/** A file as it was given, or the entries of one that was unpacked. */
export type MoveFile = { name: string; bytes: Uint8Array } | { name: string; entries: ReadonlyMap<string, Uint8Array> };

type Opened = { kind: MoveKind; rows: Iterable<Row> };

/**
 * Reads the export of another reader, whatever its file is called; undefined when it is none.
 * Throws LiuyeError `archive-damaged` for one that is known and cannot be read.
 */
export function recogniseMove(file: MoveFile): Move | undefined {
  const reading = readMove(file);
  for (let step = reading.next(); ; step = reading.next()) if (step.done) return step.value;
}

/** The same in steps of a few milliseconds: yields the rows read so far, and the caller lets the page breathe. */
export function* readMove(file: MoveFile): Generator<number, Move | undefined> {
  const opened = "entries" in file ? openArchive(file.entries) : openFile(file.bytes);
  return opened && { kind: opened.kind, ...(yield* gather(opened.rows)) };
}

function openFile(bytes: Uint8Array): Opened | undefined {
  const text = textOf(bytes);
  if (text === undefined) return undefined;
  return openText(text) ?? (isUrlList(text) ? { kind: "urls", rows: fromUrlList(text) } : undefined);
}

function openArchive(entries: ReadonlyMap<string, Uint8Array>): Opened | undefined {
  if (entries.has("mimetype")) return undefined; // an EPUB or an office document
  if (isOmnivoreArchive(entries)) return { kind: "omnivore", rows: fromOmnivore(entries) };
  const files = [...entries]
    .filter(([name]) => /\.(?:csv|json|html?)$/i.test(name))
    .sort(([one], [other]) => (orderOf(one) < orderOf(other) ? -1 : 1))
    .map(([, bytes]) => textOf(bytes))
    .map((text) => (text === undefined ? undefined : openText(text)))
    .filter((file) => file !== undefined);
  const kind = files[0]?.kind;
  if (!kind) return undefined;
  return { kind, rows: inTurn(files.filter((file) => file.kind === kind)) };
}

/** Tables before what was written beside them. */
function orderOf(name: string): string {
  return name.slice(name.lastIndexOf(".")).toLowerCase() + name;
}

function* inTurn(files: Opened[]): Generator<Row> {
  for (const { rows } of files) yield* rows;
}

function openText(text: string): Opened | undefined {
  if (/^\s*</.test(text)) return openHtml(text);
  if (/^\s*\[/.test(text)) return openJson(text);
  const sheet = openSheet(text);
  if (!sheet) return undefined;
  if (isPocketSheet(sheet)) return { kind: "pocket", rows: fromPocketSheet(sheet) };
  if (isReadwiseSheet(sheet)) return { kind: "readwise", rows: fromReadwise(sheet) };
  if (isInstapaperSheet(sheet)) return { kind: "instapaper", rows: fromInstapaper(sheet) };
  return isRaindropSheet(sheet) ? { kind: "raindrop", rows: fromRaindrop(sheet) } : undefined;
}

function openHtml(html: string): Opened | undefined {
  if (isBookmarks(html)) return { kind: "bookmarks", rows: fromBookmarks(html) };
  return isPocketHtml(html) ? { kind: "pocket", rows: fromPocketHtml(html) } : undefined;
}

function openJson(json: string): Opened | undefined {
  const records = recordsIn(json);
  if (!records) {
    if (isTornWallabag(json)) throw new LiuyeError("archive-damaged");
    return undefined;
  }
  const isOf = (isOne: (record: JsonRecord) => boolean) => records.slice(0, 20).some(isOne);
  if (isOf(isWallabagEntry)) return { kind: "wallabag", rows: fromWallabag(records) };
  if (isOf(isPocketAnnotation)) return { kind: "pocket", rows: fromPocketAnnotations(records) };
  if (!isOf(isOmnivoreRecord)) return undefined;
  // One of Omnivore's lists on its own, taken out of its archive.
  return { kind: "omnivore", rows: fromOmnivore(new Map([["metadata.json", new TextEncoder().encode(json)]])) };
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decodeBytes(bytes).text;
  } catch {
    return undefined; // empty, or a picture, an archive, a program
  }
}
