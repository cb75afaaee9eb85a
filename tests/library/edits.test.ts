import { beforeEach, expect, test } from "vitest";
import { articleById, contentOf, type Draft, saveArticle, setFavourite } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { editFields, type Former, putBack, type Remade, replaceBody } from "#library/edits.ts";
import { placeOf, savePlace } from "#library/places.ts";
import { purgeArticles, trashArticles } from "#library/trash.ts";

const picture = (id: string) => ({
  id,
  type: "image/png",
  bytes: new Uint8Array([1, 2, 3]).buffer,
  width: 3,
  height: 2,
});

const draft = (overrides: Partial<Draft> = {}): Draft => ({
  identity: "url:https://example.com/a",
  title: "港口的清晨",
  byline: "林知远",
  published: "2019-09-03T10:20",
  lang: "zh-Hans",
  excerpt: "天还没亮。",
  length: { han: 4, words: 0 },
  receipt: { via: "html", at: 1000, bytes: 20, pictures: { kept: 1, missing: {} } },
  html: '<p>天还没亮。</p><p><img data-picture="p"></p>',
  text: "天还没亮。",
  sanitizer: 1,
  pictures: [picture("p")],
  ...overrides,
});

const remade = (overrides: Partial<Remade> = {}): Remade => ({
  html: "<p>天亮了。</p>",
  text: "天亮了。",
  sanitizer: 1,
  pictures: [],
  fresh: [],
  missing: {},
  lang: "zh-Hans",
  excerpt: "天亮了。",
  length: { han: 3, words: 0 },
  found: {},
  ...overrides,
});

const written = { title: "港口的黄昏", byline: "", source: "远洋观察", published: "2019-09-03T10:20" };

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
});

test("what the reader wrote is kept, what was left alone is not called the reader's", async () => {
  const { article } = await saveArticle(draft(), 1000);
  await editFields(article.id, written);
  const now = await articleById(article.id);
  expect(now).toMatchObject({ title: "港口的黄昏", source: "远洋观察", published: "2019-09-03T10:20" });
  expect(now).not.toHaveProperty("byline");
  expect(now?.edited).toEqual(["title", "byline", "source"]);
});

test("neither a new capture nor another reading of the page writes over the reader's own fields", async () => {
  const { article } = await saveArticle(draft(), 1000);
  await editFields(article.id, written);
  const again = await saveArticle(draft({ title: "别的标题", source: "某站", published: "2020-01-01" }), 2000);
  expect(again.article).toMatchObject({ title: "港口的黄昏", source: "远洋观察", published: "2020-01-01" });
  expect(again.article).not.toHaveProperty("byline");
  await replaceBody(article.id, remade({ found: { title: "又一个", byline: "佚名", published: "2021-02-03" } }));
  const now = await articleById(article.id);
  expect(now).toMatchObject({ title: "港口的黄昏", source: "远洋观察", published: "2021-02-03" });
  expect(now).not.toHaveProperty("byline");
});

test("another body changes the words and what is said of them; star, place and dates stay", async () => {
  const { article } = await saveArticle(draft(), 1000);
  await setFavourite(article.id, true, 2000);
  await savePlace(article.id, { offset: 3, progress: 0.6, at: 2500 });
  await replaceBody(article.id, remade({ pictures: ["q"], fresh: [picture("q")], missing: { absent: 1 } }));
  expect(await articleById(article.id)).toMatchObject({
    excerpt: "天亮了。",
    length: { han: 3, words: 0 },
    savedAt: 1000,
    refreshedAt: 1000,
    favouritedAt: 2000,
    receipt: { via: "html", at: 1000, bytes: 14, pictures: { kept: 1, missing: { absent: 1 } } },
  });
  expect(await placeOf(article.id)).toMatchObject({ offset: 3, progress: 0.6, at: 2500 });
  expect((await contentOf(article.id))?.text).toBe("天亮了。");
  expect(await database.pictures.toCollection().primaryKeys()).toEqual(["q"]);
});

test("a picture set aside stays in the library as long as the body does", async () => {
  const { article } = await saveArticle(draft(), 1000);
  await replaceBody(
    article.id,
    remade({ aside: [{ address: "https://a.invalid/p", id: "p", width: "3", height: "2" }] }),
  );
  expect(await database.pictures.count()).toBe(1);
  await trashArticles([article.id], 2000);
  await purgeArticles([article.id], 2000);
  expect(await database.pictures.count()).toBe(0);
});

test("undo puts row, body and pictures back as they were, but not a star given meanwhile", async () => {
  const { article } = await saveArticle(draft(), 1000);
  const content = await contentOf(article.id);
  const fields = (await editFields(article.id, written)) as Former;
  const body = (await replaceBody(article.id, remade())) as Former;
  await setFavourite(article.id, true, 2000);
  expect(await putBack(body)).toBe(true);
  expect(await putBack(fields)).toBe(true);
  expect(await articleById(article.id)).toEqual({ ...article, favouritedAt: 2000 });
  expect(await contentOf(article.id)).toEqual(content);
  expect(await database.pictures.toCollection().primaryKeys()).toEqual(["p"]);
});

test("undo does not bring back what a newer capture or a deletion has replaced", async () => {
  const { article } = await saveArticle(draft(), 1000);
  const former = (await replaceBody(article.id, remade())) as Former;
  await saveArticle(draft({ text: "新的一份" }), 3000);
  expect(await putBack(former)).toBe(false);
  expect((await contentOf(article.id))?.text).toBe("新的一份");
  await trashArticles([article.id], 4000);
  await purgeArticles([article.id], 4000);
  expect(await putBack(former)).toBe(false);
  expect(await database.articles.count()).toBe(0);
});

test("numbers written by hand stay, and those taken away stay away", async () => {
  const { article } = await saveArticle(
    draft({ standards: ["GB/T 1.1-2020"], documentNumbers: ["国质检〔2013〕12号"] }),
    1000,
  );
  const numbers = { standards: ["ISO 9001:2015", "GB 4806.7-2016"], documentNumbers: [] };
  const former = await editFields(article.id, { ...written, ...numbers });
  const now = await articleById(article.id);
  expect(now?.standards).toEqual(["ISO 9001:2015", "GB 4806.7-2016"]);
  expect(now).not.toHaveProperty("documentNumbers");
  expect(now?.edited).toEqual(["title", "byline", "source", "documentNumbers", "standards"]);
  await saveArticle(draft({ standards: ["GB/T 1.1-2020"], documentNumbers: ["国质检〔2013〕12号"] }), 2000);
  expect(await articleById(article.id)).toMatchObject({ standards: ["ISO 9001:2015", "GB 4806.7-2016"] });
  expect(await articleById(article.id)).not.toHaveProperty("documentNumbers");
  expect(await putBack(former as Former)).toBe(false); // captured anew meanwhile
});
