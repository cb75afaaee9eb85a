import { onlySimplified, onlyTraditional } from "./characters.ts";

const sampleLength = 20_000;
const han = /\p{Script=Han}/gu;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const hangul = /\p{Script=Hangul}/gu;
const letters = /\p{L}/gu;
const latinWords = /[a-z]+/giu;
const englishWords = new Set(
  "the of and to in is that it for was with as on be by this are from at have not or an which you were but his they we can".split(
    " ",
  ),
);

/** The language a text is in, told by its characters; the declared one only where they do not say. */
export function languageOf(text: string, declared?: string): string {
  const sample = text.slice(0, sampleLength);
  const all = count(sample, letters);
  if (all === 0) return tagOf(declared) ?? "und";
  const ideographs = count(sample, han);
  const syllables = count(sample, kana);
  // A Japanese page is seldom less than a fifth kana; a Chinese one that quotes a name stays far below.
  if (syllables > 0.05 * all && syllables > 0.1 * ideographs) return "ja";
  if (count(sample, hangul) > 0.3 * all) return "ko";
  if (ideographs > 0.3 * all) return chinese(sample, declared);
  return isEnglish(sample) ? english(declared) : (tagOf(declared) ?? "und");
}

function chinese(sample: string, declared: string | undefined): string {
  let balance = 0;
  for (const character of sample) {
    if (onlySimplified.has(character)) balance++;
    else if (onlyTraditional.has(character)) balance--;
  }
  if (balance !== 0) return balance > 0 ? "zh-Hans" : "zh-Hant";
  return /^zh\b.*\b(?:hant|tw|hk|mo)\b/i.test((declared ?? "").replaceAll("_", "-")) ? "zh-Hant" : "zh-Hans";
}

function isEnglish(sample: string): boolean {
  const words = sample.toLowerCase().match(latinWords) ?? [];
  const known = words.reduce((sum, word) => sum + (englishWords.has(word) ? 1 : 0), 0);
  return words.length > 0 && known >= 2 && known / words.length > 0.15;
}

/** A page that says which English it is in is believed: it decides hyphenation and the voice that reads aloud. */
function english(declared: string | undefined): string {
  const tag = tagOf(declared);
  return tag?.startsWith("en") ? tag : "en";
}

function tagOf(declared: string | undefined): string | undefined {
  const tag = declared?.trim().replaceAll("_", "-") ?? "";
  // What the characters have already ruled out is not believed: templates are copied, their `lang` with them.
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) || /^(?:zh|ja|ko)\b/i.test(tag)) return undefined;
  return Intl.getCanonicalLocales(tag)[0];
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
