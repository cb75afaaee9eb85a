/** A piece of markup cut off between two blocks, and its words. */
type Piece = { markup: string; text: string };

/** A piece has at least so many characters; a slow phone cleans and dresses them in one frame. */
const long = 4000;

/** Before a heading it may end from so many on. */
const short = 2000;

const heading = /^h[1-6]$/;
const tag = /<(\/?)([a-zA-Z][^\s/>]*)(?:[^>"']|"[^"]*"|'[^']*')*>/g;
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/**
 * Cuts markup between its outermost blocks without parsing it, which for a whole book takes too long; undefined where tags
 * do not close one another, as in what no serialiser has written. What a piece holds is as little trusted as the whole.
 */
export function cutMarkup(html: string): Piece[] | undefined {
  if (html.includes("<!")) return undefined;
  const pieces: Piece[] = [];
  let depth = 0;
  let start = 0;
  let length = 0; // of the words since the last cut
  let end = 0; // of the last tag
  for (const { 0: whole, 1: closing, 2: name = "", index } of html.matchAll(tag)) {
    length += index - end;
    if (depth === 0 && !closing && (length >= long || (length >= short && heading.test(name)))) {
      pieces.push(pieceOf(html.slice(start, index)));
      start = index;
      length = 0;
    }
    end = index + whole.length;
    if (empty.test(name) || whole.endsWith("/>")) continue;
    depth += closing ? -1 : 1;
    if (depth < 0) return undefined;
  }
  if (depth !== 0) return undefined;
  pieces.push(pieceOf(html.slice(start)));
  return pieces;
}

function pieceOf(markup: string): Piece {
  return { markup, text: decoded(markup.replace(tag, "")) };
}

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", nbsp: "\u00a0", quot: '"' };

/** What a serialiser writes as entities, as the characters they are. */
function decoded(text: string): string {
  return text.includes("&")
    ? text.replace(/&(lt|gt|amp|nbsp|quot);/g, (_, name: string) => entities[name] ?? "")
    : text;
}
