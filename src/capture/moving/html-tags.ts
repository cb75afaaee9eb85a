/**
 * A tolerant reader of the flat HTML that bookmarks are exchanged in: a tag and the words after it, one after another.
 * No DOM, because a real collection has more elements than a page may have, and lists may be as deep as they like.
 */
export type Tag = {
  /** In small letters, with a slash in front when it closes. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** The words up to the next tag. */
  after: string;
};

/** The tags of a document in the order they stand in; ends where a tag or comment never closes. */
export function* tagsIn(html: string): Generator<Tag> {
  const opening = /<(?:!--|\/?[a-z][a-z\d]*)/gi;
  let tag: Omit<Tag, "after"> | undefined;
  let end = 0;
  for (let found = opening.exec(html); found; found = opening.exec(html)) {
    if (tag) yield { ...tag, after: decoded(html.slice(end, found.index)) };
    const isComment = found[0] === "<!--";
    const close = isComment ? html.indexOf("-->", opening.lastIndex) : closeOf(html, opening.lastIndex);
    if (close < 0) return;
    tag = isComment
      ? undefined
      : { name: found[0].slice(1).toLowerCase(), attributes: attributesOf(html.slice(opening.lastIndex, close)) };
    end = close + (isComment ? 3 : 1);
    opening.lastIndex = end;
  }
  if (tag) yield { ...tag, after: decoded(html.slice(end)) };
}

/** Where a tag ends: at the first `>` that is not in a quoted value. */
function closeOf(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const character = html[at];
    if (character === ">") return at;
    if (character !== "=") continue;
    while (/\s/.test(html[at + 1] ?? "")) at++;
    const quote = html[at + 1];
    const end = quote === '"' || quote === "'" ? html.indexOf(quote, at + 2) : -1;
    if (end >= 0) at = end;
  }
  return -1;
}

function attributesOf(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const match of source.matchAll(/([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)) {
    const name = (match[1] ?? "").toLowerCase();
    if (!attributes.has(name)) attributes.set(name, decoded(match[2] ?? match[3] ?? match[4] ?? ""));
  }
  return attributes;
}

const named: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
]);

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (_, decimal?: string, hex?: string, name = "") =>
      named.get(name.toLowerCase()) ?? character(decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16)),
  );
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
}
