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
