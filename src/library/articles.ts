import type { Article, Content, Original, Picture } from "#domain/article.ts";
import type { Exported } from "#domain/exported.ts";
import { database } from "./database.ts";
import { keepEdited } from "./edited.ts";
import { write } from "./write.ts";

/** A page ready to be kept: everything but what the library itself decides. */
export type Draft = Omit<Article, "id" | "refreshedAt" | "pending" | "trashedAt" | (typeof lasting)[number]> &
  Omit<Content, "id" | "pictures" | "hash"> & {
    id?: string;
    pictures?: readonly Picture[];
    original?: Omit<Original, "id">;
    /** What it left Liuye with, when it once did. */
    brought?: Exported;
    /** Tags it comes with; those of one that is here already are the reader's. */
    tags?: readonly string[];
  };

/** What the reader made of an article, and no new capture of its page may change. */
const lasting = ["savedAt", "favouritedAt", "archivedAt", "tags", "marked"] as const;

/** What became of a draft: the article as it now stands, and whether it was here before, or was waited for. */
export type Saved = { article: Article; refreshed: boolean; awaited: boolean };

/** All articles but those in the trash, the latest saved first. */
export async function allArticles(): Promise<Article[]> {
  const articles = await database.articles.orderBy("savedAt").reverse().toArray();
  return articles.filter(({ trashedAt }) => trashedAt === undefined);
}

/** One article, or null when it is not (or no longer) kept. */
export async function articleById(id: string): Promise<Article | null> {
  return (await database.articles.get(id)) ?? null;
}

/** The article of a page, by what makes it the same page, or null. */
export async function articleByIdentity(identity: string): Promise<Article | null> {
  return (await database.articles.get({ identity })) ?? null;
}

/** The articles of several pages, each in its place, by what makes them the same pages; one question to the disk. */
export function articlesByIdentities(identities: readonly string[]): Promise<(Article | undefined)[]> {
  return database.transaction("r", database.articles, () =>
    Promise.all(identities.map((identity) => database.articles.get({ identity }))),
  );
}

/** The body of an article, or null when it is not kept. */
export async function contentOf(id: string): Promise<Content | null> {
  return (await database.contents.get(id)) ?? null;
}

/** Whether the page an article was made of is kept; it is not read. */
export async function hasOriginal(id: string): Promise<boolean> {
  return (await database.originals.where("id").equals(id).count()) > 0;
}

/** The page an article was made of, or null when none was kept. */
export async function originalOf(id: string): Promise<Original | null> {
  return (await database.originals.get(id)) ?? null;
}

/**
 * Keeps a page. One that is here already, by its identity, is refreshed in place and keeps its star, place and date;
 * one that was waited for is filled, one in the trash comes back. Throws LiuyeError `storage-full` or `storage-failed`, and
 * then nothing of it was kept.
 */
export async function saveArticle(draft: Draft, now: number): Promise<Saved> {
  const [saved] = await saveArticles([draft], now);
  return saved as Saved; // one for each draft
}

/**
 * Keeps several pages in one transaction: all of them, or, when it throws as `saveArticle` does, none. No two may have
 * one identity. What can be asked or written for all at once is: each request costs as much as a small page.
 */
export async function saveArticles(drafts: readonly Draft[], now: number): Promise<Saved[]> {
  // Before the transaction, which does not wait; no part of the first load.
  const [{ followBody }, { keepVersion }, { bodyHash }, { dropUnshownPictures }] = await Promise.all([
    import("./anchored.ts"),
    import("./versions.ts"),
    import("./body-hash.ts"),
    import("./pictures.ts"),
  ]);
  const came = drafts.some(({ brought }) => brought) ? await import("./brought.ts") : undefined;
  const hashes = await Promise.all(drafts.map(({ html }) => bodyHash(html)));
  return write(async () => {
    const known = await Promise.all(drafts.map(({ identity }) => database.articles.get({ identity })));
    const before = await database.contents.bulkGet(known.flatMap((article) => article?.id ?? []));
    const formerOf = new Map(before.flatMap((content) => (content ? [[content.id, content]] : [])));
    const stays = drafts.map((draft, at) => came?.isHere(draft, formerOf.get(known[at]?.id ?? "")));
    for (const [at, article] of known.entries())
      if (article && !stays[at]) await keepVersion(article, formerOf.get(article.id), drafts[at]?.text ?? "", now);
    const rows = drafts.map((draft, at) => rowsOf(draft, known[at], now, hashes[at]));
    // What went out and comes in again is no new capture: the body here has all that was said of it, and more.
    for (const [at, here] of known.entries()) {
      const content = stays[at] && here ? formerOf.get(here.id) : undefined;
      if (!content || !here) continue;
      const { trashedAt: _, ...article } = here;
      rows[at] = { article, content, original: undefined };
    }
    if (came) came.addBrought(rows, drafts, known);
    await database.articles.bulkPut(rows.map(({ article }) => article));
    await database.contents.bulkPut(rows.map(({ content }) => content));
    await database.pictures.bulkPut(drafts.flatMap(({ pictures = [] }) => pictures));
    await database.originals.bulkPut(rows.flatMap(({ original }) => original ?? []));
    await database.tombstones.bulkDelete(drafts.flatMap(({ id }) => id ?? []));
    await database.thumbnails.bulkDelete(known.flatMap((article) => article?.id ?? []));
    for (const [at, article] of known.entries()) {
      if (article) await followBody(article.id, formerOf.get(article.id)?.html, rows[at]?.content.html ?? "");
    }
    if (came) await came.putBrought(rows, drafts, now);
    await dropUnshownPictures(before.flatMap((content) => content?.pictures ?? []));
    return rows.map(({ article }, at) => {
      const awaited = known[at]?.pending === true;
      return { article, refreshed: known[at] !== undefined && !awaited, awaited };
    });
  });
}

type Rows = { article: Article; content: Content; original: Original | undefined };

function rowsOf(draft: Draft, known: Article | undefined, now: number, hash = ""): Rows {
  const { html, text, sanitizer, pictures = [], aside, original, id: wanted, tags, brought: _, ...fields } = draft;
  const id = known?.id ?? wanted ?? crypto.randomUUID();
  const article: Article = {
    ...keepEdited(fields, known),
    ...(known?.source && fields.origins?.source === "address" && { source: known.source }), // it may be named better
    id,
    savedAt: now,
    refreshedAt: now,
    ...Object.fromEntries(lasting.flatMap((field) => (known?.[field] === undefined ? [] : [[field, known[field]]]))),
    ...(tags && (!known || known.pending) && { tags: [...new Set([...(known?.tags ?? []), ...tags])] }),
  };
  const content = {
    id,
    html,
    text,
    sanitizer,
    pictures: pictures.map((picture) => picture.id),
    hash,
    ...(aside && { aside }),
  };
  return { article, content, original: original && { ...original, id } };
}

/** Gives an article its star, or takes it away. */
export function setFavourite(id: string, favourite: boolean, now: number): Promise<unknown> {
  return write(() =>
    database.articles
      .where("id")
      .equals(id)
      .modify((article) => {
        if (favourite) article.favouritedAt = now;
        else delete article.favouritedAt;
      }),
  );
}

/** Whether an article with this id is here, or was and has been deleted for good. */
export async function isKnown(id: string): Promise<boolean> {
  return Boolean((await database.articles.get(id)) ?? (await database.tombstones.get(id)));
}
