// Draws the table of how characters sound (`src/domain/text/syllables.ts`) from pinyin-pro's: run it when that is renewed.
import { writeFileSync } from "node:fs";
import { pinyin } from "pinyin-pro";

const bytes = Array.from({ length: 72 * 94 }, (_, at) => [0xb0 + Math.floor(at / 94), 0xa1 + (at % 94)]);
const characters = new TextDecoder("gb18030").decode(Uint8Array.from(bytes.flat())).match(/\p{Script=Han}/gu);
const bySyllable = new Map();
for (const character of characters) {
  const readings = pinyin(character, { toneType: "none", type: "array", multiple: true, v: true });
  for (const syllable of new Set(readings.filter((reading) => /^[a-z]+$/.test(reading)))) {
    bySyllable.set(syllable, (bySyllable.get(syllable) ?? "") + character);
  }
}
const lines = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, all]) => syllable + all);
writeFileSync(
  "src/domain/text/syllables.ts",
  `// How the ${characters.length} characters of GB 2312 sound, each reading of each, from pinyin-pro (MIT). Drawn by scripts/draw-syllables.mjs.

/** Each syllable (ü is v) and the characters that can be read so. */
export const syllables =
  "${lines.join(" ")}";
`,
);
