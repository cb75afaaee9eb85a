/** Whole runs, so that a long text is not taken apart character by character. */
const characterRuns = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const words = /[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu;
const numeral = /^[\p{N}.-]+$/u;

/** What a practised reader gets through in a minute of each. */
const charactersPerMinute = 400;
const wordsPerMinute = 230;

/**
 * How much there is to read: characters (字, punctuation not counted; kana count as characters) and words of other
 * scripts. A numeral is one of what the text is mostly written in, as word processors have it.
 */
export function countReading(text: string): { han: number; words: number } {
  let han = 0;
  const rest = text.replace(characterRuns, (run) => {
    for (let at = 0; at < run.length; at++) if (!isSecondHalf(run.charCodeAt(at))) han++;
    return " ";
  });
  const all = rest.match(words) ?? [];
  const numerals = all.reduce((sum, word) => sum + (numeral.test(word) ? 1 : 0), 0);
  const spelled = all.length - numerals;
  return han > spelled ? { han: han + numerals, words: spelled } : { han, words: all.length };
}

/** Whole minutes it takes to read so much, never less than one. */
export function readingMinutes(length: { han: number; words: number }): number {
  return Math.max(1, Math.round(length.han / charactersPerMinute + length.words / wordsPerMinute));
}

/** The second code unit of a character beyond U+FFFF. */
function isSecondHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
