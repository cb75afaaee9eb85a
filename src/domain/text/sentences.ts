/** A stretch of a text: from its first character to the one after its last. */
export type Stretch = { start: number; end: number };

/** What a voice says in one breath: browsers cut speech off after about fifteen seconds. */
const longest = { han: 80, other: 200 };

const han = /\p{Script=Han}/u;

/** The end of a Chinese sentence, with the quotes and brackets that close after it. */
const chineseEnd = /(?:[。！？!?；]+|…+|\.(?=\s|$)|\n+)[”’」』）】》〉"')\]]*/gu;

/** After a closing quote these go on with the sentence around it: “好。”，他说. */
const goesOn = /^[，、。；：,;:的地得]/u;

/** A full stop after these ends a word, not a sentence; ICU knows nothing of them. */
const abbreviation =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|vs|etc|No|Nos|Fig|Figs|Eq|Vol|Ch|pp?|cf|ca|al|Inc|Ltd|Co|Corp|Gen|Col|Capt|Lt|Rev|Hon|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e|U\.S|U\.K|(?:\p{Lu}\.)*\p{Lu})\.\s*$/u;

/** So many characters before an end tell whether an abbreviation stands there. */
const abbreviationRoom = 24;

/** Where a sentence too long for one breath may be cut, the better places first. */
const breaths = [/[；;：:—][”’」』）"')]*\s*/gu, /[，,、][”’」』）"')]*\s*/gu, /\s+/gu];

/**
 * The sentences of one block of text in order, each no longer than a voice says in one breath (80 字, 200 characters of
 * other scripts) and none empty; white space between them belongs to none.
 */
export function sentencesOf(text: string, language: string): Stretch[] {
  const ends = /^(?:zh|ja)/i.test(language) || han.test(text) ? chineseEnds(text) : otherEnds(text, language);
  const sentences: Stretch[] = [];
  let start = 0;
  for (const end of [...ends, text.length]) {
    sentences.push(...inBreaths(text, start, end));
    start = end;
  }
  return sentences;
}

function chineseEnds(text: string): number[] {
  return [...text.matchAll(chineseEnd)]
    .map((match) => ({ match, end: match.index + match[0].length }))
    .filter(({ match, end }) => {
      const before = text.slice(0, match.index + 1);
      if (match[0].startsWith(".") && abbreviation.test(before)) return false;
      return !(/[”’」』"']$/u.test(match[0]) && goesOn.test(text.slice(end, end + 1)));
    })
    .map(({ end }) => end);
}

function otherEnds(text: string, language: string): number[] {
  const segmenter = new Intl.Segmenter(language === "und" ? "en" : language, { granularity: "sentence" });
  const ends = [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length);
  return ends.filter(
    (end) =>
      !abbreviation.test(text.slice(Math.max(end - abbreviationRoom, 0), end)) && !/^\p{Ll}/u.test(text.slice(end)),
  );
}

/** One sentence, cut where one may breathe when it is too long; without its white space. */
function inBreaths(text: string, from: number, to: number): Stretch[] {
  const pieces: Stretch[] = [];
  let start = from;
  while (start < to) {
    const cut = start + breathLength(text.slice(start, to));
    const piece = trimmed(text, start, cut);
    if (piece) pieces.push(piece);
    start = cut;
  }
  return pieces;
}

/** How much of a sentence goes into one breath: all of it, or up to the last good place before it is too long. */
function breathLength(sentence: string): number {
  const limit = han.test(sentence) ? longest.han : longest.other;
  if (sentence.trim().length <= limit) return sentence.length;
  const room = sentence.slice(0, limit);
  for (const breath of breaths) {
    const last = [...room.matchAll(breath)].at(-1);
    // Too near the beginning it would leave a breath of two words.
    if (last && last.index > limit / 4) return last.index + last[0].length;
  }
  const inPair = /[\uD800-\uDBFF]$/.test(room);
  return inPair ? limit - 1 : limit;
}

function trimmed(text: string, from: number, to: number): Stretch | undefined {
  const piece = text.slice(from, to);
  const start = from + piece.length - piece.trimStart().length;
  const end = from + piece.trimEnd().length;
  return /[\p{L}\p{N}]/u.test(piece) && end > start ? { start, end } : undefined;
}
