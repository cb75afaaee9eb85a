// Answers a query: what the index finds is confirmed in the texts, with hits marked; a page at a time, for texts take time to read.
import { fold, foldWithPlaces } from "#domain/text/fold.ts";
import { wordedById } from "#library/worded.ts";
import type { Chip } from "./chips.ts";
import { narrowing, withChip } from "./filters.ts";
import { cut, fieldsOf, type Hit, hasAll, hitOf, nearness } from "./hit.ts";
import type { Found } from "./index/find.ts";
import type { OpenIndex } from "./index/open-index.ts";
import { planOf } from "./index/plan.ts";
import type { Candidate } from "./index/rank.ts";
import { searchIndex } from "./index/search-index.ts";
import { loosePatternsOf, type Pattern, patternsOf } from "./patterns.ts";
import { isEmptyQuery, parseQuery, type Query } from "./query.ts";

/** How the articles of an answer fit: every word, words set right, some of the words, or by their sound in pinyin. */
export type Fit = Found["kind"] | "sound";

/** What there is to show of a query. */
export type Answer = {
  hits: Hit[];
  fit: Fit;
  /** How many there are, as far as it is known: exact once all of them have been read. */
  total: number;
  isExact: boolean;
  /** Whether asking for more hits would give some. */
  hasMore: boolean;
  /** Standards whose number was typed, in their normal form. */
  standards: string[];
};

/** So many candidates are looked through at most; nobody pages further. */
const mostCandidates = 500;

/** Texts read at once. */
const textsAtOnce = 20;

/** Fewer articles than this, and Latin letters are tried as pinyin. */
const fewFound = 3;

/** Where pinyin is tried: not where the index knows less than the chip asks. */
const soundChips: readonly Chip[] = ["all", "title"];

/** What words that stand together add, as a share of the best score. */
const nearnessShare = 0.5;

/** The search of one query: begun by the first page, gone on with by the next. */
export class Search {
  readonly typed: string;
  readonly chip: Chip;
  /** The state of the index it began with. */
  readonly changes: number;
  #index: OpenIndex;
  #hits: Hit[] = [];
  #patterns: Pattern[] = [];
  #candidates: Candidate[] = [];
  #read = 0;
  #dropped = 0;
  #found: Found | undefined;
  #fit: Fit = "exact";
  #query: Query;
  #last: Promise<unknown> = Promise.resolve();

  constructor(typed: string, chip: Chip, index: OpenIndex) {
    this.typed = typed;
    this.chip = chip;
    this.#index = index;
    this.changes = index.changes;
    this.#query = withChip(parseQuery(typed), chip);
  }

  /** The first so many hits, those that are known already and as many more as it takes. `isWanted` says when to give up. */
  answer(most: number, now: number, isWanted: () => boolean): Promise<Answer> {
    // One after the other: two at a time would both read the same candidates.
    const answered = this.#last.then(() => this.#goOn(most, now, isWanted));
    this.#last = answered.catch(() => {});
    return answered;
  }

  async #goOn(most: number, now: number, isWanted: () => boolean): Promise<Answer> {
    if (!this.#found) await this.#begin(now);
    while (this.#hits.length < most && this.#read < this.#candidates.length && isWanted()) await this.#readMore();
    if (this.#hits.length === 0 && this.#fit === "exact" && isWanted()) await this.#loosen();
    if (this.#hits.length < fewFound && isWanted()) await this.#soundOut();
    const isExact = this.#read >= this.#candidates.length && this.#candidates.length < mostCandidates;
    return {
      hits: this.#hits.slice(0, most),
      fit: this.#fit,
      total: isExact ? this.#hits.length : Math.max((this.#found?.total ?? 0) - this.#dropped, this.#hits.length),
      isExact: isExact || this.#dropped === 0,
      hasMore: this.#hits.length > most || this.#read < this.#candidates.length,
      standards: this.#query.wanted.flatMap(({ standard }) => standard ?? []),
    };
  }

  async #begin(now: number): Promise<void> {
    if (isEmptyQuery(this.#query)) {
      this.#found = { kind: "exact", candidates: [], total: 0, likes: new Map() };
      return;
    }
    const narrow = await narrowing(this.#query, this.chip, now);
    this.#take(await searchIndex(this.#index, planOf(this.#query), { ...narrow, limit: mostCandidates }));
  }

  #take(found: Found): void {
    this.#found = found;
    this.#fit = found.kind;
    this.#candidates = found.candidates;
    this.#read = 0;
    this.#dropped = 0;
    this.#patterns = (found.kind === "part" ? loosePatternsOf : patternsOf)(this.#query, found.likes);
  }

  /** The next candidates are read: those that do not say it are dropped, those that say it in one breath come first. */
  async #readMore(): Promise<void> {
    const next = this.#candidates.slice(this.#read, this.#read + textsAtOnce);
    this.#read += next.length;
    const scores = new Map(next.map(({ id, score }) => [id, score]));
    const top = this.#candidates[0]?.score ?? 0;
    const confirmed: { hit: Hit; score: number }[] = [];
    for (const worded of await wordedById(next.map(({ id }) => id))) {
      const fields = fieldsOf(worded);
      if (this.#fit !== "part" && !hasAll(fields, this.#patterns)) continue;
      const score = (scores.get(worded.article.id) ?? 0) + top * nearnessShare * nearness(fields, this.#patterns);
      confirmed.push({ hit: hitOf(worded, this.#patterns), score });
    }
    this.#dropped += next.length - confirmed.length;
    confirmed.sort((a, b) => b.score - a.score);
    this.#hits.push(...confirmed.map(({ hit }) => hit));
  }

  /** No text says it as it was typed: what has its pieces is shown, unless the words were said to be exact. */
  async #loosen(): Promise<void> {
    if (!this.#found || this.#candidates.length === 0 || this.#query.wanted.some(({ exact }) => exact)) return;
    this.#take({ ...this.#found, kind: "part" });
    await this.#readMore();
  }

  /** Latin letters that hardly any text has may be Chinese by its sound. */
  async #soundOut(): Promise<void> {
    const { wanted, unwanted, tags, sites, states, from, before } = this.#query;
    const letters = wanted.map(({ words }) => words).join("");
    const isPlain = wanted.every(({ exact, standard }) => !exact && !standard);
    const isNarrowed =
      unwanted.length + tags.length + sites.length + states.length > 0 || (from ?? before) !== undefined;
    if (!isPlain || isNarrowed || !/^[a-z]{2,}$/.test(letters) || !soundChips.includes(this.chip)) return;
    const { soundingLike, soundInTitle } = await import("./pinyin.ts");
    const known = new Set(this.#hits.map(({ article }) => article.id));
    const ids = (await soundingLike(letters, this.#index.snapshot())).filter((id) => !known.has(id));
    if (ids.length === 0) return;
    if (this.#hits.length === 0) this.#fit = "sound";
    for (const worded of await wordedById(ids)) {
      const { article } = worded;
      const sound = await soundInTitle(fold(article.title), letters);
      const title = foldWithPlaces(article.title);
      this.#hits.push({
        ...hitOf(worded, []),
        title: cut(article.title, title, sound ? [{ ...sound, which: 0 }] : []),
      });
    }
  }
}
