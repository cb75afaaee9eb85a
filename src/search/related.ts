// What else on the shelf belongs to an article: the index names those with the same rare words, their texts decide.
import type { Article } from "#domain/article.ts";
import { type Profile, type Related, relatedTo } from "#domain/related.ts";
import { fold } from "#domain/text/fold.ts";
import { keyTerms } from "#domain/text/key-terms.ts";
import { standardsIn } from "#domain/text/standards.ts";
import { type Worded, wordedById } from "#library/worded.ts";
import type { OpenIndex } from "./index/open-index.ts";
import { planOf } from "./index/plan.ts";
import { searchIndex } from "./index/search-index.ts";
import { parseQuery } from "./query.ts";

/** An article that belongs to the one that is read, and why. */
export type RelatedArticle = Pick<Article, "id" | "title" | "lang" | "source" | "length"> & Pick<Related, "reason">;

/** So many of an article's words are looked up: the weightiest say what it is about. */
const mostTerms = 24;

/** Each word, number and tag brings so many candidates at most. */
const mostEach = 12;

/** The texts of so many candidates are read. */
const mostRead = 36;

/** A word on more of the library than this brings no candidates: it would bring the library. */
const commonTerm = 0.1;

/** The share taken for words that were not looked up. */
const unknownShare = 0.01;

/** The articles that belong to one, the closest first, at most so many. */
export async function relatedIn(index: OpenIndex, id: string, most: number): Promise<RelatedArticle[]> {
  const [worded] = await wordedById([id]);
  if (!worded) return [];
  const profile = profileOf(worded);
  const { documents } = index.snapshot();
  const shares = new Map<string, number>();
  const votes = new Map<string, number>();
  const ask = async (name: string, query: string, weight: number) => {
    const { candidates, total, kind } = await searchIndex(index, planOf(parseQuery(query)), { limit: mostEach });
    const share = kind === "exact" ? total / Math.max(documents, 1) : 0;
    shares.set(name, share);
    if (share > commonTerm && documents > mostRead) return;
    for (const candidate of candidates) {
      votes.set(candidate.id, (votes.get(candidate.id) ?? 0) + weight * Math.log(1 / Math.max(share, 1e-5)));
    }
  };
  const terms = [...profile.terms].slice(0, mostTerms);
  for (const [term, weight] of terms) await ask(`term:${term}`, `"${term}"`, weight);
  for (const standard of profile.standards ?? []) await ask(`standard:${standard}`, `"${standard}"`, 2);
  for (const tag of profile.tags ?? []) await ask(`tag:${tag}`, `tag:"${tag}"`, 1);
  votes.delete(id);
  const candidates = [...votes].sort(([, a], [, b]) => b - a).slice(0, mostRead);
  const others = await wordedById(candidates.map(([candidate]) => candidate));
  const rows = new Map(others.map(({ article }) => [article.id, article]));
  const shareOf = (kind: "term" | "tag", name: string) => shares.get(`${kind}:${name}`) ?? unknownShare;
  return relatedTo(profile, others.map(profileOf), shareOf)
    .slice(0, most)
    .flatMap((related) => {
      const row = rows.get(related.id);
      if (!row) return [];
      const { title, lang, source, length } = row;
      return [{ id: related.id, title, lang, length, ...(source && { source }), reason: related.reason }];
    });
}

function profileOf({ article, text }: Worded): Profile {
  const { id, title, lang, source, tags } = article;
  return {
    id,
    terms: keyTerms(fold(title), fold(text), lang),
    source,
    tags,
    standards: standardsIn(`${title}\n${text}`),
  };
}
