import type { Transaction } from "dexie";

/** One released step of the library's shape: stores as Dexie writes them, and what to do with the rows that are there. */
export type Migration = {
  stores: Record<string, string | null>;
  upgrade?: (transaction: Transaction) => Promise<unknown>;
};

/** Append only: entry n makes version n + 1. A released entry is never edited, because libraries of that age exist. */
export const migrations: readonly Migration[] = [
  {
    stores: {
      // Light rows for lists; `identity` is unique so that one page cannot become two articles.
      articles: "id, &identity, savedAt, favouritedAt",
      // Heavy bodies apart, so that a list never loads one.
      contents: "id",
      // Where the reader is: written at every rest of the scroll, so apart from the rows that lists watch.
      places: "id",
      // What was deleted, so that it does not come back by itself.
      tombstones: "id",
    },
  },
  {
    stores: {
      // Which contents show a picture is counted from here, so that the last one to go takes it along.
      contents: "id, *pictures",
      // Pictures apart from the words, named by their bytes and shared between articles.
      pictures: "id",
      // Pages as they came, compressed, to be read again.
      originals: "id",
    },
  },
  {
    stores: {
      // Visits that counted, found by day for the charts and the monthly ranking, and by article for its own count.
      readings: "id, articleId, day",
    },
  },
  {
    stores: {
      // Tags are renamed and the trash is emptied by index, whatever else is in memory.
      articles: "id, &identity, savedAt, favouritedAt, *tags, trashedAt",
      // What lists are sifted and ordered by, one short text an article, kept in step by `mirror-facts.ts`.
      facts: "",
      // Colours of tags, and tags no article has yet.
      tags: "name",
      // Small pictures for lists, made of the articles' own.
      thumbnails: "id",
    },
  },
  {
    stores: {
      // What the reader wrote, apart from the articles' rows: a note never rewrites what lists watch.
      highlights: "id, articleId, at",
      notes: "id, at",
    },
    upgrade: async (transaction) => {
      const written = await transaction
        .table("articles")
        .filter((article) => article.note || article.passages)
        .toArray();
      for (const { id, savedAt, note, passages = [] } of written) {
        if (note) await transaction.table("notes").put({ id, text: note, at: savedAt });
        for (const passage of passages) {
          await transaction.table("highlights").put({
            id: crypto.randomUUID(),
            articleId: id,
            anchor: { quote: { exact: passage.quote, prefix: "", suffix: "" } },
            colour: "yellow",
            ...(passage.note && { note: passage.note }),
            at: passage.at ?? savedAt,
          });
        }
        await transaction.table("articles").update(id, { note: undefined, passages: undefined });
      }
    },
  },
  {
    stores: {
      // Earlier texts of articles whose pages changed; by the compound index their dates are known without their bodies,
      // and a picture one of them shows is not deleted with the last present body.
      versions: "id, articleId, [articleId+capturedAt], *pictures",
    },
  },
  {
    stores: {
      // What the last restore added or wrote over, so that it can be undone.
      restores: "id",
    },
  },
];
