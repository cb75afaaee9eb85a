import type { Article } from "#domain/article.ts";
import { fold } from "#domain/text/fold.ts";

/** A stretch of text that is, or is not, what was searched for. */
export type Piece = { text: string; hit: boolean };

/** An article that has every word of a query: how often, and where first. */
export type Hit = { article: Article; places: number; title: Piece[]; snippet: Piece[] };

/** A hit in the title weighs as much as this many in the text. */
const titleWeight = 8;

/** More hits than this in one text say nothing more about it: a long text is not a better one. */
const mostCounted = 20;

/** Characters shown before the first hit, and in all. */
const snippet = { before: 18, length: 84 };

const ellipsis: Piece = { text: "……", hit: false };

/** The words of a query, folded; white space parts them, and all must be found. */
export function queryWords(query: string): string[] {
  return [...new Set(fold(query).split(/\s+/).filter(Boolean))];
}

/** The article as a hit with its weight, or null when some word is in neither its title nor its text. */
export function match(words: readonly string[], article: Article, text: string): (Hit & { weight: number }) | null {
  const [title, body] = [fold(article.title), fold(text)];
  let places = 0;
  let weight = 0;
  for (const word of words) {
    const inTitle = positions(title, word).length;
    const inBody = positions(body, word).length;
    if (inTitle + inBody === 0) return null;
    places += inTitle + inBody;
    weight += inTitle * titleWeight + Math.min(inBody, mostCounted);
  }
  const firsts = words.map((word) => body.indexOf(word)).filter((position) => position >= 0);
  const start = Math.max((firsts.length ? Math.min(...firsts) : 0) - snippet.before, 0);
  const excerpt = text.slice(start, start + snippet.length).replace(/\s/g, " ");
  const phrase =
    words.length > 1 ? positions(title, words.join(" ")).length + positions(body, words.join(" ")).length : 0;
  return {
    article,
    places: phrase || places, // said as one phrase, it is the phrase that was looked for
    weight,
    title: cut(article.title, words),
    snippet: [
      ...(start > 0 ? [ellipsis] : []),
      ...cut(excerpt, words),
      ...(start + snippet.length < text.length ? [ellipsis] : []),
    ],
  };
}

function positions(text: string, word: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push(at);
  return found;
}

/** A text cut into stretches that are hits and stretches that are not. */
function cut(text: string, words: readonly string[]): Piece[] {
  const folded = fold(text);
  const hits = words
    .flatMap((word) => positions(folded, word).map((start) => ({ start, end: start + word.length })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: Piece[] = [];
  let done = 0;
  for (const { start, end } of hits) {
    if (end <= done) continue;
    if (start > done) pieces.push({ text: text.slice(done, start), hit: false });
    pieces.push({ text: text.slice(Math.max(start, done), end), hit: true });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false });
  return pieces;
}
