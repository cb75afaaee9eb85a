/** Marks that may not begin a line (clreq 3.1.3, prohibition rules for line start). */
const neverFirst = /^[\p{Pe}\p{Pf}、，。．：；！？…—～·,.:;!?%％’”]/u;

/** Marks that may not end a line (clreq 3.1.3, prohibition rules for line end). */
const neverLast = /[\p{Ps}\p{Pi}“‘]$/u;

/**
 * A title cut where a line may end: between words of the language, never inside one, and never
 * leaving a mark on the wrong side of the cut. Joined, the pieces are the title again.
 */
export function headlinePieces(title: string, language: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of new Intl.Segmenter(language === "und" ? "zh" : language, { granularity: "word" }).segment(
    title,
  )) {
    const last = pieces.at(-1);
    if (last !== undefined && (neverFirst.test(segment) || neverLast.test(last)))
      pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}
