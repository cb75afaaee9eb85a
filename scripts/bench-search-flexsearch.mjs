import { Index } from "flexsearch";
import { keepWhole, pairsOf, serve } from "./bench-search-shell.mjs";

serve({
  async open(name) {
    let isQuery = false;
    const index = new Index({ tokenize: "strict", encode: (text) => pairsOf(text, isQuery) });
    for (const [key, value] of (await keepWhole(name)) ?? []) index.import(key, value);
    const write = async () => {
      const parts = [];
      await index.export((key, value) => {
        parts.push([key, value]);
      });
      await keepWhole(name, parts);
      return parts;
    };
    return {
      addAll: async (articles) => {
        for (const { id, title, text } of articles) index.add(id, `${title}\n${text}`);
      },
      done: write,
      add: async ({ id, title, text }) => {
        index.add(id, `${title}\n${text}`);
        await write();
      },
      search: async (query, limit) => {
        isQuery = true;
        const found = index.search(query, { limit });
        isQuery = false;
        return found;
      },
      bytes: async () => {
        const parts = await keepWhole(name);
        return parts.reduce((sum, [, value]) => sum + new TextEncoder().encode(value ?? "").length, 0);
      },
      close: async () => {},
    };
  },
});
