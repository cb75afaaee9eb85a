import type { Page } from "#capture/page.ts";
import { normalizeUrl } from "#domain/url.ts";
import { wordsOf } from "./json-records.ts";
import { momentOf } from "./moment.ts";

/** A passage marked in the other reader. */
export type MarkedPassage = { quote: string; note?: string; colour?: string; at?: number };

/** One thing another reader held: always an address, sometimes the article's text as well. */
export type Belonging = {
  /** As the export wrote it: http or https. */
  url: string;
  title?: string;
  /** In milliseconds since 1970, as every moment here. */
  savedAt?: number;
  favourite?: boolean;
  archived?: boolean;
  tags: string[];
  /** 0 to 1; absent when nothing was read. */
  readProgress?: number;
  byline?: string;
  /** Who published it, or the site's name. */
  source?: string;
  /** `2014-01-15`, `2014-01-15T10:20`, with a zone where given. */
  published?: string;
  note?: string;
  highlights: MarkedPassage[];
  page?: Page;
};

/** A row of an export: undefined where it has no address that could be opened. */
export type Row = Belonging | undefined;

/** What a row of an export claims, in whatever form it does; empty and senseless fields count as absent. */
export type Claim = {
  url: unknown;
  title?: unknown;
  savedAt?: unknown;
  favourite?: boolean;
  archived?: boolean;
  tags?: readonly unknown[];
  readProgress?: number;
  byline?: unknown;
  source?: unknown;
  published?: string | undefined;
  note?: unknown;
  highlights?: readonly { quote: unknown; note?: unknown; colour?: unknown; at?: unknown }[];
  /** The article's HTML. */
  html?: unknown;
};

/** Makes a belonging of a row's claims, or undefined when its address is not an http one. */
export function belongingOf(claim: Claim): Row {
  const url = wordsOf(claim.url);
  if (normalizeUrl(url) === undefined) return undefined;
  const title = lineOf(claim.title);
  // Several readers write the address where they knew no title.
  const named = title === url ? "" : title;
  return {
    url,
    ...optional("title", named),
    ...optional("savedAt", momentOf(claim.savedAt)),
    ...optional("favourite", claim.favourite),
    ...optional("archived", claim.archived),
    tags: [...new Set((claim.tags ?? []).map(lineOf))].filter((tag) => tag !== ""),
    ...optional("readProgress", progressOf(claim.readProgress)),
    ...optional("byline", lineOf(claim.byline)),
    ...optional("source", lineOf(claim.source)),
    ...optional("published", claim.published),
    ...optional("note", wordsOf(claim.note)),
    highlights: (claim.highlights ?? []).flatMap(passageOf),
    ...optional("page", pageOf(claim.html, url, named)),
  };
}

function passageOf({ quote, note, colour, at }: { quote: unknown; note?: unknown; colour?: unknown; at?: unknown }) {
  const words = wordsOf(quote);
  if (words === "") return [];
  return {
    quote: words,
    ...optional("note", wordsOf(note)),
    ...optional("colour", lineOf(colour)),
    ...optional("at", momentOf(at)),
  };
}

function pageOf(html: unknown, url: string, title: string): Page | undefined {
  const content = wordsOf(html);
  return content === "" ? undefined : { kind: "html", content, via: "move", url, ...optional("name", title) };
}

function progressOf(progress = 0): number | undefined {
  return progress > 0 ? Math.min(progress, 1) : undefined;
}

function lineOf(value: unknown): string {
  return wordsOf(value).replace(/\s+/g, " ");
}

/** A key with its value, or nothing at all for an empty, false or missing one. */
function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: NonNullable<V> } {
  return (value ? { [key]: value } : {}) as { [key in K]?: NonNullable<V> };
}
