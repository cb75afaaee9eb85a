/** Bytes of a name in UTF-8, without its ending: with a number and an ending it fits every file system, and a path on Windows. */
const longestName = 150;

/** Names Windows keeps for its devices, with whatever ending. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * A title as the name of a file, without its ending, safe on Windows, macOS, Linux and Android; Chinese and other scripts
 * stay. `otherwise` is the name of what has no sign a name can have.
 */
export function fileName(title: string, otherwise: string): string {
  const plain = title
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\ufffd]/gu, " ")
    .replace(/[\\/:*?"<>|]+/g, "-")
    .replace(/\s+/g, " ");
  const name = cut(plain.replace(/^[ .~-]+/, "")).replace(/[ .-]+$/, "");
  if (name === "") return otherwise;
  return reserved.test(name.split(".")[0]?.trim() ?? "") ? `_${name}` : name;
}

/** Gives each name once, whatever its case and the form of its accents: a second one gets a number. */
export function distinctNames(): (name: string) => string {
  const given = new Set<string>();
  const next = new Map<string, number>();
  return (name) => {
    const key = name.normalize("NFC").toLowerCase();
    let count = next.get(key) ?? 1;
    let distinct = name;
    while (given.has(distinct.normalize("NFC").toLowerCase())) distinct = `${name} (${++count})`;
    next.set(key, count);
    given.add(distinct.normalize("NFC").toLowerCase());
    return distinct;
  };
}

/** The beginning that fits, cut between whole characters. */
function cut(name: string): string {
  let bytes = 0;
  let end = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(name)) {
    bytes += new TextEncoder().encode(segment).length;
    if (bytes > longestName) break;
    end += segment.length;
  }
  return name.slice(0, end);
}
