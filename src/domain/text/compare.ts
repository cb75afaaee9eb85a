// What changed between two texts of one article: sentence by sentence, and within a changed sentence word by word.
import { diffArrays } from "diff";
import { sentencesOf } from "./sentences.ts";

/** Words that stand in both texts, only in the later, or only in the earlier. */
export type Part = { kind: "same" | "added" | "removed"; text: string };

/** A sentence of either text, or one sentence in both of its forms; `opens` where a paragraph begins with it. */
export type Line = { kind: Part["kind"] | "changed"; parts: Part[]; opens: boolean };

type Sentence = { text: string; bare: string; opens: boolean };

/** Of two sentences at least this share must be alike for them to be one sentence in two forms. */
const alike = 0.45;

/** More edits than this are another text: finding the fewest among them would take seconds and tell nothing. */
const mostEdits = 1500;

/** A sentence is looked for among so many that went from its place: further on it is not the same one. */
const nearest = 8;

/** Longer runs of change are another text too, and nobody reads them word by word. */
const mostPaired = 2000;

/** Compares two texts in a language (BCP 47); their white space does not count. */
export function compareTexts(before: string, after: string, language: string): Line[] {
  const [old, fresh] = [before, after].map((text) => sentencesIn(text, language)) as [Sentence[], Sentence[]];
  const runs = diffArrays(old, fresh, { comparator: (a, b) => a.bare === b.bare, maxEditLength: mostEdits }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: fresh },
  ];
  const words = new Intl.Segmenter(language === "und" ? "en" : language, { granularity: "word" });
  const lines: Line[] = [];
  for (let at = 0; at < runs.length; at++) {
    const { removed, added, value } = runs[at] as (typeof runs)[number];
    const next = runs[at + 1];
    if (removed && next?.added && value.length + next.value.length <= mostPaired) {
      lines.push(...pairUp(value, next.value, words));
      at++;
    } else lines.push(...value.map((one) => whole(one, removed ? "removed" : added ? "added" : "same")));
  }
  return lines;
}

/** Sentences of all blocks in order; together they hold every word of the text. */
function sentencesIn(text: string, language: string): Sentence[] {
  return text.split(/\n+/).flatMap((block) => {
    const starts = sentencesOf(block, language).map(({ start }) => start);
    if (starts.length === 0) starts.push(0);
    starts[0] = 0;
    return starts
      .map((start, at) => ({ text: block.slice(start, starts[at + 1]).trim(), opens: at === 0 }))
      .filter((sentence) => sentence.text !== "")
      .map((sentence) => ({ ...sentence, bare: sentence.text.replace(/\s+/g, "") }));
  });
}

/** Sentences that went and sentences that came in their place: those alike are one in two forms, in the order of both texts. */
function pairUp(old: readonly Sentence[], fresh: readonly Sentence[], words: Intl.Segmenter): Line[] {
  const lines: Line[] = [];
  let next = 0;
  for (const came of fresh) {
    let changed: Line | undefined;
    for (let at = next; at < Math.min(old.length, next + nearest) && !changed; at++) {
      changed = changedLine(old[at] as Sentence, came, words);
      if (!changed) continue;
      lines.push(...old.slice(next, at).map((gone) => whole(gone, "removed")));
      next = at + 1;
    }
    lines.push(changed ?? whole(came, "added"));
  }
  return [...lines, ...old.slice(next).map((gone) => whole(gone, "removed"))];
}

function changedLine(gone: Sentence, came: Sentence, words: Intl.Segmenter): Line | undefined {
  const shorter = Math.min(gone.bare.length, came.bare.length);
  if (shorter < alike * Math.max(gone.bare.length, came.bare.length)) return undefined;
  const split = ({ text }: Sentence) => Array.from(words.segment(text), ({ segment }) => segment);
  const parts = diffArrays(split(gone), split(came)).map(
    ({ removed, added, value }): Part => ({
      kind: removed ? "removed" : added ? "added" : "same",
      text: value.join(""),
    }),
  );
  const same = parts.reduce((sum, { kind, text }) => sum + (kind === "same" ? text.replace(/\s+/g, "").length : 0), 0);
  const share = (2 * same) / (gone.bare.length + came.bare.length);
  return share >= alike ? { kind: "changed", parts, opens: came.opens } : undefined;
}

function whole({ text, opens }: Sentence, kind: Part["kind"]): Line {
  return { kind, parts: [{ kind, text }], opens };
}
