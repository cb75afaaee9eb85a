import { commonSimplified, commonTraditional } from "./characters.ts";

const sampleLength = 60_000;

/** The common characters a text in the right encoding has at the least, as a share of its Chinese ones. */
const enoughCommon = 0.12;
/** Measured: pairs of a Chinese page lie in the first level of GB 2312 far more often than those of anything else. */
const enoughFirstLevel = 0.6;

/** The likeliest encoding of bytes that are not valid UTF-8 and have no label worth believing. */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleLength);
  if (isDamagedUtf8(sample)) return "utf-8";
  const neighbour = neighbours.find(({ encoding, common, share }) => shareOf(sample, encoding, common) >= share);
  if (neighbour) return neighbour.encoding;
  const simplified = likeness(sample, "gb18030", commonSimplified);
  const traditional = likeness(sample, "big5", commonTraditional);
  if (Math.max(simplified, traditional) >= enoughCommon) return simplified >= traditional ? "gb18030" : "big5";
  return firstLevelShare(sample) > enoughFirstLevel ? "gb18030" : "windows-1252";
}

/** Scripts told by their commonest characters: kana in Japanese, a few syllables that end Korean words. */
const neighbours = [
  { encoding: "shift_jis", common: /[\u3041-\u3093]/g, share: 0.2 },
  { encoding: "euc-jp", common: /[\u3041-\u3093]/g, share: 0.2 },
  { encoding: "euc-kr", common: /[이다는에가을의고하지도로서은를한기사어자]/g, share: 0.2 },
];

/** The share such characters have in a text of that encoding; none where it breaks. */
function shareOf(bytes: Uint8Array, encoding: string, common: RegExp): number {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  const all = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  return all === 0 || broken * 100 > all ? 0 : (text.match(common)?.length ?? 0) / all;
}

/** A few bad bytes in a page that is UTF-8 everywhere else: ten whole characters for every broken one. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes, { stream: true });
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return whole >= 10 * broken && whole > 0;
}

function likeness(bytes: Uint8Array, encoding: string, common: Set<string>): number {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  let known = 0;
  let all = 0;
  for (const character of text) {
    if (character < "\u0080") continue;
    // Chinese punctuation counts neither for nor against; a broken or private character counts ten times against.
    if (character === "\uFFFD" || (character >= "\uE000" && character <= "\uF8FF")) all += 10;
    else if (/\p{Script=Han}/u.test(character)) {
      all++;
      if (common.has(character)) known++;
    }
  }
  return all === 0 ? 0 : known / all;
}

function firstLevelShare(bytes: Uint8Array): number {
  let high = 0;
  let first = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    high++;
    const trail = bytes[at + 1] ?? 0;
    if (trail < 0xa1) continue;
    at++;
    // Punctuation of the first row is as good a witness as a character.
    if ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3) first++;
  }
  return high === 0 ? 0 : first / high;
}
