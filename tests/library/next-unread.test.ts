import { beforeEach, expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import { articleById } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { archiveArticles, unarchiveArticles } from "#library/lists.ts";
import { nextUnread } from "#library/next-unread.ts";
import { savePlace } from "#library/places.ts";

const article = (id: string, savedAt: number, more: Partial<Article> = {}): Article => ({
  id,
  identity: `url:https://example.com/${id}`,
  title: id,
  lang: "zh-Hans",
  excerpt: "",
  length: { han: 100, words: 0 },
  savedAt,
  refreshedAt: savedAt,
  ...more,
});
const rows = [article("a", 4), article("b", 3), article("c", 2, { pending: true }), article("d", 1)];
const after = async (id: string) => (await nextUnread(rows.find((row) => row.id === id) as Article))?.id;

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
  await database.articles.bulkAdd(rows);
});

test("after an article comes the next older one that was never opened, and after the oldest the latest", async () => {
  expect(await after("a")).toBe("b");
  expect(await after("b")).toBe("d"); // c still waits for its text
  expect(await after("d")).toBe("a");
});

test("what was opened or archived is passed over, until nothing is left", async () => {
  await savePlace("b", { offset: 0, progress: 0.1, at: 1 });
  expect(await after("a")).toBe("d");
  await archiveArticles(["d"], 5);
  expect(await after("a")).toBeUndefined();
  await unarchiveArticles(["d"]);
  expect(await after("a")).toBe("d");
  expect((await articleById("d"))?.archivedAt).toBeUndefined();
});
