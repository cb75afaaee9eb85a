/** What receives the tokens of a text, in their order. */
export type TokenSink = {
  /** One character of a Chinese (or Japanese, or Korean) run. */
  single: (code: number) => void;
  /** Two that stand side by side in one run. */
  pair: (first: number, second: number) => void;
  /** A word of letters and digits. */
  word: (word: string) => void;
};

/** A longer word is nobody's word; it counts by its beginning. */
const longestWord = 40;

const separator = 1;
const ideograph = 2;
const letter = 3;

/** The kind of each UTF-16 unit, found out when first met. */
const kinds = new Uint8Array(0x10000);

/**
 * The tokens of a folded text: runs of Chinese characters give each character and each overlapping pair, so that any two
 * characters are found without knowing where words begin; other letters and digits give words.
 */
export function tokenize(folded: string, { single, pair, word }: TokenSink): void {
  let previous = 0; // the ideograph right before, or 0
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    const kind = kinds[code] || kindOf(code);
    if (kind === ideograph) {
      single(code);
      if (previous) pair(previous, code);
      previous = code;
      continue;
    }
    previous = 0;
    if (kind === separator) continue;
    const start = at;
    while (at + 1 < folded.length && wordGoesOn(folded.charCodeAt(at + 1))) at++;
    word(folded.slice(start, Math.min(at + 1, start + longestWord)));
  }
}

/** Whether a character belongs to a Chinese, Japanese or Korean run, for which no spaces part the words. */
export function isIdeograph(code: number): boolean {
  return (kinds[code] || kindOf(code)) === ideograph;
}

/** Whether a character is a letter or a digit of any script. */
export function isWordly(code: number): boolean {
  return (kinds[code] || kindOf(code)) !== separator;
}

function wordGoesOn(code: number): boolean {
  return (kinds[code] || kindOf(code)) === letter;
}

function kindOf(code: number): number {
  const kind = kindAnew(code);
  kinds[code] = kind;
  return kind;
}

function kindAnew(code: number): number {
  const isSurrogate = code >= 0xd800 && code < 0xe000; // the rarest ideographs and emoji: searched as words
  if (isSurrogate) return letter;
  if (!/[\p{L}\p{N}]/u.test(String.fromCharCode(code)))
    return code === 0x3005 || code === 0x3007 ? ideograph : separator;
  const isCjk =
    (code >= 0x3005 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3);
  return isCjk || (code >= 0xf900 && code <= 0xfaff) ? ideograph : letter;
}
