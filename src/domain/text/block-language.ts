import { languageOf } from "./language.ts";

/** A block with fewer Latin letters than this says too little to be of a language of its own: a name, an abbreviation. */
const fewestLetters = 20;

/** A text with this share of Chinese characters among its letters is set as Chinese. */
const chineseFrom = 0.3;

const eastAsian = /^(?:zh|ja|ko)\b/;
const latinLetter = /\p{Script=Latin}/gu;
const ideograph = /\p{Script=Han}/gu;

/** The language of a block where it is not that of the text around it, by what it is written in; else undefined. */
export function ownLanguage(text: string, around: string): string | undefined {
  const characters = text.match(ideograph)?.length ?? 0;
  if (eastAsian.test(around)) {
    if (characters > text.length * chineseFrom) return undefined; // seen at once in most blocks of a Chinese article
    const letters = text.match(latinLetter)?.length ?? 0;
    return letters >= fewestLetters && characters <= chineseFrom * (letters + characters)
      ? languageOf(text)
      : undefined;
  }
  if (characters === 0) return undefined;
  const letters = text.match(latinLetter)?.length ?? 0;
  if (characters <= chineseFrom * (letters + characters)) return undefined;
  const language = languageOf(text);
  return eastAsian.test(language) ? language : undefined;
}
