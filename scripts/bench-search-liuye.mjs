import { createIndex } from "../src/search/index/create-index.ts";
import { IndexStore } from "../src/search/index/store.ts";
import { serve } from "./bench-search-shell.mjs";

serve({
  async open(name) {
    const index = createIndex(name);
    return {
      addAll: (articles) => index.addAll(articles),
      add: (article) => index.add(article),
      search: async (query, limit) => (await index.search(query, { limit })).map(({ id }) => id),
      bytes: () => bytesIn(name),
      close: () => index.close(),
    };
  },
});

/** What the rows of an index hold, each number and each byte of it. */
async function bytesIn(name) {
  const store = new IndexStore(name);
  await store.open();
  let bytes = 0;
  for (const table of store.tables) {
    await table.each((row) => {
      bytes += sizeOf(row) + 8;
    });
  }
  store.close();
  return bytes;
}

function sizeOf(value) {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === "object") return Object.values(value).reduce((sum, part) => sum + sizeOf(part), 0);
  return 8;
}
