import { fold } from "#domain/text/fold.ts";
import { textRuns } from "./reading-place.ts";
import { keptText, shownIndex } from "./shown-text.ts";

/** The name under which found words are painted; `reader-screen.css` says how. */
const painted = "search-hit";

/** More than anyone looks at; a word on every line would only cost time. */
const mostPainted = 500;

/** Paints every place of a query's words in a body, and gives the offset of the first; undefined where there is none. */
export function paintHits(body: HTMLElement, query: string): number | undefined {
  const phrase = fold(query.trim());
  const words = phrase.split(/\s+/).filter(Boolean);
  const ranges: Range[] = [];
  let first: number | undefined;
  for (const { node, start } of textRuns(body)) {
    const text = fold(keptText(node)); // what was searched is what is kept
    for (const word of text.includes(phrase) ? [phrase] : words) {
      for (
        let at = text.indexOf(word);
        at >= 0 && ranges.length < mostPainted;
        at = text.indexOf(word, at + word.length)
      ) {
        const range = new Range();
        range.setStart(node, shownIndex(node, at));
        range.setEnd(node, shownIndex(node, at + word.length));
        ranges.push(range);
        first = Math.min(first ?? start + at, start + at);
      }
    }
  }
  if (CSS.highlights) CSS.highlights.set(painted, new Highlight(...ranges));
  return first;
}

/** Takes the paint away again. */
export function clearHits(): void {
  CSS.highlights?.delete(painted);
}
