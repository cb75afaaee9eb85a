// What a backup holds of each table, and the one check a row of it passes on the way out and on the way in.
import type { Anchor } from "#domain/anchor/anchor.ts";
import type { Article, Content, Original, Picture, Place, Receipt, SetAside } from "#domain/article.ts";
import { type ArticleNote, colours, type Highlight } from "#domain/highlight.ts";
import type { Reading } from "#domain/reading.ts";
import { type Tag, tagColours } from "#domain/tag.ts";
import type { Version } from "#domain/version.ts";
import {
  amount,
  between,
  isTrue,
  list,
  matching,
  may,
  need,
  oneOf,
  row,
  some,
  text,
  time,
  webAddress,
} from "./check.ts";

/** A picture's row without its bytes: those are an entry of their own. */
export type PictureRow = Omit<Picture, "bytes">;

/** A page as it came, without its bytes: `file` is the entry that has them. */
export type OriginalRow = Omit<Original, "gzip"> & { file: string };

/** An earlier text of an article; the bytes of its page as it came are an entry of their own. */
export type VersionRow = Omit<Version, "original"> & { original?: Omit<OriginalRow, "id"> };

/** Where the reader is in an article. */
export type PlaceRow = Place & { id: string };

/** The memory that something was deleted, and when (milliseconds since 1970). */
export type TombstoneRow = { id: string; at: number };

/** One choice of the reader's, as localStorage has it. */
export type Setting = { name: string; value: string };

/** Lengths that no honest row reaches, in characters; a body may be a book. */
const line = text(100_000);
const words = text(10_000_000);
const body = text(100_000_000);
const many = 100_000;

const id = matching(/^[\w.:~@-]{1,200}$/);
const sha = matching(/^[0-9a-f]{64}$/);
const pictureType = matching(/^image\/[\w.+-]{1,60}$/);
const originNames = ["meta", "ld-json", "labelled", "line", "script", "title", "address", "rule", "text"] as const;
const fieldNames = [
  ...["title", "subtitle", "byline", "editor", "source", "published", "modified", "lead", "documentNumbers"],
] as (keyof NonNullable<Article["origins"]>)[];

const receipt = row<Receipt>({
  via: need(
    oneOf(
      ...(["guide", "paste", "text", "html", "markdown", "mhtml", "webarchive", "epub", "bookmarklet"] as const),
      ...(["link", "move"] as const),
    ),
  ),
  at: need(time),
  bytes: need(amount),
  pictures: need(
    row<Receipt["pictures"]>({
      kept: need(amount),
      missing: need(some(["absent", "refused", "damaged", "too-large", "no-room"], amount)),
    }),
  ),
  truncated: may(isTrue),
});

/** What an article and each of its earlier texts say of their page. */
const told = {
  title: need(line),
  subtitle: may(line),
  byline: may(line),
  editor: may(line),
  source: may(line),
  published: may(text(100)),
  modified: may(text(100)),
  lead: may(line),
  documentNumbers: may(list(line, many)),
  standards: may(list(line, many)),
  origins: may(some(fieldNames, oneOf(...originNames))),
  lang: need(matching(/^[A-Za-z0-9-]{1,60}$/)),
  excerpt: need(line),
  length: need(row<Article["length"]>({ han: need(amount), words: need(amount) })),
  receipt: may(receipt),
};

const anchor = row<Anchor>({
  quote: need(row<Anchor["quote"]>({ exact: need(words), prefix: need(line), suffix: need(line) })),
  position: may(row<NonNullable<Anchor["position"]>>({ start: need(amount), end: need(amount) })),
});

/** A page as it came. */
const page = {
  kind: need(oneOf("html", "text")),
  url: may(webAddress),
  whole: may(isTrue),
  file: need(text(1000)),
};

/** A body, present or earlier. */
const textual = {
  html: need(body),
  text: need(body),
  sanitizer: need(amount),
  pictures: may(list(sha, many)),
  aside: may(list(row<SetAside>({ address: need(line), id: need(sha), width: need(line), height: need(line) }), many)),
  hash: may(sha),
};

/** The check of a row of each table; what passes is a clean copy with the fields that are known and no others. */
export const rowChecks = {
  articles: row<Article>({
    id: need(id),
    identity: need(text(70_000)),
    url: may(webAddress),
    ...told,
    savedAt: need(time),
    refreshedAt: need(time),
    favouritedAt: may(time),
    archivedAt: may(time),
    trashedAt: may(time),
    undoneAt: may(time),
    marked: may(row<NonNullable<Article["marked"]>>({ as: need(oneOf("unread", "finished")), at: need(time) })),
    tags: may(list(text(1000), many)),
    pending: may(isTrue),
    askedAt: may(time),
    edited: may(list(oneOf("title", "byline", "source", "published", "documentNumbers", "standards", "body"), 7)),
  }),
  contents: row<Content>({ id: need(id), ...textual }),
  places: row<PlaceRow>({ id: need(id), offset: need(amount), progress: need(between(0, 1)), at: need(time) }),
  originals: row<OriginalRow>({ id: need(id), ...page }),
  pictures: row<PictureRow>({ id: need(sha), type: need(pictureType), width: need(amount), height: need(amount) }),
  highlights: row<Highlight>({
    id: need(id),
    articleId: need(id),
    anchor: need(anchor),
    colour: need(oneOf(...colours)),
    note: may(words),
    at: need(time),
    changedAt: may(time),
    lost: may(isTrue),
  }),
  versions: row<VersionRow>({
    ...{ id: need(id), articleId: need(id), capturedAt: need(time), replacedAt: need(time), ...textual },
    fields: need(row<Version["fields"]>(told)),
    original: may(row<Omit<OriginalRow, "id">>(page)),
  }),
  notes: row<ArticleNote>({ id: need(id), text: need(words), at: need(time) }),
  tags: row<Tag>({ name: need(text(1000)), colour: may(oneOf(...tagColours)) }),
  readings: row<Reading>({
    id: need(id),
    articleId: need(id),
    startedAt: need(time),
    day: need(matching(/^\d{4,6}-\d\d-\d\d$/)),
    spent: need(amount),
    passed: need(amount),
    finished: may(isTrue),
  }),
  tombstones: row<TombstoneRow>({ id: need(id), at: need(time) }),
  settings: row<Setting>({ name: need(matching(/^[a-z][a-z0-9-]{0,60}$/)), value: need(text(2_000_000)) }),
};

export type TableName = keyof typeof rowChecks;

/** The rows a backup has of each table. */
export type Rows = { [Name in TableName]: NonNullable<ReturnType<(typeof rowChecks)[Name]>> };

export const tableNames = Object.keys(rowChecks) as TableName[];

/** Tables of which every slice of articles brings the rows that belong to them. */
export const slicedTables = [
  "articles",
  "contents",
  "places",
  "originals",
  "pictures",
  "highlights",
  "notes",
  "versions",
] as const;

/** Tables that stand by themselves, after the slices. */
export const looseTables = ["tags", "readings", "tombstones", "settings"] as const;
