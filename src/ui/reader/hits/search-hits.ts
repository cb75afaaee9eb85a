import { foldWithPlaces } from "#domain/text/fold.ts";
import { bestSpan } from "#search/hit.ts";
import { loosePatternsOf, type Pattern, patternsOf, type Span, spansIn } from "#search/patterns.ts";
import { parseQuery } from "#search/query.ts";
import { textRuns } from "#ui/reader/place/reading-place.ts";
import { keptText, shownIndex } from "#ui/reader/place/shown-text.ts";

/** The names under which found words are painted, and the one that is shown now; `reader-screen.css` says how. */
const painted = { all: "search-hit", now: "search-hit-now" };

/** More than anyone looks at; a word on every line would only cost time. */
const mostPainted = 500;

/** What a phrase may run through, but not across. */
const blocks = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, blockquote, pre, figcaption, div";

/** Every place of what was sought in a body. */
export type Hits = {
  count: number;
  /** The place with most of what was sought around it: the one the result showed. */
  best: number;
  /** Characters of the article's text before that place. */
  bestOffset: number;
  /** Paints one of them as the one that is shown, and gives the characters of the article's text before it. */
  show: (index: number) => number;
};

/** Paints every place of a query in a body; undefined where there is none. */
export function paintHits(body: HTMLElement, query: string): Hits | undefined {
  const parsed = parseQuery(query);
  const found = placesIn(body, patternsOf(parsed));
  const places = found.length > 0 ? found : placesIn(body, loosePatternsOf(parsed));
  if (places.length === 0) return undefined;
  const spans = places.map(({ offset, length, which }) => ({ from: offset, to: offset + length, which }));
  const best = Math.max(spans.indexOf(bestSpan(spans) as Span), 0);
  const ranges = places.map(({ range }) => range);
  CSS.highlights?.set(painted.all, new Highlight(...ranges));
  return {
    count: ranges.length,
    best,
    bestOffset: places[best]?.offset ?? 0,
    show(index) {
      const range = ranges[index] as Range;
      const highlight = CSS.highlights && new Highlight(range);
      if (highlight) {
        highlight.priority = 1;
        CSS.highlights.set(painted.now, highlight);
      }
      return places[index]?.offset ?? 0;
    },
  };
}

/** Takes the paint away again. */
export function clearHits(): void {
  CSS.highlights?.delete(painted.all);
  CSS.highlights?.delete(painted.now);
}

type Place = { range: Range; offset: number; length: number; which: number };

function placesIn(body: HTMLElement, patterns: readonly Pattern[]): Place[] {
  const places: Place[] = [];
  if (patterns.length === 0) return places;
  for (const runs of runsByBlock(body)) {
    const text = runs.map(({ node }) => keptText(node)).join("");
    const folded = foldWithPlaces(text);
    for (const { from, to, which } of spansIn(folded.text, patterns.map(everywhere))) {
      if (places.length === mostPainted) return places;
      const [start, end] = [folded.placeOf(from), folded.placeOf(to)];
      const range = new Range();
      const first = at(runs, start);
      const last = at(runs, end - 1);
      range.setStart(first.node, shownIndex(first.node, first.within));
      range.setEnd(last.node, shownIndex(last.node, last.within + 1));
      places.push({ range, offset: first.start + first.within, length: end - start, which });
    }
  }
  return places;
}

type Run = ReturnType<typeof textRuns>[number];

/** The pieces of text of each block: words that tags part are one word, words of two paragraphs are not. */
function runsByBlock(body: HTMLElement): Run[][] {
  const groups: Run[][] = [];
  let last: Element | null | undefined;
  for (const run of textRuns(body)) {
    const block = run.node.parentElement?.closest(blocks);
    if (block === last) groups.at(-1)?.push(run);
    else groups.push([run]);
    last = block;
  }
  return groups;
}

/** The piece that holds a character of a block's text, and where in it. */
function at(runs: readonly Run[], position: number): { node: Text; within: number; start: number } {
  let left = position;
  for (const { node, start } of runs) {
    const { length } = keptText(node);
    if (left < length) return { node, within: left, start };
    left -= length;
  }
  const { node, start } = runs.at(-1) as Run;
  return { node, within: Math.max(keptText(node).length - 1, 0), start };
}

/** What was sought in a title or a tag is worth seeing in the text too. */
function everywhere(pattern: Pattern): Pattern {
  return { ...pattern, scope: undefined };
}
