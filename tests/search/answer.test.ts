import { beforeEach, expect, test, vi } from "vitest";
import { saveArticle } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { Search } from "#search/answer.ts";
import { Follower } from "#search/follow-library.ts";
import { OpenIndex } from "#search/index/open-index.ts";

const index = new OpenIndex("answer");
const many = 30;
const isWanted = () => true;

beforeEach(async () => {
  vi.stubGlobal("navigator", {}); // no locks: this thread is alone
  await database.open();
  for (let at = 0; at < many; at++)
    await saveArticle(
      {
        identity: `url:https://example.com/${at}`,
        title: `第${at}天`,
        lang: "zh-Hans",
        excerpt: "",
        length: { han: 9, words: 0 },
        html: "<p>摆渡人把缆绳绕了三圈</p>",
        text: "摆渡人把缆绳绕了三圈",
        sanitizer: 1,
      },
      at,
    );
  await index.open();
  await new Follower(index).begin();
  return () => vi.unstubAllGlobals();
});

test("the next page asked for while the first is on its way gives each article once", async () => {
  const search = new Search("摆渡", "all", index);
  const [first, second] = await Promise.all([search.answer(20, 0, isWanted), search.answer(40, 0, isWanted)]);
  expect(first).toMatchObject({ hasMore: true });
  expect(first.hits).toHaveLength(20);
  const ids = second.hits.map(({ article }) => article.id);
  expect(new Set(ids).size).toBe(many);
  expect(ids).toHaveLength(many);
  expect(second).toMatchObject({ total: many, isExact: true, hasMore: false });
});
