import { openDatabase, serve } from "./bench-search-shell.mjs";

serve({
  async open(name) {
    const database = await openDatabase(name);
    const addAll = (articles) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction("texts", "readwrite");
        for (const { id, title, text } of articles) transaction.objectStore("texts").put(`${title}\n${text}`, id);
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
    return {
      addAll,
      add: (article) => addAll([article]),
      search: (query, limit) => scan(database, query.toLowerCase().split(/\s+/).filter(Boolean), limit),
      bytes: async () => 0,
      close: async () => database.close(),
    };
  },
});

/** Reads every text, five hundred at a time. */
async function scan(database, words, limit) {
  const found = [];
  const store = () => database.transaction("texts").objectStore("texts");
  for (let after; ; ) {
    const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
    const [keys, texts] = await Promise.all([
      answer(store().getAllKeys(range, 500)),
      answer(store().getAll(range, 500)),
    ]);
    if (keys.length === 0) break;
    texts.forEach((text, at) => {
      const folded = text.toLowerCase();
      const places = words.map((word) => folded.split(word).length - 1);
      if (places.every((count) => count > 0)) found.push({ id: keys[at], score: places.reduce((a, b) => a + b, 0) });
    });
    after = keys.at(-1);
  }
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ id }) => id);
}

function answer(asking) {
  return new Promise((resolve, reject) => {
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
}
