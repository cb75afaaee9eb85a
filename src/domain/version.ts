import type { Article, Content, Original } from "./article.ts";

/** What a page says of itself, and what follows from its text: all that a version has of its article's row. */
export const versionFields = [
  "title",
  "subtitle",
  "byline",
  "editor",
  "source",
  "published",
  "modified",
  "lead",
  "documentNumbers",
  "standards",
  "origins",
  "lang",
  "excerpt",
  "length",
  "receipt",
] as const satisfies readonly (keyof Article)[];

/** The text an article had before its page was captured anew, with the fields it had and the page it was made of. */
export type Version = Omit<Content, "id"> & {
  id: string;
  articleId: string;
  /** When this text was captured, in milliseconds since 1970. */
  capturedAt: number;
  /** When another took its place. */
  replacedAt: number;
  fields: Pick<Article, (typeof versionFields)[number]>;
  original?: Omit<Original, "id">;
};
