import type { Via } from "#domain/article.ts";
import type { Exported } from "#domain/exported.ts";

/** The longest page taken, in characters (of its file without its pictures): cleaning more would hold a phone up for many seconds. */
export const longestPage = 5 * 1024 * 1024;

/** A picture that came with its page. */
export type PagePicture = { type: string; bytes: Uint8Array };

/** A page as some way in delivered it, before anything was made of it. */
export type Page = {
  kind: "html" | "text";
  content: string;
  via: Via;
  /** Its address, when the way in knows it. */
  url?: string;
  /** The file's name without its ending, for a page that has no title of its own. */
  name?: string;
  /** True when the bytes end in the middle of a character or part: some of the page never arrived. */
  truncated?: boolean;
  /** A fixed id, for the guides that ship with Liuye. */
  id?: string;
  /** True when all of it is the article, and nothing of it a site's chrome: a book. */
  whole?: true;
  /** `content` compressed, where whoever read the file has done that already. */
  packed?: ArrayBuffer;
  /** True when it is a part that the reader chose of the page at `url`: an article of its own beside that page's. */
  part?: true;
  /** What an export of ours says of the article beside its words; checked, and still anyone's claim. */
  exported?: Exported;
  /** What its writer filed it under, where that is for the reader to go on with. */
  tags?: string[];
  /** Pictures that came with it, by the address `content` names them with: absolute, or `cid:…`. */
  pictures?: ReadonlyMap<string, PagePicture>;
};
