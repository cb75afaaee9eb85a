/** Words so common that they say nothing of what an article is about; rarer ones are weighed by how many articles have them. */
const idle = new Set(
  (
    "the and for that this with from have has had was were are not but you your they their there which when what will would " +
    "can could should than then them its his her our out into over about after also more most some such only other been " +
    "who how why all any one two may might said says just like very much many because while where these those being do does did"
  ).split(" "),
);

/** A word counts more where it stands in the title. */
const titleWeight = 4;

/** The most words of one article that are looked at; the rest hardly weighs. */
const mostTerms = 60;

/** As much of a text as tells what it is about, in characters. */
const enough = 20_000;

/**
 * What an article is about: its words (Chinese of two characters and more, others of three letters and more, in small
 * letters) and how much of it each makes up; the words are those of `Intl.Segmenter`.
 */
export function keyTerms(title: string, text: string, lang: string): ReadonlyMap<string, number> {
  const segmenter = new Intl.Segmenter(lang === "und" ? undefined : lang, { granularity: "word" });
  const counts = new Map<string, number>();
  const add = (words: string, weight: number) => {
    for (const { segment, isWordLike } of segmenter.segment(words)) {
      const term = isWordLike ? segment.toLowerCase() : "";
      if (isTelling(term)) counts.set(term, (counts.get(term) ?? 0) + weight);
    }
  };
  add(title, titleWeight);
  add(text.slice(0, enough), 1);
  const ranked = [...counts].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1)).slice(0, mostTerms);
  // A word said ten times is not ten times as telling (sublinear term frequency, Manning et al. 2008, 6.4.1).
  return new Map(ranked.map(([term, count]) => [term, 1 + Math.log(count)]));
}

function isTelling(term: string): boolean {
  if (/\p{Script=Han}/u.test(term)) return term.length >= 2;
  return term.length >= 3 && /\p{L}/u.test(term) && !idle.has(term);
}
