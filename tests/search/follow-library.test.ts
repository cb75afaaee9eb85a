import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { saveArticleNote } from "#library/article-notes.ts";
import { saveArticle } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { restoreArticles, trashArticles } from "#library/trash.ts";
import { Search } from "#search/answer.ts";
import type { Chip } from "#search/chips.ts";
import { Follower } from "#search/follow-library.ts";
import { OpenIndex } from "#search/index/open-index.ts";

let index: OpenIndex;
let follower: Follower;
let made = 0;

const draft = (title: string, text: string) => ({
  identity: `url:https://example.com/${title}`,
  url: `https://example.com/${title}`,
  title,
  lang: "zh-Hans",
  excerpt: text.slice(0, 20),
  length: { han: text.length, words: 0 },
  html: `<p>${text}</p>`,
  text,
  sanitizer: 1,
});

const titles = async (typed: string, chip: Chip = "all") =>
  (await new Search(typed, chip, index).answer(20, Date.now(), () => true)).hits.map(({ article }) => article.title);

beforeEach(async () => {
  vi.stubGlobal("navigator", {}); // no locks: this thread is alone
  await database.open();
  await Promise.all(database.tables.map((table) => table.clear()));
  index = new OpenIndex(`follow-${made++}`);
  await index.open();
  follower = new Follower(index);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test("what was kept before it began is found, and what is kept, changed, deleted and brought back after", async () => {
  await saveArticle(draft("渡口", "摆渡人把缆绳绕了三圈"), 1);
  await follower.begin();
  expect(await titles("摆渡")).toEqual(["渡口"]);

  const { article } = await saveArticle(draft("灯塔", "守塔人点灯"), 2);
  await vi.waitFor(async () => expect(await titles("守塔")).toEqual(["灯塔"]));
  await saveArticle(draft("灯塔", "守塔人已经走了"), 3);
  await vi.waitFor(async () => expect(await titles("走了")).toEqual(["灯塔"]));
  expect(await titles('"点灯"')).toEqual([]);

  await trashArticles([article.id], 4);
  await vi.waitFor(async () => expect(await titles("走了")).toEqual([]));
  await restoreArticles([article.id]);
  await vi.waitFor(async () => expect(await titles("走了")).toEqual(["灯塔"]));
});

test("a note is found, and in notes alone when they are what is searched", async () => {
  const { article } = await saveArticle(draft("渡口", "摆渡人"), 1);
  await saveArticle(draft("老王", "老王的船"), 2);
  await follower.begin();
  await saveArticleNote(article.id, "记得问老王", 3);
  await vi.waitFor(async () => expect(await titles("老王", "note")).toEqual(["渡口"]));
  expect((await titles("老王")).sort()).toEqual(["渡口", "老王"]);
  expect(await titles("老王", "title")).toEqual(["老王"]);
});

test("an article in the trash is not found", async () => {
  const { article } = await saveArticle(draft("渡口", "摆渡人"), 1);
  await follower.begin();
  await database.articles.update(article.id, { trashedAt: 5 });
  await vi.waitFor(async () => expect(await titles("摆渡")).toEqual([]));
});

test("after damage the index is made again from the library", async () => {
  for (let at = 0; at < 40; at++) await saveArticle(draft(`渡口${at}`, "摆渡人"), at);
  await follower.begin();
  await index.store.blocks.clear();
  index.cache.clear();
  expect(await titles("摆渡")).toEqual([]);
  expect(follower.isBehind).toBe(true);
  await vi.waitFor(() => expect(follower.isBehind).toBe(false));
  expect(await titles("摆渡")).toHaveLength(20);
});

test("damage a merge comes upon is made good before anybody searches", async () => {
  for (let at = 0; at < 40; at++) await saveArticle(draft(`渡口${at}`, "摆渡人"), at);
  await follower.begin();
  await index.store.blocks.clear();
  const lost = vi.spyOn(index.store, "empty");
  for (let at = 40; at < 75; at++) await saveArticle(draft(`渡口${at}`, "摆渡人"), at);
  await vi.waitFor(() => expect(lost).toHaveBeenCalled(), 30_000);
  await vi.waitFor(() => expect(index.snapshot().documents).toBe(75), 30_000);
}, 90_000);

test("damage a building comes upon is made good before it counts as done", async () => {
  for (let at = 0; at < 40; at++) await saveArticle(draft(`渡口${at}`, "摆渡人"), at);
  await follower.begin();
  await follower.rest();
  await index.store.blocks.clear();
  for (let at = 40; at < 75; at++) await saveArticle(draft(`渡口${at}`, "摆渡人"), at);
  const lost = vi.spyOn(index.store, "empty");
  const next = new Follower(index);
  await next.begin();
  expect(lost).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(next.isBehind).toBe(false), 30_000);
  expect(index.snapshot().documents).toBe(75);
}, 90_000);

test("an index that is let go during a merge stays empty", async () => {
  await follower.begin();
  const { store } = index;
  const write = store.writeBlocks.bind(store);
  let emptied: Promise<void> | undefined;
  vi.spyOn(store, "writeBlocks").mockImplementation(async (...blocks) => {
    await write(...blocks);
    emptied = follower.rest().then(() => index.empty());
    await new Promise((resolve) => setTimeout(resolve, 100)); // time enough to empty it, for one who does not wait
  });
  const placed = vi.spyOn(store.segments, "put");
  const dropped = vi.spyOn(store, "dropBlocks"); // the last thing a merge does
  for (let at = 0; at < 35; at++) await saveArticle(draft(`渡口${at}`, "摆渡人"), at);
  await vi.waitFor(() => expect(dropped).toHaveBeenCalled(), 30_000);
  await emptied;
  expect(placed).not.toHaveBeenCalled();
  expect(await Promise.all([store.segments, store.pending, store.blocks].map((table) => table.count()))).toEqual([
    0, 0, 0,
  ]);
}, 90_000);

test("filters ask the library: favourites, what was read, this month", async () => {
  const { article } = await saveArticle(draft("渡口", "水"), 1);
  await saveArticle(draft("灯塔", "水"), Date.now());
  await database.articles.update(article.id, { favouritedAt: 5 });
  await database.places.put({ id: article.id, offset: 0, progress: 1, at: 1 });
  await follower.begin();
  expect(await titles("水 is:fav")).toEqual(["渡口"]);
  expect(await titles("水", "favourite")).toEqual(["渡口"]);
  expect(await titles("水 是:未读")).toEqual(["灯塔"]);
  expect(await titles("is:read")).toEqual(["渡口"]);
  expect(await titles("水", "month")).toEqual(["灯塔"]);
});

test("a phrase of Chinese is confirmed in the text; pieces of it are shown only where nobody wrote it", async () => {
  await saveArticle(draft("一", "标准，准化"), 1);
  await saveArticle(draft("二", "标准化"), 2);
  await follower.begin();
  expect(await titles("标准化")).toEqual(["二"]);
  const loose = await new Search("化标准化", "all", index).answer(20, 1, () => true);
  expect(loose.fit).toBe("part");
});
