/** Where the reader is in an article: a position in its text, so that type, paper and screen may change around it. */
export type Place = {
  /** Characters of the article's text before the first one on screen. */
  offset: number;
  /** How much has been read, 0 to 1. */
  progress: number;
  /** When, in milliseconds since 1970. */
  at: number;
};

/** How a page came in. */
export type Via =
  | "guide"
  | "paste"
  | "text"
  | "html"
  | "markdown"
  | "mhtml"
  | "webarchive"
  | "epub"
  | "bookmarklet"
  | "link"
  | "move";

/** Why a picture was not kept: it did not come with the page, its site refuses, it is no picture, it is too large, or the disk was full. */
export type MissingReason = "absent" | "refused" | "damaged" | "too-large" | "no-room";

/** What was kept of a page when it came in, and why the rest is missing. */
export type Receipt = {
  via: Via;
  at: number;
  /** Bytes of the body and its pictures together. */
  bytes: number;
  pictures: { kept: number; missing: Partial<Record<MissingReason, number>> };
  /** True when the file ended before the page did. */
  truncated?: true;
};

/** A picture of an article, named by its bytes, so that two articles share one. */
export type Picture = { id: string; type: string; bytes: ArrayBuffer; width: number; height: number };

/** Where a field was read: the page's tags or linked data, a labelled or a bare line, a script, the title, the address, a site's rule, the text. */
export type Origin = "meta" | "ld-json" | "labelled" | "line" | "script" | "title" | "address" | "rule" | "text";

/** What is known of an article that a page says of itself. */
export type FieldName =
  | "title"
  | "subtitle"
  | "byline"
  | "editor"
  | "source"
  | "published"
  | "modified"
  | "lead"
  | "documentNumbers";

/** What a reader may put right by hand. */
export type EditableField = "title" | "byline" | "source" | "published";

/** What a reader may put right by hand that is a list. */
export type EditableList = "documentNumbers" | "standards";

/** An article as a list shows it; its words are apart, in its content. */
export type Article = {
  id: string;
  /** What makes two captures the same page: `url:` and the normalised address, else `text:` and a hash of the words. */
  identity: string;
  /** The page's address, http or https, where it is known. */
  url?: string;
  title: string;
  subtitle?: string;
  byline?: string;
  /** 责任编辑: who saw it into print, apart from who wrote it. */
  editor?: string;
  /** Who published it: 来源, else the site's name. */
  source?: string;
  /** When it was published, as precisely as the page says: `2014-01-15`, `2014-01-15T10:20`, with a zone where given. */
  published?: string;
  /** When it was last changed, written as `published` is. */
  modified?: string;
  /** The address of the picture the page shows of itself elsewhere. */
  lead?: string;
  /** 文号 the paper itself bears, in their normal form. */
  documentNumbers?: string[];
  /** Standard numbers named in it, in their normal form. */
  standards?: string[];
  /** Where each field was read. */
  origins?: Partial<Record<FieldName, Origin>>;
  /** BCP 47: `zh-Hans`, `zh-Hant`, `en`, …, `und`. */
  lang: string;
  excerpt: string;
  /** How much there is to read: Chinese characters (字) and words of other scripts. */
  length: { han: number; words: number };
  savedAt: number;
  /** When it was last captured again; the same as `savedAt` at first. */
  refreshedAt: number;
  favouritedAt?: number;
  archivedAt?: number;
  /** Since when it waits in the trash, where no list and no search finds it. */
  trashedAt?: number;
  /** When the undoing of a restore put it there: while `trashedAt` says the same, nobody has deleted it. */
  undoneAt?: number;
  /** How the reader marked it by hand, or finished it, and when. */
  marked?: { as: "unread" | "finished"; at: number };
  tags?: string[];
  /** True while only the address is kept and the page itself has yet to arrive. */
  pending?: true;
  /** When it was last asked for and could not be had; a page that waits without it was never asked for. */
  askedAt?: number;
  receipt?: Receipt;
  /** What the reader wrote, fields or the body: no later capture changes it. */
  edited?: (EditableField | EditableList | "body")[];
};

/** A picture of the page that the body does not show at present; kept, so that reading the page again finds it. */
export type SetAside = { address: string; id: string; width: string; height: string };

/** The body of an article: clean HTML and the same words as plain text. */
export type Content = {
  id: string;
  html: string;
  text: string;
  /** The sanitiser's version the HTML went through. */
  sanitizer: number;
  /** The ids of the pictures the HTML shows, and of those set aside. */
  pictures?: string[];
  /** Pictures of blocks the reader took out. */
  aside?: SetAside[];
  /** The SHA-256 of the HTML, written with it: what is read again later is known by it to be what was kept. */
  hash?: string;
};

/** The page an article was made of, as it came, so that it can be read again by better rules. */
export type Original = {
  id: string;
  kind: "html" | "text";
  url?: string;
  /** True when all of it is the article, as in a book or a selection. */
  whole?: true;
  gzip: ArrayBuffer;
};
