/** What is compared of an article: its telling words with their weights, and what was written on it. */
export type Profile = {
  id: string;
  terms: ReadonlyMap<string, number>;
  source?: string | undefined;
  tags?: readonly string[] | undefined;
  standards?: readonly string[] | undefined;
};

/** Why two articles belong together: what they share, the most telling first. */
type Reason = { kind: "standards" | "tags" | "terms"; shared: string[] };

/** An article that belongs to another, and why; the score only orders. */
export type Related = { id: string; score: number; reason: Reason };

/** What sharing one whole thing is worth, beside words, which are worth 1 when all are the same. */
const worth = { standard: 0.35, tag: 0.12, source: 0.03 };

/** Words alone must agree by so much: below it they agree by chance. */
const leastTerms = 0.06;

/** What is named of shared words and numbers; more would not be read. */
const mostNamed = 3;

/** A tag on more of the library than this says nothing of two articles. */
const commonTag = 0.3;

/**
 * The articles that belong to one, the closest first: by the rare words both use (cosine of tf-idf weights, Manning et
 * al. 2008, 6.3), by standards both name, by tags both carry; the same source only decides between equals.
 * `shareOf` gives the share of the library's articles, 0 to 1, that have a word or a tag.
 */
export function relatedTo(
  article: Profile,
  others: readonly Profile[],
  shareOf: (kind: "term" | "tag", name: string) => number,
): Related[] {
  const rarity = (term: string) => Math.log(1 / Math.max(shareOf("term", term), 1e-5));
  const own = weigh(article.terms, rarity);
  return others
    .filter(({ id }) => id !== article.id)
    .flatMap((other) => {
      const { likeness, shared } = likenessOf(own, weigh(other.terms, rarity));
      const standards = both(article.standards, other.standards);
      const tags = both(article.tags, other.tags).filter((tag) => shareOf("tag", tag) <= commonTag);
      if (likeness < leastTerms && standards.length === 0 && tags.length === 0) return [];
      const sameSource = article.source !== undefined && article.source === other.source;
      const score =
        likeness +
        worth.standard * Math.min(standards.length, 2) +
        worth.tag * Math.min(tags.length, 2) +
        (sameSource ? worth.source : 0);
      return [{ id: other.id, score, reason: reasonOf(standards, tags, shared, likeness) }];
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** What can be checked at a glance is said first: a number both cite, then words, then a tag the reader knows anyway. */
function reasonOf(standards: string[], tags: string[], terms: string[], likeness: number): Reason {
  if (standards.length > 0) return { kind: "standards", shared: standards.slice(0, mostNamed) };
  if (tags.length > 0 && likeness < leastTerms) return { kind: "tags", shared: tags.slice(0, mostNamed) };
  return { kind: "terms", shared: terms.slice(0, mostNamed) };
}

type Weights = { weights: ReadonlyMap<string, number>; norm: number };

function weigh(terms: ReadonlyMap<string, number>, rarity: (term: string) => number): Weights {
  const weights = new Map([...terms].map(([term, frequency]) => [term, frequency * rarity(term)]));
  return { weights, norm: Math.hypot(...weights.values()) };
}

function likenessOf(one: Weights, two: Weights): { likeness: number; shared: string[] } {
  const products: [string, number][] = [];
  for (const [term, weight] of one.weights) {
    const product = weight * (two.weights.get(term) ?? 0);
    if (product > 0) products.push([term, product]);
  }
  products.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const sum = products.reduce((total, [, product]) => total + product, 0);
  return { likeness: sum / Math.max(one.norm * two.norm, Number.EPSILON), shared: products.map(([term]) => term) };
}

function both(one: readonly string[] = [], two: readonly string[] = []): string[] {
  return one.filter((name) => two.includes(name));
}
