// What goes out with an article beside its words, in one documented shape, and comes in again only as checked.
import type { Article, EditableField, Place } from "./article.ts";
import { type Colour, colours } from "./highlight.ts";
import { tagName } from "./tag.ts";

/** The version of the shape below; a file of a later one is read as far as it is understood. */
export const exportedVersion = 1;

/** A marked passage: its words, what stands around them, and the reader's own words about them. Times in milliseconds since 1970. */
type ExportedHighlight = {
  exact: string;
  prefix: string;
  suffix: string;
  /** Characters of the text before it, where that was known: refrains are told apart by it alone. */
  start?: number;
  colour: Colour;
  note?: string;
  at: number;
  changedAt?: number;
};

const fieldNames = ["title", "subtitle", "byline", "editor", "source", "published", "modified", "lang"] as const;
const momentNames = ["savedAt", "favouritedAt", "archivedAt"] as const;
const editable: readonly EditableField[] = ["title", "byline", "source", "published"];

/** An article as it leaves Liuye, without its words and pictures: those are what the file itself is. */
export type Exported = { liuye: number } & Partial<
  Pick<Article, (typeof fieldNames)[number] | (typeof momentNames)[number] | "tags" | "marked" | "edited" | "url">
> & {
    documentNumbers?: string[];
    /** Which of the guides that ship with Liuye it is. */
    guide?: string;
    /** True for a part of the page at `url`: an article of its own beside that page's. */
    part?: true;
    place?: Place;
    /** The reader's own words about the whole article. */
    note?: { text: string; at: number };
    highlights?: ExportedHighlight[];
  };

/** The longest of each kind of words taken back, in characters: beyond them is no mistake of a reader. */
const longestField = 2_000;
const longestWords = 200_000;
const mostHighlights = 10_000;
const mostTags = 200;

/** The web is younger, and so is every library; later than this no clock of ours runs. */
const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/**
 * What a file claims of an article, as far as it is in our shape: known keys alone, each of its kind and within bounds.
 * Undefined when it is not of our making. Anyone can write such a file.
 */
export function readExported(value: unknown): Exported | undefined {
  const claim = recordOf(value);
  if (!claim || typeof claim.liuye !== "number") return undefined;
  const read: Exported = { liuye: exportedVersion };
  for (const name of fieldNames) put(read, name, lineOf(claim[name]));
  for (const name of momentNames) put(read, name, momentOf(claim[name]));
  put(read, "url", addressOf(claim.url));
  if (read.lang !== undefined && !/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/.test(read.lang)) delete read.lang;
  for (const name of ["published", "modified"] as const)
    if (!/^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d\S{0,12})?)?)?$/.test(read[name] ?? "")) delete read[name];
  const tags = [...new Set(listOf(claim.tags, mostTags).map((tag) => tagName(lineOf(tag) ?? "")))].filter(Boolean);
  if (tags.length > 0) read.tags = tags;
  const numbers = listOf(claim.documentNumbers, mostTags).flatMap((number) => lineOf(number) ?? []);
  if (numbers.length > 0) read.documentNumbers = numbers;
  const edited = editable.filter((name) => listOf(claim.edited, editable.length).includes(name));
  if (edited.length > 0) read.edited = edited;
  if (typeof claim.guide === "string" && /^guide-[a-z]{2}$/.test(claim.guide)) read.guide = claim.guide;
  if (claim.part === true) read.part = true;
  put(read, "marked", markedOf(claim.marked));
  put(read, "place", placeOf(claim.place));
  put(read, "note", noteOf(claim.note));
  const highlights = listOf(claim.highlights, mostHighlights).flatMap((one) => highlightOf(one) ?? []);
  if (highlights.length > 0) read.highlights = highlights;
  return read;
}

function highlightOf(value: unknown): ExportedHighlight | undefined {
  const claim = recordOf(value);
  const exact = wordsOf(claim?.exact);
  const at = momentOf(claim?.at);
  if (!claim || !exact || at === undefined) return undefined;
  const note = wordsOf(claim.note);
  const changedAt = momentOf(claim.changedAt);
  return {
    exact,
    prefix: (wordsOf(claim.prefix) ?? "").slice(-100),
    suffix: (wordsOf(claim.suffix) ?? "").slice(0, 100),
    ...(Number.isSafeInteger(claim.start) && Number(claim.start) >= 0 && { start: Number(claim.start) }),
    colour: colours.find((colour) => colour === claim.colour) ?? "yellow",
    ...(note?.trim() && { note }),
    at,
    ...(changedAt !== undefined && { changedAt }),
  };
}

function markedOf(value: unknown): Article["marked"] {
  const claim = recordOf(value);
  const at = momentOf(claim?.at);
  const as = claim?.as === "unread" || claim?.as === "finished" ? claim.as : undefined;
  return as && at !== undefined ? { as, at } : undefined;
}

function placeOf(value: unknown): Place | undefined {
  const claim = recordOf(value);
  const at = momentOf(claim?.at);
  const { offset, progress } = claim ?? {};
  if (at === undefined || typeof offset !== "number" || typeof progress !== "number") return undefined;
  if (!Number.isSafeInteger(offset) || offset < 0 || !(progress >= 0 && progress <= 1)) return undefined;
  return { offset, progress, at };
}

function noteOf(value: unknown): Exported["note"] {
  const claim = recordOf(value);
  const text = wordsOf(claim?.text);
  const at = momentOf(claim?.at);
  return text?.trim() && at !== undefined ? { text, at } : undefined;
}

function addressOf(value: unknown): string | undefined {
  const text = wordsOf(value);
  return text && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;
}

function momentOf(value: unknown): number | undefined {
  const moment = typeof value === "number" ? value : Number.NaN;
  return Number.isSafeInteger(moment) && moment >= earliest && moment < latest ? moment : undefined;
}

function lineOf(value: unknown): string | undefined {
  return typeof value === "string" ? value.replace(/\s+/g, " ").trim().slice(0, longestField) || undefined : undefined;
}

function wordsOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value.slice(0, longestWords) : undefined;
}

function listOf(value: unknown, most: number): unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

/** An object by its own keys alone: nothing inherited is ever asked for. */
function recordOf(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.assign(Object.create(null), Object.fromEntries(Object.entries(value).filter(([key]) => isPlain(key))));
}

function isPlain(key: string): boolean {
  return key !== "__proto__" && key !== "constructor" && key !== "prototype";
}

function put<Key extends keyof Exported>(read: Exported, name: Key, value: Exported[Key] | undefined): void {
  if (value !== undefined) read[name] = value;
}
