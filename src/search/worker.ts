// The search thread. It reads every text for every query: plain, always right, and quick enough for a first library.
import { expose } from "comlink";
import { allArticles, contentOf } from "#library/articles.ts";
import { type Hit, match, queryWords } from "./match.ts";

/** As many hits as anyone looks through. */
const mostHits = 100;

let asked = 0;

const search = {
  /** The articles that have every word of the query, the weightiest first. */
  async find(query: string): Promise<Hit[]> {
    const words = queryWords(query);
    if (words.length === 0) return [];
    const mine = ++asked;
    const hits: (Hit & { weight: number })[] = [];
    for (const article of await allArticles()) {
      if (mine !== asked) return []; // a newer query is waiting, and nobody for this one
      const hit = match(words, article, (await contentOf(article.id))?.text ?? "");
      if (hit) hits.push(hit);
    }
    return hits.sort((a, b) => b.weight - a.weight).slice(0, mostHits);
  },
};

/** What the page may ask of the search thread. */
export type Search = typeof search;

expose(search);
