import sqlite3InitModule from "@sqlite.org/sqlite-wasm";
import { pairsOf, serve } from "./bench-search-shell.mjs";

serve({
  async open(name) {
    const sqlite3 = await sqlite3InitModule({ print: () => {}, printErr: () => {} });
    const pool = await sqlite3.installOpfsSAHPoolVfs({ name: `pool-${name}`, directory: `/${name}` });
    const database = new pool.OpfsSAHPoolDb(`/${name}.sqlite`);
    database.exec("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -8000");
    database.exec("CREATE TABLE IF NOT EXISTS ids (id TEXT)");
    database.exec(
      "CREATE VIRTUAL TABLE IF NOT EXISTS pages USING fts5(title, text, content = '', tokenize = 'unicode61')",
    );
    const addId = database.prepare("INSERT INTO ids (id) VALUES (?) RETURNING rowid");
    const addPage = database.prepare("INSERT INTO pages (rowid, title, text) VALUES (?, ?, ?)");
    const addAll = async (articles) => {
      database.exec("BEGIN");
      for (const { id, title, text } of articles) {
        addId.bind([id]).step();
        const rowid = addId.get(0);
        addId.reset();
        addPage.bind([rowid, pairsOf(title).join(" "), pairsOf(text).join(" ")]).stepReset();
      }
      database.exec("COMMIT");
    };
    const ask = database.prepare(
      "SELECT ids.id FROM pages JOIN ids ON ids.rowid = pages.rowid WHERE pages MATCH ? ORDER BY bm25(pages, 4.0, 1.0) LIMIT ?",
    );
    return {
      addAll,
      add: async (article) => addAll([article]),
      search: async (query, limit) => {
        const found = [];
        const match = matchOf(query);
        if (!match) return found;
        ask.bind([match, limit]);
        while (ask.step()) found.push(ask.get(0));
        ask.reset();
        return found;
      },
      bytes: async () => database.selectValue("PRAGMA page_count") * database.selectValue("PRAGMA page_size"),
      close: async () => {
        for (const statement of [addId, addPage, ask]) statement.finalize();
        database.close();
        pool.pauseVfs();
      },
    };
  },
});

/** Every run of Chinese as a phrase of pairs, the last Latin word as a beginning. */
function matchOf(query) {
  const phrases = query.split(/\s+/).map((word) => pairsOf(word, true));
  return phrases
    .filter((tokens) => tokens.length > 0)
    .map((tokens, at) => `"${tokens.join(" ")}"${at === phrases.length - 1 && /[a-z]$/.test(tokens.at(-1)) ? "*" : ""}`)
    .join(" AND ");
}
