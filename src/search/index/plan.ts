// What a query asks of the index: which terms to look up, and what each is worth where.
import { fold } from "#domain/text/fold.ts";
import { tokenize } from "#domain/text/tokenize.ts";
import type { Query, Scope, Wanted } from "#search/query.ts";
import type { Range } from "./reader.ts";
import { afterMarks, codeTerm, longestBeginning, mark, term, valueTerm } from "./term.ts";

/** Terms to look up, and what one of them is worth: 0 when it is not meant. */
export type Leaf = { range: Range; weigh: (term: string) => number };

/** One thing sought: any of its groups, of a group all leaves. Where nothing has it, what `else` asks. */
export type Unit = { groups: Leaf[][]; wanted: Wanted; else?: Unit };

/** A query as units: all wanted if that can be, all required, none of the unwanted. */
export type Plan = { wanted: Unit[]; required: Unit[]; unwanted: Unit[] };

/** What a word in a field is worth beside one in the text. */
const fieldWeights: Readonly<Record<string, number>> = {
  [mark.title]: 5,
  [mark.tags]: 3,
  [mark.byline]: 3,
  [mark.source]: 2,
  [mark.note]: 2,
};

/** What the beginning of a word is worth beside a whole one, and a word set right beside one as it was typed. */
const beginningWeight = 0.5;
const likeWeight = 0.6;

/** Sorts after every term that begins with what it follows. */
const afterBeginnings = "\xff\xff";

/** The terms of a query. The last word is taken for a beginning, for it may still be being typed. */
export function planOf(query: Query): Plan {
  const last = query.wanted.at(-1);
  const units = (all: readonly Wanted[]) =>
    all.map((wanted) => unitOf(wanted, wanted === last && !wanted.exact)).filter(({ groups }) => groups.length > 0);
  // A tag is meant as it is written; one nobody has may still be being typed.
  const tags = query.tags.map((tag) => ({ ...valueUnit("tag", tag, "whole"), else: valueUnit("tag", tag) }));
  const sites = query.sites.map((site) => {
    const bySource = unitOf({ words: site, exact: true, scope: "source" }, true).groups;
    return { ...valueUnit("site", site), groups: [...valueUnit("site", site).groups, ...bySource] };
  });
  return { wanted: units(query.wanted), required: [...tags, ...sites], unwanted: units(query.unwanted) };
}

/** The terms of a word, in one field or all. */
function wordLeaf(word: string, scope?: Scope, isBeginning = false): Leaf {
  const base = term(word);
  // Beginnings of up to three letters are terms of their own, but not for each field: there only a whole word counts.
  const ranges = isBeginning && word.length > longestBeginning;
  return {
    range: [base, base + (ranges ? afterBeginnings : afterMarks)],
    weigh: (found) => {
      const end = found.at(-1) ?? "";
      const isMarked = end < afterMarks;
      if (end === mark.begins) return isBeginning && !scope && found.length === base.length + 1 ? beginningWeight : 0;
      if (scope && end !== mark[scope]) return 0;
      const isWhole = found.length - (isMarked ? 1 : 0) === base.length;
      if (!isWhole && !isBeginning) return 0;
      return (isMarked ? (fieldWeights[end] ?? 1) : 1) * (isWhole ? 1 : beginningWeight);
    },
  };
}

/** A leaf for a word set right. */
export function likeLeaf(word: string, scope?: Scope): Leaf {
  const { range, weigh } = wordLeaf(word, scope);
  return { range, weigh: (found) => weigh(found) * likeWeight };
}

function unitOf(wanted: Wanted, isTyping: boolean): Unit {
  const { words, scope, standard } = wanted;
  if (!standard) return { groups: groupOf(words, scope, isTyping), wanted };
  // As the texts were understood; word for word, where a number could not be told from what stands around it; and run together.
  const normal = fold(standard);
  const together = normal.replace(/[^a-z\d]/g, "");
  return { groups: [[codeLeaf(normal, isTyping)], ...groupOf(normal, scope, isTyping), [wordLeaf(together)]], wanted };
}

/** The terms of words, all of which must be there; no group when there are none. */
function groupOf(words: string, scope: Scope | undefined, isTyping: boolean): Leaf[][] {
  const leaves: Leaf[] = [];
  const singles: number[] = [];
  const inPair: boolean[] = [];
  const plainWords: string[] = [];
  tokenize(words, {
    single: (code) => singles.push(code),
    pair: (first, second) => {
      inPair[singles.length - 2] = true;
      inPair[singles.length - 1] = true;
      leaves.push(wordLeaf(String.fromCharCode(first, second), scope));
    },
    word: (word) => plainWords.push(word),
  });
  singles.forEach((code, at) => {
    if (!inPair[at]) leaves.push(wordLeaf(String.fromCharCode(code), scope));
  });
  plainWords.forEach((word, at) => {
    leaves.push(wordLeaf(word, scope, at === plainWords.length - 1 && isTyping && words.endsWith(word)));
  });
  return leaves.length > 0 ? [leaves] : [];
}

/** A standard's number: with its year or any, and while it is typed any that begins so. */
function codeLeaf(normal: string, isTyping: boolean): Leaf {
  const base = codeTerm(normal);
  return {
    range: [base, base + afterBeginnings],
    weigh: (found) => {
      const next = found[base.length];
      if (next === undefined) return 6;
      return next === "-" || next === ":" ? 4 : isTyping ? 1 : 0;
    },
  };
}

function valueUnit(kind: "tag" | "site", value: string, how: "whole" | "beginning" = "beginning"): Unit {
  const base = valueTerm(kind, value);
  const leaf: Leaf = {
    range: [base, base + (how === "whole" ? afterMarks : afterBeginnings)],
    weigh: (found) => (found.length === base.length ? 1 : how === "whole" ? 0 : 0.5),
  };
  return { groups: [[leaf]], wanted: { words: value, exact: true } };
}
