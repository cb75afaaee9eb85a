/** What is known of one family of sites: the form of the JSON files beside this one, and of those readers write. */
export type SiteRule = {
  /** What people call it. */
  name: string;
  /** Hosts it is for, with all below them: `zhihu.com` is `www.zhihu.com` too. */
  hosts: readonly string[];
  /** CSS selectors; a page that has one of them is of this family, whatever its address. */
  marks?: readonly string[];
  /** The source where a page of the family names none. */
  site?: string;
  /** The kinds of page the family has; the first that finds its article is taken. */
  pages: readonly PageRule[];
};

export const pageKinds = ["article", "thread", "list", "docs"] as const;

/** What a page holds: only an article has chrome trimmed off its ends and bold lines made headings. */
type PageKind = (typeof pageKinds)[number];

/** Where to find something: CSS selectors in order of preference; `selector@name` is that attribute's value. */
export type Choice = string | readonly string[];

export type PageRule = {
  kind: PageKind;
  /** A selector that must find something for this to be such a page. */
  when?: string;
  /** The article: everything the selector finds, one after another. */
  body?: Choice;
  title?: Choice;
  /** Such pages have no title: their first words are it, whatever the page calls itself. */
  untitled?: boolean;
  author?: Choice;
  /** As `author`, but all it finds. */
  authors?: Choice;
  source?: Choice;
  published?: Choice;
  modified?: Choice;
  /** Taken out of the page. */
  drop?: readonly string[];
  /** Hidden until a script has run; shown. */
  unhide?: readonly string[];
  /** The attribute in which pictures keep their address. */
  lazy?: string;
  /** Names of variables or keys in the page's scripts that hold when it was published. */
  scriptDate?: readonly string[];
  /** What a bare number of seconds is told in: `+08:00`. */
  zone?: string;
  posts?: PostsRule;
  rows?: RowsRule;
};

/** The posts of a thread or the entries of a list; all but `item` are looked for inside each. */
export type PostsRule = {
  item: string;
  /** What the post says; without it the whole item. */
  body?: Choice;
  /** An entry's link. */
  title?: Choice;
  author?: Choice;
  time?: Choice;
  /** How deep a reply stands, as a number. */
  level?: Choice;
};

/** Names and values that become a table below the body. */
type RowsRule = { row: string; name: string; value: string };
