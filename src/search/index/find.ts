import type { Entry } from "./block.ts";
import { all, among, both, either, type Matches, only, rarityOf, scoreByRarity, sumEntries } from "./matches.ts";
import type { Snapshot } from "./open-index.ts";
import { type Leaf, likeLeaf, type Plan, type Unit } from "./plan.ts";
import { type Candidate, rank } from "./rank.ts";
import { entriesOf, latinWordsOf, type Reader } from "./reader.ts";
import { hasBit } from "./segment.ts";
import { wordsLike } from "./words.ts";

/**
 * What was found: `exact` has every word; `like` has them with words set right; `part` has some of them, because no document
 * has all. `total` counts before phrases are looked for in the texts.
 */
export type Found = {
  kind: "exact" | "like" | "part";
  candidates: Candidate[];
  total: number;
  /** What mistyped words were taken for. */
  likes: ReadonlyMap<string, readonly string[]>;
};

export type FindOptions = {
  /** How many candidates to give. */
  limit: number;
  /** Days since 1970, the first and the one after the last. */
  days?: readonly [from: number, before: number];
  /** Sets of hashes of ids, in each of which a document must be. */
  among?: ReadonlySet<number>[];
};

/** A share of the words, by how much they say, below which a document is not worth showing. */
const leastShare = 0.5;

/** A word that fewer documents have than this may be a mistyped one, if one like it is in this many times more. */
const rare = 3;
const muchMore = 20;

/** The documents that match a plan, best first. Throws DamagedIndex. */
export async function find(index: Snapshot, plan: Plan, options: FindOptions): Promise<Found> {
  const { readers } = index;
  const evaluated = await evaluate(index, [...plan.wanted, ...plan.required, ...plan.unwanted]);
  const wanted = evaluated.splice(0, plan.wanted.length);
  const required = await Promise.all(
    evaluated.splice(0, plan.required.length).map((matches, at) => orElse(index, matches, plan.required[at] as Unit)),
  );
  const allowed = allowedBy(readers, required, evaluated, options);
  const strict = readers.map((reader, at) =>
    allowed(at, wanted.length ? wanted.map((unit) => unit[at] as Matches).reduce(both) : all(reader)),
  );
  if (count(strict) === 0 && wanted.length > 0)
    return ranked(index, plan, await relax(index, plan, wanted, allowed), options);
  return ranked(index, plan, { kind: "exact", matches: strict, likes: new Map() }, options);
}

async function ranked(index: Snapshot, plan: Plan, { matches, ...how }: Loose, { limit }: FindOptions): Promise<Found> {
  return { ...how, candidates: await rank(index, plan, matches, limit), total: count(matches) };
}

type Loose = Pick<Found, "kind" | "likes"> & { matches: Matches[] };

/** No document has every word: words are set right, and then some may be missing. */
async function relax(
  index: Snapshot,
  plan: Plan,
  wanted: readonly Matches[][],
  allowed: (at: number, matches: Matches) => Matches,
): Promise<Loose> {
  const { readers } = index;
  const likes = new Map<string, readonly string[]>();
  const corrected = await Promise.all(
    plan.wanted.map((unit, at) => correct(index, unit, wanted[at] as Matches[], likes)),
  );
  const like = readers.map((_, at) => allowed(at, corrected.map((unit) => unit[at] as Matches).reduce(both)));
  if (count(like) > 0) return { kind: "like", matches: like, likes };
  const pieces = plan.wanted.flatMap((unit, at) =>
    unit.wanted.exact ? [] : piecesOf(unit, corrected[at] as Matches[]),
  );
  if (pieces.length === 0) return { kind: "exact", matches: like, likes };
  const exact = corrected.filter((_, at) => plan.wanted[at]?.wanted.exact);
  const evaluated = await Promise.all(
    pieces.map((piece) => ("groups" in piece ? evaluateOne(index, piece) : piece.matches)),
  );
  const least = evaluated.reduce((sum, piece) => sum + highestScore(piece), 0) * leastShare;
  const some = readers.map((_, at) => {
    const joined = [...evaluated, ...exact].map((unit) => unit[at] as Matches).reduce((a, b) => either(a, b, plus));
    const mustHave = exact.map((unit) => among(unit[at] as Matches));
    const scores = new Map(Array.from(joined.ordinals, (ordinal, i) => [ordinal, joined.scores[i] as number]));
    return allowed(
      at,
      only(joined, (ordinal) => (scores.get(ordinal) as number) >= least && mustHave.every((has) => has(ordinal))),
    );
  });
  return { kind: "part", matches: some, likes };
}

/** What matches a unit, or what it asks for where no document that stands has it. */
async function orElse(index: Snapshot, matches: Matches[], unit: Unit): Promise<Matches[]> {
  const isThere = index.readers.some(({ dead }, at) => matches[at]?.ordinals.some((ordinal) => !hasBit(dead, ordinal)));
  return isThere || !unit.else ? matches : evaluateOne(index, unit.else);
}

/** What of a unit may be found by itself: each of its terms, or all of it where words were set right. */
function piecesOf({ groups, wanted }: Unit, corrected: Matches[]): (Unit | { matches: Matches[] })[] {
  const leaves = groups.at(-1) ?? [];
  return leaves.length > 1 ? leaves.map((leaf) => ({ groups: [[leaf]], wanted })) : [{ matches: corrected }];
}

async function evaluateOne(index: Snapshot, unit: Unit): Promise<Matches[]> {
  const [matches = []] = await evaluate(index, [unit]);
  return matches;
}

function highestScore(matches: readonly Matches[]): number {
  return matches.reduce((most, { scores }) => scores.reduce((a, b) => Math.max(a, b), most), 0);
}

function plus(a: number, b: number): number {
  return a + b;
}

/** A unit with its Latin words set right where hardly any document has them as they were typed. */
async function correct(
  index: Snapshot,
  unit: Unit,
  matches: Matches[],
  likes: Map<string, readonly string[]>,
): Promise<Matches[]> {
  const { words, exact, scope } = unit.wanted;
  if (exact || !/^[a-z]{4,20}$/.test(words)) return matches;
  const having = count(matches);
  if (having >= rare) return matches;
  const lists = await Promise.all(index.readers.map((reader) => latinWordsOf(reader, index.store)));
  const meant = wordsLike(words, lists);
  if (meant.length === 0) return matches;
  const groups = meant.map((like) => [likeLeaf(like, scope)]);
  const [corrected = []] = await evaluate(index, [{ groups, wanted: unit.wanted }]);
  if (having > 0 && count(corrected) < having * muchMore) return matches;
  likes.set(words, meant);
  return matches.map((own, at) => either(own, corrected[at] as Matches));
}

/** For each unit and each reader what matches it. */
async function evaluate(index: Snapshot, units: readonly Unit[]): Promise<Matches[][]> {
  const { readers, cache } = index;
  const leaves = [...new Set(units.flatMap(({ groups }) => groups.flat()))];
  const entries = await entriesOf(
    readers,
    leaves.map(({ range }) => range),
    cache,
  );
  const scored = new Map(
    leaves.map((leaf, which) => [leaf, scoreLeaf(index, leaf, (at) => entries[at]?.[which] ?? [])]),
  );
  return units.map(({ groups }) =>
    readers.map((_, at) =>
      groups
        .map((group) => group.map((leaf) => scored.get(leaf)?.[at] as Matches).reduce(both))
        .reduce((a, b) => either(a, b)),
    ),
  );
}

function scoreLeaf(
  { readers, documents, meanLength }: Snapshot,
  { weigh }: Leaf,
  entriesAt: (at: number) => Entry[],
): Matches[] {
  const sums = readers.map((reader, at) =>
    sumEntries(
      reader,
      entriesAt(at)
        .map((entry) => ({ entry, worth: weigh(entry.term) }))
        .filter(({ worth }) => worth > 0),
    ),
  );
  const rarity = rarityOf(count(sums), documents);
  return sums.map((matches, at) => scoreByRarity(readers[at] as Reader, matches, rarity, meanLength));
}

/** Leaves out the deleted, the unwanted, and what the filters keep out. */
function allowedBy(
  readers: readonly Reader[],
  required: readonly Matches[][],
  unwanted: readonly Matches[][],
  options: FindOptions,
) {
  const { days, among: oneOf = [] } = options;
  return (at: number, matches: Matches): Matches => {
    const { row, dead } = readers[at] as Reader;
    const must = required.map((unit) => among(unit[at] as Matches));
    const not = unwanted.map((unit) => among(unit[at] as Matches));
    if (!dead && must.length + not.length + oneOf.length === 0 && !days) return matches;
    return only(matches, (ordinal) => {
      if (hasBit(dead, ordinal) || not.some((has) => has(ordinal)) || !must.every((has) => has(ordinal))) return false;
      const day = row.days[ordinal] as number;
      if (days && (day < days[0] || day >= days[1])) return false;
      const hash = row.hashes[ordinal] as number;
      return oneOf.every((ids) => ids.has(hash));
    });
  };
}

function count(matches: readonly Matches[]): number {
  return matches.reduce((sum, { ordinals }) => sum + ordinals.length, 0);
}
