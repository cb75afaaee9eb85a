/** A writer's trade or place before or after a name is no part of it. */
const trade =
  /^(?:本报|本刊)?(?:特约|见习|实习)?(?:作者|记者|通讯员|编译|撰文|文|by)[:：\s]+|[（(](?:本报)?记者[）)]$/iu;

/** Chinese names with blanks between them. */
const severalChinese = /^(?:\p{Script=Han}{2,4}\s+)+\p{Script=Han}{2,4}$/u;

/** The people of a byline in order; Chinese names stand apart by blanks too. */
export function authorsOf(byline: string): string[] {
  const names = byline
    .split(/[、，,;；/／&|]|\s+(?:and|和|与)\s+|\s{2,}/u)
    .map((part) => part.trim().replace(trade, "").trim())
    .flatMap((part) => (severalChinese.test(part) ? part.split(/\s+/) : part));
  return names.filter((name) => name !== "" && !/^(?:佚名|未知|不详|anonymous|unknown)$/i.test(name));
}

/** A byline cut into names and what stands between them; all of it, in its order. */
export function namedIn(byline: string): { words: string; author?: string }[] {
  const pieces: { words: string; author?: string }[] = [];
  let done = 0;
  for (const author of authorsOf(byline)) {
    const at = byline.indexOf(author, done);
    if (at < 0) continue;
    if (at > done) pieces.push({ words: byline.slice(done, at) });
    pieces.push({ words: author, author });
    done = at + author.length;
  }
  if (done < byline.length) pieces.push({ words: byline.slice(done) });
  return pieces;
}
