import type { Article } from "#domain/article.ts";
import { type Folded, fold, foldWithPlaces } from "#domain/text/fold.ts";
import type { Worded } from "#library/worded.ts";
import { type Pattern, type Span, spansIn, stands } from "./patterns.ts";
import type { Scope } from "./query.ts";

/** A stretch of text that is, or is not, what was searched for. */
export type Piece = { text: string; hit: boolean };

/** An article that was found: with its hits marked, in its title and in the best piece of its text, and how many there are. */
export type Hit = {
  article: Article;
  title: Piece[];
  snippet: Piece[];
  /** Places in the text, or in the notes where they are of those: what the reader steps through. */
  places: number;
  /** The author, source or tags it was found by, marked; nothing where title or text have it. */
  besides: Piece[];
  /** True where the snippet is of the reader's own notes. */
  inNote: boolean;
};

/** What an article's fields say, folded. */
export type Fields = Record<Scope, string> & { text: string };

/** Characters shown before the first hit. */
const charactersBefore = 20;

/** What is shown of a text, in half-width characters: a Chinese one is as wide as two. */
const snippetWidth = 130;

/** Hits this near to one another belong together, in characters. */
const near = 60;

/** So many hits are looked at around each. */
const mostAround = 20;

const ellipsis: Piece = { text: "……", hit: false };

/** The fields of an article, folded. */
export function fieldsOf({ article, text, note }: Worded): Fields {
  const { title, tags = [], byline = "", source = "" } = article;
  return {
    title: fold(title),
    tags: fold(tags.join("\n")),
    byline: fold(byline),
    source: fold(source),
    note: fold(note),
    text: fold(text),
  };
}

/** Whether each pattern stands somewhere in an article, or in the field it is sought in. */
export function hasAll(fields: Fields, patterns: readonly Pattern[]): boolean {
  return patterns.every((pattern) =>
    pattern.scope
      ? stands(pattern, fields[pattern.scope])
      : Object.values(fields).some((field) => stands(pattern, field)),
  );
}

/** How near to one another the words of a query stand: 1 where they are one phrase, 0 where they are far apart. */
export function nearness(fields: Fields, patterns: readonly Pattern[]): number {
  if (patterns.length < 2) return 0;
  const spans = spansIn(fields.text, patterns);
  let best = 0;
  const seen = new Map<number, number>(); // where each pattern was last seen
  for (const { from, to, which } of spans) {
    seen.set(which, from);
    const inReach = [...seen.values()].filter((at) => to - at < near);
    if (inReach.length < 2) continue;
    const width = to - Math.min(...inReach);
    best = Math.max(best, (inReach.length / patterns.length) * (1 - width / (near * 2)));
  }
  return best;
}

/** An article as a hit. */
export function hitOf({ article, text, note: notes }: Worded, patterns: readonly Pattern[]): Hit {
  const title = foldWithPlaces(article.title);
  const body = foldWithPlaces(text);
  const inTitle = spansIn(title.text, patterns, "title");
  const inBody = spansIn(body.text, patterns);
  const note = foldWithPlaces(notes);
  const inNote =
    inBody.length === 0 || patterns.every(({ scope }) => scope === "note") ? spansIn(note.text, patterns, "note") : [];
  return {
    article,
    title: cut(article.title, title, inTitle),
    snippet: inNote.length > 0 ? snippetOf(notes, note, inNote) : snippetOf(text, body, inBody),
    places: inBody.length + inNote.length,
    besides: inTitle.length + inBody.length + inNote.length > 0 ? [] : besidesOf(article, patterns),
    inNote: inNote.length > 0,
  };
}

function besidesOf({ byline = "", source = "", tags = [] }: Article, patterns: readonly Pattern[]): Piece[] {
  const fields = [["byline", byline], ["source", source], ...tags.map((tag) => ["tags", tag])] as [Scope, string][];
  for (const [scope, words] of fields) {
    const folded = foldWithPlaces(words);
    const spans = spansIn(folded.text, patterns, scope);
    if (spans.length > 0) return cut(words, folded, spans);
  }
  return [];
}

/** A text cut into what is and what is not a hit. */
export function cut(
  original: string,
  { placeOf }: Folded,
  spans: readonly Span[],
  from = 0,
  to = original.length,
): Piece[] {
  const pieces: Piece[] = [];
  let done = from;
  for (const span of spans) {
    const [start, end] = [Math.max(placeOf(span.from), done), Math.min(placeOf(span.to), to)];
    if (end <= start) continue;
    if (start > done) pieces.push({ text: original.slice(done, start), hit: false });
    pieces.push({ text: original.slice(start, end), hit: true });
    done = end;
  }
  if (done < to) pieces.push({ text: original.slice(done, to), hit: false });
  return pieces;
}

/** The piece of a text with the most different things sought; from the beginning of its sentence where that is near. */
function snippetOf(original: string, folded: Folded, spans: readonly Span[]): Piece[] {
  const first = bestSpan(spans);
  const hit = first ? folded.placeOf(first.from) : 0;
  const before = original.slice(Math.max(hit - charactersBefore, 0), hit);
  const sentence = Math.max(before.search(/[^。！？.!?\n]*$/), 0);
  const start = hit - before.length + (before.length < charactersBefore || sentence > 0 ? sentence : 0);
  const end = endOf(original, start);
  const pieces = cut(
    original,
    folded,
    spans.filter(({ from, to }) => folded.placeOf(to) > start && folded.placeOf(from) < end),
    start,
    end,
  );
  return [
    ...(start > 0 ? [ellipsis] : []),
    ...pieces.map(({ text, hit: isHit }) => ({ text: text.replace(/\s+/g, " "), hit: isHit })),
    ...(end < original.length ? [ellipsis] : []),
  ];
}

/** Where a snippet that begins somewhere is wide enough. */
function endOf(original: string, start: number): number {
  let width = 0;
  let end = start;
  while (end < original.length && width < snippetWidth) width += original.charCodeAt(end++) >= 0x2e80 ? 2 : 1;
  return end;
}

/** The hit from which on most different ones stand near, and of such places the closest. */
export function bestSpan(spans: readonly Span[]): Span | undefined {
  let best: Span | undefined;
  let most = -Infinity;
  spans.forEach((span, at) => {
    const kinds = new Set<number>();
    let width = 0;
    for (const other of spans.slice(at, at + mostAround)) {
      if (other.to - span.from > near) break;
      if (!kinds.has(other.which)) width = other.to - span.from;
      kinds.add(other.which);
    }
    const worth = kinds.size * near - width;
    if (worth > most) [best, most] = [span, worth];
  });
  return best;
}
