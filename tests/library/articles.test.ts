import { beforeEach, expect, test } from "vitest";
import {
  allArticles,
  articleById,
  contentOf,
  type Draft,
  isKnown,
  saveArticle,
  setFavourite,
} from "#library/articles.ts";
import { libraryCounts, libraryLength } from "#library/counts.ts";
import { database } from "#library/database.ts";
import { awaitArticles } from "#library/pending.ts";
import { placeOf, savePlace } from "#library/places.ts";
import { purgeArticles, trashArticles } from "#library/trash.ts";

const draft = (overrides: Partial<Draft> = {}): Draft => ({
  identity: "url:https://example.com/a",
  title: "港口的清晨",
  lang: "zh-Hans",
  excerpt: "天还没亮。",
  length: { han: 400, words: 3 },
  html: "<p>天还没亮。</p>",
  text: "天还没亮。",
  sanitizer: 1,
  ...overrides,
});

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
});

test("a saved page is one light row and one body apart from it", async () => {
  const { article, refreshed } = await saveArticle(draft(), 1000);
  expect(refreshed).toBe(false);
  expect(await allArticles()).toEqual([article]);
  expect(article).not.toHaveProperty("html");
  expect(await contentOf(article.id)).toEqual({
    id: article.id,
    html: "<p>天还没亮。</p>",
    text: "天还没亮。",
    sanitizer: 1,
    pictures: [],
    hash: "642349e2e671d17d73e6dfd82efb17d0b86cd10bd12aeeb46fa2e0364cf9a5eb",
  });
});

test("the same page saved twice is refreshed, and keeps its star, its place and its date", async () => {
  const { article } = await saveArticle(draft(), 1000);
  await setFavourite(article.id, true, 2000);
  await savePlace(article.id, { offset: 3, progress: 0.6, at: 2500 });
  const again = await saveArticle(draft({ title: "港口的清晨（更新）", text: "天亮了。" }), 3000);
  expect(again.refreshed).toBe(true);
  expect(await allArticles()).toEqual([
    expect.objectContaining({
      id: article.id,
      title: "港口的清晨（更新）",
      savedAt: 1000,
      refreshedAt: 3000,
      favouritedAt: 2000,
    }),
  ]);
  expect(await placeOf(article.id)).toMatchObject({ offset: 3, progress: 0.6, at: 2500 });
  expect((await contentOf(article.id))?.text).toBe("天亮了。");
});

test("two tabs that save the same page at the same moment make one article", async () => {
  await Promise.all(Array.from({ length: 8 }, (_, at) => saveArticle(draft(), at)));
  expect(await allArticles()).toHaveLength(1);
  expect(await database.contents.count()).toBe(1);
});

test("a body that cannot be stored leaves no row behind, and says so by its code", async () => {
  const refuse = () => {
    throw new DOMException("no room", "QuotaExceededError");
  };
  database.contents.hook("creating", refuse);
  await expect(saveArticle(draft(), 1000)).rejects.toMatchObject({ code: "storage-full" });
  database.contents.hook("creating").unsubscribe(refuse);
  expect(await allArticles()).toEqual([]);
  await saveArticle(draft(), 2000); // and the library goes on
  expect(await allArticles()).toHaveLength(1);
});

test("the shelf has the newest first", async () => {
  const a = (await saveArticle(draft({ identity: "text:a" }), 1)).article.id;
  const b = (await saveArticle(draft({ identity: "text:b" }), 2)).article.id;
  expect((await allArticles()).map(({ id }) => id)).toEqual([b, a]);
});

const deleteForGood = async (id: string, at: number) => {
  await trashArticles([id], at);
  await purgeArticles([id], at);
};

test("a deleted guide stays known, so that it is not planted again", async () => {
  expect(await isKnown("guide-zh")).toBe(false);
  await saveArticle(draft({ id: "guide-zh", identity: "guide:guide-zh" }), 1);
  await deleteForGood("guide-zh", 2);
  expect(await isKnown("guide-zh")).toBe(true);
  expect(await articleById("guide-zh")).toBeNull();
});

test("a place written for an article that was just deleted brings nothing back", async () => {
  const { article } = await saveArticle(draft(), 1);
  await deleteForGood(article.id, 2);
  await savePlace(article.id, { offset: 1, progress: 1, at: 3 });
  expect(await allArticles()).toEqual([]);
  expect(await database.places.count()).toBe(0);
});

test("the counts are those of what is kept", async () => {
  const { article } = await saveArticle(draft(), 1);
  await saveArticle(draft({ identity: "text:b", length: { han: 0, words: 250 } }), 2);
  await setFavourite(article.id, true, 3);
  expect(await libraryCounts()).toEqual({ articles: 2, favourites: 1, notes: 0 });
  expect(await libraryLength()).toBe(653);
  await trashArticles([article.id], 4);
  expect(await libraryCounts()).toEqual({ articles: 1, favourites: 0, notes: 0 });
  expect(await libraryLength()).toBe(250);
});

const picture = (id: string) => ({
  id,
  type: "image/png",
  bytes: new Uint8Array([1, 2, 3]).buffer,
  width: 3,
  height: 2,
});

test("a picture two articles show is kept once, and goes with the last of them", async () => {
  const a = (await saveArticle(draft({ identity: "text:a", pictures: [picture("p"), picture("q")] }), 1)).article.id;
  const b = (await saveArticle(draft({ identity: "text:b", pictures: [picture("p")] }), 2)).article.id;
  expect(await database.pictures.count()).toBe(2);
  await trashArticles([a], 3);
  expect(await database.pictures.count()).toBe(2);
  await purgeArticles([a], 3);
  expect((await database.pictures.toArray()).map(({ id }) => id)).toEqual(["p"]);
  await deleteForGood(b, 4);
  expect(await database.pictures.count()).toBe(0);
});

test("a refreshed article lets go of the pictures it no longer shows", async () => {
  await saveArticle(draft({ pictures: [picture("p"), picture("q")] }), 1);
  await saveArticle(draft({ pictures: [picture("q")] }), 2);
  expect((await database.pictures.toArray()).map(({ id }) => id)).toEqual(["q"]);
});

test("an awaited page is filled in place when it arrives, and is not awaited twice", async () => {
  const awaited = { identity: "url:https://example.com/a", title: "等着的页", url: "https://example.com/a" };
  const [waiting] = await awaitArticles([awaited, awaited], 1000);
  expect(await awaitArticles([awaited], 1500)).toEqual([]);
  expect(await articleById(waiting?.id ?? "")).toMatchObject({ pending: true, title: "等着的页" });
  const saved = await saveArticle(draft(), 2000);
  expect(saved).toMatchObject({ awaited: true, refreshed: false });
  expect(saved.article).toMatchObject({ id: waiting?.id, savedAt: 1000, title: "港口的清晨" });
  expect(saved.article.pending).toBeUndefined();
  expect(await allArticles()).toHaveLength(1);
  expect(await awaitArticles([awaited], 3000)).toEqual([]); // a page that is here is not waited for
});
