import type { Anchor } from "./anchor/anchor.ts";
import type { Article } from "./article.ts";

/** How a highlight is drawn: three colours, or a line under the words. */
export const colours = ["yellow", "green", "blue", "line"] as const;
export type Colour = (typeof colours)[number];

/** A passage the reader marked in an article, perhaps with a note: an annotation as the W3C's model has it. */
export type Highlight = {
  id: string;
  articleId: string;
  anchor: Anchor;
  colour: Colour;
  /** The reader's own words about the passage. */
  note?: string;
  /** When it was marked, in milliseconds since 1970. */
  at: number;
  /** When it was last changed, where it was. */
  changedAt?: number;
  /** True when its words cannot be found in the article as it now is; it is kept all the same. */
  lost?: true;
};

/** The reader's own words about a whole article, by the article's id. */
export type ArticleNote = { id: string; text: string; at: number };

/** A passage marked in another reader, by its words; one that was marked in Liuye brings what stood around it. */
export type Passage = {
  quote: string;
  prefix?: string;
  suffix?: string;
  /** Characters of the text before it, about. */
  start?: number;
  note?: string;
  colour?: string;
  at?: number;
  changedAt?: number;
};

/** A passage of another reader as a highlight of ours, its place yet to be found. */
export function highlightOf(passage: Passage, id: string, articleId: string, at: number): Highlight {
  const { quote, prefix = "", suffix = "", start } = passage;
  const position = start === undefined ? undefined : { start, end: start + quote.length };
  return {
    id,
    articleId,
    anchor: { quote: { exact: quote, prefix, suffix }, ...(position && { position }) },
    colour: colours.find((colour) => colour === passage.colour) ?? "yellow",
    ...(passage.note && { note: passage.note }),
    at: passage.at ?? at,
    ...(passage.changedAt !== undefined && { changedAt: passage.changedAt }),
  };
}

/** Highlights in the order of the text; those without a place come last, the oldest first. */
export function byPlace(highlights: readonly Highlight[]): Highlight[] {
  const placeOf = ({ lost, anchor }: Highlight) =>
    (lost ? undefined : anchor.position?.start) ?? Number.MAX_SAFE_INTEGER;
  return highlights.toSorted((a, b) => placeOf(a) - placeOf(b) || a.at - b.at);
}

/** An article with everything the reader wrote into it; `latest` is when that last grew. */
export type Noted = { article: Article; note?: ArticleNote; highlights: Highlight[]; latest: number };
