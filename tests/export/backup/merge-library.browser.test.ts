import { beforeEach, expect, test, vi } from "vitest";
import { articlesByIdentities, saveArticle } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { removeHighlight } from "#library/highlights.ts";
import { lastRestore, undoRestore } from "#library/restore-record.ts";
import { purgeArticles, trashArticles } from "#library/trash.ts";
import { allRows, clearLibrary, fillLibrary } from "./full-library.ts";
import { backUp, check, restore } from "./make-backup.ts";

const later = Date.UTC(2026, 3, 1);

beforeEach(async () => {
  await clearLibrary();
  await fillLibrary(10);
});

function draft(number: number, html: string) {
  return {
    ...{
      identity: `url:https://a.example/${number}`,
      title: "新抓取",
      lang: "zh",
      excerpt: "",
      length: { han: 1, words: 0 },
    },
    ...{ html, text: html.replace(/<[^>]*>/g, ""), sanitizer: 1 },
  };
}

test("a page kept again under another id is one article, with the marks and notes of both", async () => {
  const file = await backUp();
  const former = (await database.contents.get("article-2"))?.html;
  await clearLibrary();
  const { article } = await saveArticle(draft(2, `<p>前言。</p>${former}`), later);
  await database.notes.put({ id: article.id, text: "新的话", at: later });
  await restore(file);
  expect(await articlesByIdentities(["url:https://a.example/2"])).toMatchObject([{ id: article.id, title: "新抓取" }]);
  expect(await database.articles.get("article-2")).toBeUndefined();
  expect((await database.contents.get(article.id))?.html).toContain("前言");
  expect((await database.notes.get(article.id))?.text).toBe("新的话");
  const [mark] = await database.highlights.where("articleId").equals(article.id).toArray();
  expect(mark?.anchor.quote.exact).toBe("渡口 2");
  expect(mark?.anchor.position?.start).toBe(3); // found again in the words that are here
  expect((await database.readings.get("reading-2"))?.articleId).toBe(article.id);
  expect((await check(file)).outlook).toMatchObject({ new: 0, older: 1 });
});

test("what was deleted here stays deleted, is said, and can be brought back", async () => {
  const file = await backUp();
  await trashArticles(["article-2", "article-3"], later);
  await purgeArticles(["article-2"], later);
  await removeHighlight("mark-4", later);
  expect((await check(file)).outlook).toMatchObject({ new: 0, deleted: 2 });
  const deleted = await allRows();
  expect(await restore(file)).toMatchObject({ added: 0, deleted: 2 });
  expect(await allRows()).toEqual(deleted);
  await restore(file, { bringBack: true });
  expect(await database.articles.get("article-2")).toBeDefined();
  expect((await database.articles.get("article-3"))?.trashedAt).toBeUndefined();
  expect(await database.highlights.get("mark-4")).toBeDefined();
  expect(await database.tombstones.get("article-2")).toBeUndefined();
});

test("a restore that wrote over things can be undone: all of it stands as before, what is new is in the trash", async () => {
  const file = await backUp(later);
  await database.articles.update("article-2", { refreshedAt: 1, title: "旧" });
  await database.contents.update("article-2", { html: "<p>旧</p>", text: "旧" });
  await database.notes.put({ id: "article-3", text: "旧话", at: 1 });
  await database.highlights.delete("mark-5");
  await Promise.all(
    ["articles", "contents", "originals", "places", "notes"].map((name) => database.table(name).delete("article-6")),
  );
  const before = await allRows();
  expect(await restore(file)).toMatchObject({ added: 1 });
  expect((await database.articles.get("article-2"))?.title).toContain("渡口");
  expect((await database.notes.get("article-3"))?.text).toBe("记 3");
  expect(await lastRestore()).toBeDefined();
  await undoRestore(later);
  const after = await allRows();
  const [brought] = (after.articles as { id: string; trashedAt?: number }[]).filter(({ id }) => id === "article-6");
  expect(brought?.trashedAt).toBe(later);
  for (const name of ["articles", "contents", "places", "originals", "notes"])
    after[name] = (after[name] ?? []).filter((row) => (row as { id: string }).id !== "article-6");
  expect(after).toEqual(before);
  expect(await lastRestore()).toBeUndefined();
});

test("a restore that is interrupted anywhere leaves whole articles, and restoring again gives all", async () => {
  await fillLibrary(150);
  const whole = await allRows();
  const file = await backUp();
  for (const stopAfter of [0, 1, 2]) {
    await clearLibrary();
    const stop = new AbortController();
    let steps = 0;
    const tell = () => {
      if (steps++ >= stopAfter) stop.abort();
    };
    await expect(restore(file, { signal: stop.signal, tell })).rejects.toThrow();
    const articles = await database.articles.toArray();
    expect(articles.length).toBeGreaterThan(0);
    for (const { id, pending } of articles) {
      const content = await database.contents.get(id);
      if (pending) continue;
      expect(content).toBeDefined();
      for (const picture of content?.pictures ?? []) expect(await database.pictures.get(picture)).toBeDefined();
      expect(await database.notes.get(id)).toBeDefined();
    }
    await restore(file);
    expect(await allRows()).toEqual(whole);
  }
});

test("a restore done in two goes is undone to what was before the first, though the clock was set back between them", async () => {
  await fillLibrary(150);
  const file = await backUp(later);
  await database.articles.update("article-10", { refreshedAt: 1, title: "旧" });
  const stop = new AbortController();
  await expect(restore(file, { signal: stop.signal, tell: () => stop.abort() })).rejects.toThrow();
  expect((await database.articles.get("article-10"))?.title).not.toBe("旧");
  await database.articles.update("article-10", { refreshedAt: 2, title: "其间" });
  const now = vi.spyOn(Date, "now").mockReturnValue(1);
  await restore(file);
  now.mockRestore();
  await undoRestore(later);
  expect((await database.articles.get("article-10"))?.title).toBe("旧");
});
