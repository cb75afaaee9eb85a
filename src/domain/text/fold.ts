import { simplifiedTwins, traditionalGaps } from "./simplified.ts";

/** What each UTF-16 unit is folded to, after NFKC and lower case; 0 is dropped. */
const folded = foldings();

/** Characters that fold one to one whatever stands beside them: all of most Chinese and English texts. */
const plain =
  "\\x00-\\x7f\\u00c0-\\u012f\\u2010-\\u201f\\u3000-\\u3003\\u3005-\\u302f\\u3400-\\u4dbf\\u4e00-\\u9fff\\uff01-\\uff5e";
const runs = new RegExp(`[${plain}]+|[^${plain}]+`, "g");
const clusters = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[\p{M}\uff9e\uff9f]+/gu;

/**
 * Text as search sees it: lower case, full width as half, compatible forms as plain ones (NFKC), traditional characters as
 * simplified, letters without accents, every dash a hyphen, every white space a space, what has no width left out.
 */
export function fold(text: string): string {
  const lower = text.normalize("NFKC").toLowerCase();
  let out = "";
  let done = 0;
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    const to = folded[code] as number;
    if (to === code) continue;
    out += lower.slice(done, at);
    if (to) out += String.fromCharCode(to);
    done = at + 1;
  }
  return done === 0 ? lower : out + lower.slice(done);
}

/** A folded text that knows where each of its characters came from. */
export type Folded = {
  text: string;
  /** The position in the original of a position in the folded text; both count UTF-16 units. */
  placeOf: (position: number) => number;
};

/** `fold`, with the way back to the original. */
export function foldWithPlaces(original: string): Folded {
  const text = fold(original);
  if (text.length === original.length && isPlain(original)) return { text, placeOf: (position) => position };
  const places = new Uint32Array(text.length + 1);
  let to = 0;
  const put = (length: number, from: number, step: number) => {
    for (let at = 0; at < length && to < text.length; at++) places[to++] = from + at * step;
  };
  for (const { 0: run, index } of original.matchAll(runs)) {
    if (isPlain(run)) put(fold(run).length, index, 1);
    else
      for (const { 0: cluster, index: within } of run.matchAll(clusters)) put(fold(cluster).length, index + within, 0);
  }
  places.fill(original.length, to);
  return { text, placeOf: (position) => places[position] ?? original.length };
}

function isPlain(text: string): boolean {
  return !new RegExp(`[^${plain}]|\\u0130`).test(text);
}

function foldings(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let own = 0; own < table.length; own++) table[own] = own;
  let code = 0x4e00;
  let twin = 0;
  for (let at = 0; at < traditionalGaps.length; at++) {
    if (traditionalGaps[at] === "~") code += 90;
    else {
      code += traditionalGaps.charCodeAt(at) - 0x23;
      table[code] = simplifiedTwins.charCodeAt(twin++);
    }
  }
  for (const [from, to] of [
    [0xc0, 0x24f],
    [0x1e00, 0x1eff],
  ] as const) {
    for (let letter = from; letter <= to; letter++) {
      const base = String.fromCharCode(letter).normalize("NFD").charCodeAt(0);
      if (base < 0x80) table[letter] = base;
    }
  }
  const put = (from: number, to: number, value: string | 0) =>
    table.fill(value ? value.charCodeAt(0) : 0, from, to + 1);
  put(0x300, 0x36f, 0); // accents that stand by themselves
  put(0x200b, 0x200f, 0);
  put(0x2060, 0x2064, 0);
  put(0xad, 0xad, 0);
  put(0xfeff, 0xfeff, 0);
  put(0x2010, 0x2015, "-");
  put(0x2212, 0x2212, "-");
  put(0x2018, 0x2019, "'");
  put(0x201c, 0x201d, '"');
  put(0x3c2, 0x3c2, "σ"); // the sigma that ends a word
  put(9, 13, " ");
  put(0x2028, 0x2029, " ");
  return table;
}
