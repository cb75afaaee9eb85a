import { isEmptyQuery, parseQuery } from "#search/query.ts";
import { IndexWriter } from "./index-writer.ts";
import { OpenIndex } from "./open-index.ts";
import { planOf } from "./plan.ts";
import { searchIndex } from "./search-index.ts";
import type { Document } from "./segment.ts";

/** A document found. */
type Result = { id: string; score: number };

/** An index by its name, to be added to and searched. */
export type Index = {
  addAll: (documents: Iterable<Document> | AsyncIterable<Document>) => Promise<void>;
  add: (document: Document) => Promise<void>;
  remove: (id: string) => Promise<void>;
  search: (query: string, options?: { limit?: number }) => Promise<Result[]>;
  close: () => Promise<void>;
};

/** Opens, or makes, the index of a name. It keeps no texts; one that was damaged answers as an empty one. */
export function createIndex(name: string): Index {
  const index = new OpenIndex(name);
  const writer = new IndexWriter(index);
  const opening = index.open();
  return {
    addAll: async (documents) => {
      await opening;
      await writer.addAll(documents);
    },
    add: async (document) => {
      await opening;
      await writer.add(document);
    },
    remove: async (id) => {
      await opening;
      await writer.remove([id]);
    },
    search: async (typed, { limit = 20 } = {}) => {
      await opening;
      const query = parseQuery(typed);
      if (isEmptyQuery(query)) return [];
      const { candidates } = await searchIndex(index, planOf(query), { limit });
      return candidates.map(({ id, score }) => ({ id, score }));
    },
    close: async () => {
      await opening;
      await writer.end();
      index.store.close();
    },
  };
}
