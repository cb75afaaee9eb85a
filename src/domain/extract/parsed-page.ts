import type { FieldName, Origin } from "#domain/article.ts";
import type { BodyBlock } from "./blocks.ts";
import type { Line } from "./draw-lines.ts";
import type { Tags } from "./read-tags.ts";

/** A page on its way to an article; each step reads what the ones before it found, and the first to know a field fills it. */
export type ParsedPage = {
  /** The inert document; early steps repair it, nothing shows it. */
  document: Document;
  /** Where the page is from, if that is known. */
  address?: string;
  /** Every visible line of the page, in order. */
  lines: Line[];
  /** What the page's tags claim, unchecked. */
  tags: Tags;
  /** The article, once found: blocks one after another. */
  body: Element;
  /** The same blocks with their words, once the body is laid out. */
  blocks?: BodyBlock[];
  /** Where the body stands among the lines, once somebody asked; whoever changes the body's prose takes it away. */
  span?: { first: number; last: number };
  /** The body is posts of several people. */
  isThread?: boolean;
  title?: string;
  subtitle?: string;
  byline?: string;
  editor?: string;
  siteName?: string;
  published?: string;
  modified?: string;
  lead?: string;
  documentNumbers?: string[];
  /** Where each field was read. */
  origins: Partial<Record<FieldName, Origin>>;
  /** What each step took out of the body, or left out of it. */
  removed: Removed[];
};

/** Words that a step took out. */
export type Removed = { step: string; text: string };

type TextField = "title" | "subtitle" | "byline" | "editor" | "siteName" | "published" | "modified" | "lead";

/** Gives a page a field that nothing before has given it, and remembers where it was read. */
export function fill(page: ParsedPage, field: TextField, value: string | undefined, origin: Origin): void {
  if (!value || page[field] !== undefined) return;
  page[field] = value;
  page.origins[field === "siteName" ? "source" : field] = origin;
}

/** One rule about pages. */
export type Step = { name: string; run: (page: ParsedPage) => void };
