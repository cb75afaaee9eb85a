const characters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const words = /[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu;

/** What a practised reader gets through in a minute of each. */
const charactersPerMinute = 400;
const wordsPerMinute = 230;

/** How much there is to read: characters (字, punctuation not counted; kana count as characters) and words of other scripts. */
export function countReading(text: string): { han: number; words: number } {
  let han = 0;
  const rest = text.replace(characters, () => {
    han++;
    return " ";
  });
  return { han, words: rest.match(words)?.length ?? 0 };
}

/** Whole minutes it takes to read so much, never less than one. */
export function readingMinutes(length: { han: number; words: number }): number {
  return Math.max(1, Math.round(length.han / charactersPerMinute + length.words / wordsPerMinute));
}
