import MiniSearch from "minisearch";
import { keepWhole, pairsOf, serve } from "./bench-search-shell.mjs";

const options = {
  fields: ["title", "text"],
  tokenize: (text) => pairsOf(text),
  searchOptions: {
    tokenize: (query) => pairsOf(query, true),
    boost: { title: 4 },
    combineWith: "AND",
    prefix: (term, at, terms) => at === terms.length - 1 && /^[a-z]/.test(term),
    fuzzy: (term) => (/^[a-z]{4,}$/.test(term) ? 0.2 : false),
  },
};

serve({
  async open(name) {
    const kept = await keepWhole(name);
    const index = kept ? MiniSearch.loadJSON(kept, options) : new MiniSearch(options);
    return {
      addAll: async (articles) => index.addAll(articles),
      done: () => keepWhole(name, JSON.stringify(index)),
      add: async (article) => {
        index.add(article);
        await keepWhole(name, JSON.stringify(index));
      },
      search: async (query, limit) =>
        index
          .search(query)
          .slice(0, limit)
          .map(({ id }) => id),
      bytes: async () => new TextEncoder().encode(JSON.stringify(index)).length,
      close: async () => {},
    };
  },
});
