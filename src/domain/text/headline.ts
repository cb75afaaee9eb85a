/** Marks that may not begin a line (clreq 3.1.3, prohibition rules for line start). */
const neverFirst = /^[\p{Pe}\p{Pf}、，。．：；！？…—～·,.:;!?%％’”]/u;

/** Marks that may not end a line (clreq 3.1.3, prohibition rules for line end). */
const neverLast = /[\p{Ps}\p{Pi}“‘]$/u;

// Dictionaries cut 检疫员 into 检疫|员 and 集装箱 into 集|装|箱: what they leave as single characters is put together again.
const single = /^\p{Script=Han}$/u;
const suffix =
  /^[者员家人们年月日号级型式化性率度界站区县市省局部厂院馆店会学法论费税权证单表机车船线路网里内外上下中后的了着过吗呢吧]$/u;
const prefix = /^[第老小非超反可]$/u;
const ownWord = /^[和与及或在是把被让从向对为以而]$/u;
const numeral = /^[〇零一二三四五六七八九十百千万亿\d]+$/u;
const dateWord = /^[年月日号]/u;
const takesSuffix = /[\p{Script=Han}\d]$/u;

/** A longer piece would leave a narrow title too few places to break. */
const longestPiece = 6;

/** Single characters in a row are taken to be a word of at most so many. */
const longestRun = 4;

/**
 * A title cut where a line may end: between words of the language, never inside one, and never
 * leaving a mark on the wrong side of the cut. Joined, the pieces are the title again.
 */
export function headlinePieces(title: string, language: string): string[] {
  const segmenter = segmenterOf(language === "und" ? "zh" : language);
  const pieces: string[] = [];
  for (const word of joinSingles([...segmenter.segment(title)].map(({ segment }) => segment))) {
    const last = pieces.at(-1);
    if (last !== undefined && (neverFirst.test(word) || neverLast.test(last))) pieces[pieces.length - 1] = last + word;
    else pieces.push(word);
  }
  return pieces;
}

const segmenters = new Map<string, Intl.Segmenter>(); // making one costs as much as cutting ten titles

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, known);
  return known;
}

function joinSingles(words: string[]): string[] {
  const joined: string[] = [];
  const run: string[] = [];
  const endRun = () => {
    const length = Math.ceil(run.length / Math.ceil(run.length / longestRun)); // 5 are 3 and 2, not 4 and 1
    while (run.length > 0) joined.push(run.splice(0, length).join(""));
  };
  for (const word of words) {
    const last = joined.at(-1) ?? "";
    if (run.length === 0 && belongsTo(last, word)) joined[joined.length - 1] = last + word;
    else if (single.test(word) && !ownWord.test(word) && !numeral.test(word)) run.push(word);
    else {
      const head = prefix.test(run.at(-1) ?? "") && word.length < longestPiece && takesSuffix.test(word);
      const before = head ? run.pop() : "";
      endRun();
      joined.push(before + word);
    }
  }
  endRun();
  return joined;
}

/** Whether a word only ends the one before it: a suffix, the rest of a number, or what a number counts. */
function belongsTo(last: string, word: string): boolean {
  if (last.length + word.length > longestPiece || !takesSuffix.test(last)) return false;
  if (ownWord.test(last) || ownWord.test(word)) return false;
  return suffix.test(word) || (numeral.test(last) && (numeral.test(word) || dateWord.test(word) || single.test(word)));
}
