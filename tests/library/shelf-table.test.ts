import { effect } from "@preact/signals-core";
import { beforeEach, expect, test, vi } from "vitest";
import type { Article } from "#domain/article.ts";
import { addPlace, readFacts, writeFacts } from "#domain/facts.ts";
import { setFavourite } from "#library/articles.ts";
import { database, LibraryDatabase } from "#library/database.ts";
import { migrations } from "#library/migrations.ts";
import { savePlace } from "#library/places.ts";
import { loadRows, rowOf } from "#library/rows.ts";
import { shelfTable } from "#library/shelf-table.ts";

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

effect(() => {
  shelfTable.value; // watched as a screen would
});

beforeEach(() => Promise.all([database.articles.clear(), database.places.clear()]));

/** The table once it says what going through the whole library says. */
async function settled() {
  await vi.waitFor(async () => {
    const articles = await database.articles.toArray();
    const places = new Map((await database.places.toArray()).map((place) => [place.id, place]));
    const facts = readFacts(articles.map(writeFacts)) ?? [];
    for (const one of facts) {
      const place = places.get(one.id);
      if (place) addPlace(one, place);
    }
    expect(shelfTable.value).toEqual(new Map(facts.map((one) => [one.id, one])));
  });
  return shelfTable.value;
}

test("the table follows every way an article is written, one by one and by hundreds", async () => {
  await database.articles.bulkAdd(Array.from({ length: 120 }, (_, at) => row(`a${at}`)));
  expect((await settled())?.size).toBe(120);
  await setFavourite("a7", true, 9);
  await savePlace("a8", { offset: 3, progress: 0.4, at: 5 });
  await database.articles.update("a9", { tags: ["手艺"] });
  const table = await settled();
  expect([table?.get("a7")?.favouritedAt, table?.get("a8")?.progress, table?.get("a9")?.tags]).toEqual([
    9,
    0.4,
    ["手艺"],
  ]);
  await database.articles.where("id").startsWith("a1").modify({ archivedAt: 4 });
  await database.articles.bulkDelete(["a2", "a3"]);
  await settled();
  await database.articles.where("id").above("a5").delete();
  await settled();
});

test("a write that fails leaves the facts as they were, and a batch that fails in part keeps step", async () => {
  await database.articles.add(row("a"));
  await expect(
    database.transaction("rw", database.articles, async () => {
      await database.articles.add(row("b"));
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await database.articles.bulkAdd([row("c"), row("x", { identity: "text:a" }), row("d")]).catch(() => {});
  expect((await database.facts.toCollection().primaryKeys()).sort()).toEqual(
    (await database.articles.toCollection().primaryKeys()).sort(),
  );
});

test("a row in memory is as new as the table", async () => {
  await database.articles.add(row("a"));
  await settled();
  await loadRows(["a"]);
  await database.articles.update("a", { title: "改过的" });
  await vi.waitFor(() => expect(rowOf("a")?.article.title).toBe("改过的"));
});

test("facts that an older Liuye never wrote are made when they are wanted", async () => {
  const before = new LibraryDatabase("liuye-before", migrations.slice(0, 2));
  await before.articles.bulkAdd([row("old"), row("older")]);
  before.close();
  const now = new LibraryDatabase("liuye-before");
  expect(await now.facts.count()).toBe(0);
  await now.articles.update("old", { title: "x" });
  expect(await now.facts.count()).toBe(1); // fewer than articles: the table will see it
  await now.delete();

  await database.articles.bulkAdd([row("a"), row("b")]);
  await database.facts.clear();
  await settled();
  expect(await database.facts.count()).toBe(2);
});

test("a marked passage or a note makes its article one with notes, and taking it away no longer", async () => {
  await database.articles.bulkAdd([row("a"), row("b"), row("c")]);
  await settled();
  await database.notes.put({ id: "a", text: "记一笔", at: 1 });
  const anchor = { quote: { exact: "词", prefix: "", suffix: "" }, position: { start: 0, end: 1 } };
  await database.highlights.put({ id: "h", articleId: "b", anchor, colour: "yellow", at: 1 });
  const noted = () => [...(shelfTable.value?.values() ?? [])].filter(({ hasNotes }) => hasNotes).map(({ id }) => id);
  await vi.waitFor(() => expect(noted()).toEqual(["a", "b"]));
  await Promise.all([database.notes.clear(), database.highlights.clear()]);
  await vi.waitFor(() => expect(noted()).toEqual([]));
});
