// Draws the table of traditional characters search folds (`src/domain/text/simplified.ts`) from OpenCC's: run it when opencc-js is renewed.
import { writeFileSync } from "node:fs";
import dictionary from "opencc-js/dict/TSCharacters";

const inBig5 = charactersOf("big5", [0xa4, 0xf9], [[0x40, 0x7e], [0xa1, 0xfe]]); // biome-ignore format: one row a range
const inGb2312 = charactersOf("gb18030", [0xb0, 0xf7], [[0xa1, 0xfe]]);
const pairs = dictionary
  .split("|")
  .map((line) => [line.split(" ")[0], [...(line.split(" ")[1] ?? "")][0]])
  .filter(([from, to]) => from !== to && inBig5.has(from) && inGb2312.has(to))
  .sort(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0));

let last = 0x4e00;
let gaps = "";
for (const [from] of pairs) {
  let gap = from.charCodeAt(0) - last;
  for (; gap >= 90; gap -= 90) gaps += "~";
  gaps += String.fromCharCode(0x23 + gap);
  last = from.charCodeAt(0);
}
writeFileSync(
  "src/domain/text/simplified.ts",
  `// Traditional characters and their simplified twins: ${pairs.length} that are in both Big5 and GB 2312, from OpenCC (Apache 2.0). Drawn by scripts/draw-simplified.mjs.

/** How far each traditional character stands from the one before it, from U+4E00 on: a character code less 35; \`~\` is 90 more. */
export const traditionalGaps =
  ${JSON.stringify(gaps)};

/** Their simplified twins, in the same order. */
export const simplifiedTwins =
  "${pairs.map(([, to]) => to).join("")}";
`,
);

function charactersOf(encoding, [first, last], cells) {
  const decoder = new TextDecoder(encoding);
  const found = new Set();
  for (let row = first; row <= last; row++) {
    for (const [from, to] of cells) {
      for (let cell = from; cell <= to; cell++) found.add(decoder.decode(new Uint8Array([row, cell])));
    }
  }
  return found;
}
