import type { Article } from "#domain/article.ts";
import type { Passage } from "#domain/highlight.ts";
import { database } from "./database.ts";
import { write } from "./write.ts";

/** What came along with a page from another reader. */
export type Belongings = Partial<Pick<Article, "savedAt" | "favouritedAt" | "archivedAt" | "tags">> & {
  /** The reader's own words about the whole article. */
  note?: string;
  passages?: Passage[];
};

/** What is known of a page whose words have yet to arrive. */
export type Awaited = Pick<Article, "identity" | "title"> & { url: string } & Belongings &
  Partial<Pick<Article, "source" | "byline" | "published" | "excerpt" | "askedAt">>;

/**
 * Keeps addresses whose pages have yet to arrive; those already here, waiting or read, stay as they are, and those in the
 * trash come back. Gives the new ones.
 */
export async function awaitArticles(awaited: readonly Awaited[], now: number): Promise<Article[]> {
  const { bringAlong } = await import("./anchored.ts"); // before the transaction, which does not wait
  return write(async () => {
    const known = await database.articles
      .where("identity")
      .anyOf(awaited.map(({ identity }) => identity))
      .toArray();
    const here = new Set(known.map(({ identity }) => identity));
    const fresh: Article[] = [];
    for (const { note, passages, ...page } of awaited) {
      if (here.has(page.identity)) continue;
      here.add(page.identity);
      const id = crypto.randomUUID();
      await bringAlong(id, { ...(note && { note }), ...(passages && { passages }) }, page.savedAt ?? now);
      fresh.push({
        excerpt: "",
        savedAt: now,
        ...page,
        id,
        lang: "und",
        length: { han: 0, words: 0 },
        refreshedAt: now,
        pending: true,
      });
    }
    await database.articles.bulkAdd(fresh);
    const back = known.filter(({ trashedAt }) => trashedAt !== undefined);
    await database.articles.bulkPut(back.map(({ trashedAt: _, ...article }) => article));
    for (const { identity, askedAt } of awaited) {
      const waiting = askedAt && known.find((article) => article.identity === identity && article.pending);
      if (waiting) await database.articles.update(waiting.id, { askedAt });
    }
    return fresh;
  });
}

/** Which of these pages are here already, by their identities; one in the trash is not. */
export async function knownIdentities(identities: readonly string[]): Promise<Set<string>> {
  const known = await database.articles
    .where("identity")
    .anyOf([...identities])
    .toArray();
  return new Set(known.flatMap(({ identity, trashedAt }) => (trashedAt === undefined ? [identity] : [])));
}

/** Gives an article what came along with its page from another reader; the tags it has it keeps. */
export async function addBelongings(id: string, belongings: Belongings): Promise<void> {
  const { bringAlong } = await import("./anchored.ts");
  const { note, passages, ...fields } = belongings;
  await write(async () => {
    const article = await database.articles.get(id);
    if (!article) return;
    const tags = [...new Set([...(article.tags ?? []), ...(fields.tags ?? [])])];
    await database.articles.put({ ...article, ...fields, ...(tags.length > 0 && { tags }) });
    await bringAlong(id, belongings, fields.savedAt ?? article.savedAt);
  });
}
