import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import { type Draft, saveArticle, setFavourite } from "#library/articles.ts";
import { database } from "#library/database.ts";
import {
  archiveArticles,
  favouriteArticles,
  markArticles,
  tagArticles,
  unarchiveArticles,
  undoChange,
} from "#library/lists.ts";
import { awaitArticles, knownIdentities } from "#library/pending.ts";
import { savePlace } from "#library/places.ts";
import { deleteTag, keepTag, putBackTags, renameTag } from "#library/tags.ts";
import { saveThumbnail } from "#library/thumbnails.ts";
import { purgeArticles, purgeExpired, restoreArticles, trashArticles, trashDays } from "#library/trash.ts";

const row = (id: string, more: Partial<Article> = {}): Article => ({
  id,
  identity: `text:${id}`,
  title: id,
  lang: "zh-Hans",
  excerpt: "",
  length: { han: 100, words: 0 },
  savedAt: 1,
  refreshedAt: 1,
  ...more,
});

const draft = (identity: string, more: Partial<Draft> = {}): Draft => ({
  identity,
  title: "港口的清晨",
  lang: "zh-Hans",
  excerpt: "天还没亮。",
  length: { han: 400, words: 3 },
  html: "<p>天还没亮。</p>",
  text: "天还没亮。",
  sanitizer: 1,
  ...more,
});

beforeEach(() => Promise.all(database.tables.map((table) => table.clear())));

/** Everything that is kept, to compare. */
const everything = async () =>
  Object.fromEntries(
    await Promise.all(
      database.tables
        .filter(({ name }) => name !== "facts")
        .map(async (table) => [table.name, await table.toArray()] as const),
    ),
  );

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const time = fc.integer({ min: 1, max: 50 });
const words = ["标准化", "手艺", "typography"];
const rows = fc.uniqueArray(
  fc
    .record({
      id: fc.uuid(),
      favouritedAt: optional(time),
      archivedAt: optional(time),
      trashedAt: optional(time),
      marked: optional(fc.record({ as: fc.constantFrom("unread" as const, "finished" as const), at: time })),
      tags: optional(fc.uniqueArray(fc.constantFrom(...words), { minLength: 1 })),
    })
    .map(({ id, ...more }) =>
      row(id, Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined))),
    ),
  { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
);
const subset = (all: Article[], mask: number) => all.filter((_, at) => (mask >> at) & 1).map(({ id }) => id);

test("undoing a deed upon any articles of any library puts everything back exactly as it was", async () => {
  const deeds = [
    (ids: string[]) => favouriteArticles(ids, true, 99),
    (ids: string[]) => favouriteArticles(ids, false, 99),
    (ids: string[]) => archiveArticles(ids, 99),
    (ids: string[]) => unarchiveArticles(ids),
    (ids: string[]) => markArticles(ids, "finished", 99),
    (ids: string[]) => markArticles(ids, "unread", 99),
    (ids: string[]) => tagArticles(ids, ["新的", "手艺"], ["typography"]),
    (ids: string[]) => trashArticles(ids, 99),
    (ids: string[]) => restoreArticles(ids),
  ];
  await fc.assert(
    fc.asyncProperty(rows, fc.nat(), fc.constantFrom(...deeds), async (all, mask, deed) => {
      await database.articles.clear();
      await database.articles.bulkAdd(all);
      const before = await everything();
      await undoChange(await deed(subset(all, mask)));
      expect(await everything()).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

test("undoing the renaming, merging or deleting of a tag puts every article and colour back", async () => {
  const kept = fc.uniqueArray(
    fc.record({ name: fc.constantFrom(...words), colour: fc.constantFrom("leaf" as const, "plum" as const) }),
    { selector: ({ name }) => name },
  );
  await fc.assert(
    fc.asyncProperty(
      rows,
      kept,
      fc.constantFrom(...words),
      fc.constantFrom(...words, "别的", undefined),
      async (all, tags, from, to) => {
        if (from === to) return;
        await Promise.all([database.articles.clear(), database.tags.clear()]);
        await database.articles.bulkAdd(all);
        await database.tags.bulkAdd(tags);
        const before = await everything();
        const done = await (to === undefined ? deleteTag(from) : renameTag(from, to));
        expect(await database.articles.where("tags").equals(from).count()).toBe(0);
        await putBackTags(done);
        expect(await everything()).toEqual(before);
      },
    ),
    { numRuns: 40 },
  );
});

test("two tags become one, worn once, in the colour of the one that was there", async () => {
  await database.articles.bulkAdd([row("a", { tags: ["旧", "新"] }), row("b", { tags: ["旧"] }), row("c")]);
  await keepTag({ name: "旧", colour: "plum" });
  await keepTag({ name: "新", colour: "leaf" });
  await renameTag("旧", "新");
  expect((await database.articles.toArray()).map(({ tags }) => tags)).toEqual([["新"], ["新"], undefined]);
  expect(await database.tags.toArray()).toEqual([{ name: "新", colour: "leaf" }]);
});

test("an undo touches nothing but what its deed did", async () => {
  await database.articles.bulkAdd([row("a"), row("b")]);
  const before = await archiveArticles(["a", "b", "nobody"], 5);
  await setFavourite("a", true, 6);
  await database.articles.delete("b");
  await undoChange(before);
  expect(await database.articles.toArray()).toEqual([row("a", { favouritedAt: 6 })]);
});

test("a page captured again while it is in the trash comes back with its star, its tags and its place", async () => {
  const { article } = await saveArticle(draft("text:a"), 1);
  await setFavourite(article.id, true, 2);
  await tagArticles([article.id], ["手艺"], []);
  await savePlace(article.id, { offset: 2, progress: 0.4, at: 3 });
  await trashArticles([article.id], 4);
  expect(await knownIdentities(["text:a"])).toEqual(new Set());
  await saveArticle(draft("text:a"), 5);
  const back = await database.articles.get(article.id);
  expect(back).toMatchObject({ favouritedAt: 2, tags: ["手艺"], savedAt: 1 });
  expect(back?.trashedAt).toBeUndefined();
  expect(await database.places.get(article.id)).toMatchObject({ offset: 2 });
});

test("an address in the trash that is kept again comes back with its text", async () => {
  const { article } = await saveArticle(draft("url:https://example.com/a"), 1);
  await trashArticles([article.id], 2);
  const awaited = { identity: "url:https://example.com/a", title: "另一个题目", url: "https://example.com/a" };
  expect(await awaitArticles([awaited], 3)).toEqual([]);
  expect(await database.articles.get(article.id)).toEqual(article);
});

test("the trash lets go after thirty days, of what has been in it so long, with everything that was its own", async () => {
  const day = 24 * 60 * 60 * 1000;
  const kept = await saveArticle(draft("text:kept"), 1);
  const late = await saveArticle(draft("text:late"), 2);
  const early = await saveArticle(draft("text:early", { original: { kind: "text", gzip: new ArrayBuffer(1) } }), 3);
  await saveThumbnail({ id: early.article.id, type: "" });
  await savePlace(early.article.id, { offset: 1, progress: 0.1, at: 4 });
  const now = 100 * day;
  await trashArticles([early.article.id], now - trashDays * day - 1);
  await trashArticles([late.article.id], now - trashDays * day + 1);
  expect(await purgeExpired(now)).toBe(1);
  expect(await purgeArticles([kept.article.id], now)).toBe(0); // what is not in the trash is not deleted
  const { articles, contents, originals, places, thumbnails, tombstones } = await everything();
  expect(articles?.map(({ id }) => id).sort()).toEqual([kept.article.id, late.article.id].sort());
  expect(contents).toHaveLength(2);
  expect([originals, places, thumbnails]).toEqual([[], [], []]);
  expect(tombstones).toEqual([{ id: early.article.id, at: now }]);
});

test("an article read to its end stays read when it is looked into again, until it is marked as unread", async () => {
  await database.articles.add(row("a"));
  await savePlace("a", { offset: 90, progress: 0.98, at: 5 });
  await savePlace("a", { offset: 1, progress: 0.1, at: 6 });
  expect((await database.articles.get("a"))?.marked).toEqual({ as: "finished", at: 5 });
  await markArticles(["a"], "unread", 7);
  await savePlace("a", { offset: 2, progress: 0.2, at: 8 });
  expect((await database.articles.get("a"))?.marked).toEqual({ as: "unread", at: 7 });
});
