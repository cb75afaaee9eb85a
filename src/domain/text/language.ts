import { onlySimplified, onlyTraditional } from "./characters.ts";

const sampleLength = 8_000;
const letter = /\p{L}/u;
const latinWords = /[a-z]+/giu;
const englishWords = new Set(
  "the of and to in is that it for was with as on be by this are from at have not or an which you were but his they we can".split(
    " ",
  ),
);

/** The language a text is in, told by its characters; the declared one only where they do not say. */
export function languageOf(text: string, declared?: string): string {
  const sample = text.slice(0, sampleLength);
  const { letters, han, kana, hangul, balance } = tally(sample);
  if (letters === 0) return tagOf(declared) ?? "und";
  // A Japanese page is seldom less than a fifth kana; a Chinese one that quotes a name stays far below.
  if (kana > 0.05 * letters && kana > 0.1 * han) return "ja";
  if (hangul > 0.3 * letters) return "ko";
  if (han > 0.3 * letters) return chinese(balance, declared);
  return isEnglish(sample) ? english(declared) : (tagOf(declared) ?? "und");
}

/**
 * Letters by script, in one pass, by their blocks in Unicode; `balance` is how many more characters only simplified
 * writing has than only traditional.
 */
function tally(sample: string): { letters: number; han: number; kana: number; hangul: number; balance: number } {
  const found = { letters: 0, han: 0, kana: 0, hangul: 0, balance: 0 };
  for (let at = 0; at < sample.length; at++) {
    const unit = sample.charCodeAt(at);
    if (unit < 0x80 ? !isAsciiLetter(unit) : !(unit >= 0x4e00 && unit <= 0x9fff) && !letter.test(sample[at] as string))
      continue;
    found.letters++;
    if (unit >= 0x3400 && unit <= 0x9fff) {
      found.han++;
      found.balance += leaning[unit] as number; // as long as there are code units
    } else if (unit >= 0x3040 && unit <= 0x30ff) found.kana++;
    else if (unit >= 0xac00 && unit <= 0xd7a3) found.hangul++;
  }
  return found;
}

/** For each code unit: 1 when only simplified writing has it, -1 when only traditional. */
const leaning = new Int8Array(0x10000);
for (const character of onlySimplified) leaning[character.charCodeAt(0)] = 1;
for (const character of onlyTraditional) leaning[character.charCodeAt(0)] = -1;

function isAsciiLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function chinese(balance: number, declared: string | undefined): string {
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
