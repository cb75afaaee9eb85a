// What happens to an index on disk: damage, another format, another thread that writes, a merge beside everything else.
import { expect, test, vi } from "vitest";
import { createIndex } from "#search/index/create-index.ts";
import { find } from "#search/index/find.ts";
import { IndexWriter } from "#search/index/index-writer.ts";
import { OpenIndex } from "#search/index/open-index.ts";
import { planOf } from "#search/index/plan.ts";
import { searchIndex } from "#search/index/search-index.ts";
import { IndexStore } from "#search/index/store.ts";
import { parseQuery } from "#search/query.ts";

const plan = (typed: string) => planOf(parseQuery(typed));
const document = (id: number, text = "港口的清晨") => ({
  id: `${id}`,
  title: `第 ${id} 篇`,
  text: `${text} ferry${id}`,
});
const many = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => document(from + at));
const idsOf = async (index: OpenIndex, typed: string) =>
  (await searchIndex(index, plan(typed), { limit: 500 })).candidates.map(({ id }) => id).sort();

async function opened(name: string) {
  const index = new OpenIndex(name);
  await index.open();
  return { index, writer: new IndexWriter(index) };
}

test("an index is there after a restart", async () => {
  const first = createIndex("restart");
  await first.addAll(many(0, 50));
  await first.add(document(50));
  await first.remove("3");
  await first.close();
  const second = createIndex("restart");
  expect(await second.search("港口", { limit: 100 })).toHaveLength(50);
  expect(await second.search("ferry50")).toMatchObject([{ id: "50" }]);
});

test.each([
  [
    "a block that was torn",
    async (store: IndexStore) =>
      store.blocks.toCollection().modify((block, ref) => {
        ref.value = block.slice(0, block.length / 2);
      }),
  ],
  ["blocks that are gone", async (store: IndexStore) => store.blocks.clear()],
  ["details that are gone", async (store: IndexStore) => store.details.clear()],
])("after %s it answers as empty and says that it was lost", async (what, harm) => {
  const { index, writer } = await opened(what);
  await writer.addAll(many(0, 50));
  await writer.end();
  index.store.close();
  const store = new IndexStore(what);
  await store.open();
  await harm(store);
  store.close();
  const again = await opened(what);
  again.index.onLost = vi.fn();
  expect(await idsOf(again.index, "港口")).toEqual([]);
  expect(again.index.onLost).toHaveBeenCalledOnce();
  await again.writer.addAll(many(0, 50));
  expect(await idsOf(again.index, "港口")).toHaveLength(50);
});

test("an index of another format is made anew", async () => {
  const { index, writer } = await opened("format");
  await writer.addAll(many(0, 5));
  await index.store.meta.put(0, "format");
  index.store.close();
  const again = await opened("format");
  expect(await idsOf(again.index, "港口")).toEqual([]);
});

test("another thread sees what was written when it looks again, and does not stumble over a merge", async () => {
  const writing = await opened("threads");
  const reading = await opened("threads");
  await writing.writer.addAll(many(0, 40));
  await reading.index.refresh();
  expect(await idsOf(reading.index, "港口")).toHaveLength(40);
  for (const one of many(40, 120)) await writing.writer.add(one);
  await writing.writer.settle();
  await writing.writer.settle(writing.index.readers.length);
  await writing.writer.end();
  reading.index.cache.clear();
  reading.index.onLost = vi.fn();
  expect(await idsOf(reading.index, "清晨")).toHaveLength(120); // its segments are gone: it finds the new ones by itself
  expect(reading.index.onLost).not.toHaveBeenCalled();
});

test("what is removed or changed while segments are merged stays removed and changed", async () => {
  const { index, writer } = await opened("beside");
  await writer.addAll(many(0, 60));
  for (const one of many(60, 92)) await writer.add(one);
  await Promise.all([
    writer.settle(),
    writer.remove(["1", "70"]),
    writer.add(document(2, "别的")),
    writer.add(document(80, "别的")),
    writer.settle(),
  ]);
  await writer.end();
  const left = await idsOf(index, "港口");
  expect(left).toHaveLength(88);
  expect(left).not.toContain("2");
  expect(await idsOf(index, "别的")).toEqual(["2", "80"]);
  expect(await idsOf(index, "ferry70 ")).not.toContain("70");
});

test("blocks a killed merge left behind are cleared away", async () => {
  const { index, writer } = await opened("orphans");
  await writer.addAll(many(0, 5));
  await index.store.writeBlocks(7, 0, [new Uint8Array(9)]);
  const before = await index.store.blocks.count();
  await index.store.dropOrphans();
  expect(await index.store.blocks.count()).toBe(before - 1);
  expect(await idsOf(index, "港口")).toHaveLength(5);
});

test("mistyped words are set right, but not where what was typed is found", async () => {
  const { index, writer } = await opened("typos");
  await writer.addAll([
    { id: "a", title: "Sourdough", text: "bread and patience" },
    { id: "b", title: "Lighthouse", text: "form and tide" },
    { id: "c", title: "Post", text: "from the harbour" },
  ]);
  const asked = async (typed: string) => find(index.snapshot(), plan(typed), { limit: 9 });
  expect(await asked("sourdogh ")).toMatchObject({ kind: "like", candidates: [{ id: "a" }] });
  expect(await asked("lihgthouse")).toMatchObject({ kind: "like", candidates: [{ id: "b" }] });
  expect(await asked("form")).toMatchObject({ kind: "exact", candidates: [{ id: "b" }] });
  expect(await asked("bread tide")).toMatchObject({ kind: "part" });
  expect((await asked("lightouse harbuor")).likes.get("harbuor")).toEqual(["harbour"]);
  expect((await asked('"sourdogh"')).candidates).toEqual([]);
});

test("filters hold whatever becomes of the words", async () => {
  const { index, writer } = await opened("filters");
  await writer.addAll([
    { id: "a", title: "渡口", text: "水", tags: ["河流"], site: "news.example.com", byline: "王小明", day: 10 },
    { id: "b", title: "渡船", text: "水", tags: ["手艺"], source: "河边日报", day: 20 },
  ]);
  const ids = (typed: string) => idsOf(index, typed);
  expect(await ids("tag:河流 水")).toEqual(["a"]);
  expect(await ids("tag:河流 水妖")).toEqual([]);
  expect(await ids("site:example.com")).toEqual(["a"]);
  expect(await ids("来源:河边")).toEqual(["b"]);
  expect(await ids("作者:小明")).toEqual(["a"]);
  expect(await ids("title:水")).toEqual([]);
  expect(await ids("水 -渡船")).toEqual(["a"]);
  expect(await ids("水 -tag:河流")).toEqual(["b"]);
  const found = await searchIndex(index, plan("水"), { limit: 9, days: [15, 30] });
  expect(found.candidates).toMatchObject([{ id: "b" }]);
});

test("a tag is that very tag, and the beginning of one only where there is none", async () => {
  const { index, writer } = await opened("tags");
  const names = ["Tag３", "tag30", "tag31", "標準"];
  await writer.addAll(names.map((tag, at) => ({ id: `${at}`, title: "渡口", text: "水", tags: [tag] })));
  expect(await idsOf(index, "tag:tag3")).toEqual(["0"]);
  expect(await idsOf(index, "标签:标准")).toEqual(["3"]);
  expect((await idsOf(index, "tag:ta")).sort()).toEqual(["0", "1", "2"]);
  await writer.remove(["0"]);
  expect((await idsOf(index, "tag:tag3")).sort()).toEqual(["1", "2"]);
});

test("the title that is the query comes first, then titles that hold it, then texts", async () => {
  const { index, writer } = await opened("rank");
  await writer.addAll([
    { id: "text", title: "别的", text: "港口清晨，港口清晨，港口清晨" },
    { id: "longer", title: "港口清晨的故事（三）", text: "一" },
    { id: "same", title: "港口清晨", text: "二" },
  ]);
  const { candidates } = await searchIndex(index, plan("港口清晨"), { limit: 9 });
  expect(candidates.map(({ id }) => id)).toEqual(["same", "longer", "text"]);
});

test("tags and numbers of thousands of characters, and signs that are no characters, stand in nobody's way", async () => {
  const { index, writer } = await opened("hostile");
  index.onLost = vi.fn();
  const long = `渡口\u202e"><img>\u2066\0\x02\ufeff${"长".repeat(5000)}${"w".repeat(5000)}`;
  const number = `GB 1${".1".repeat(3000)}`;
  await writer.addAll(many(0, 40));
  for (let id = 40; id < 80; id++) {
    const tags = [`${id}${long}`, long];
    await writer.add({
      ...document(id),
      title: long,
      text: `${long} ${number} 港口`,
      tags,
      byline: long,
      source: long,
    });
  }
  await writer.settle();
  expect(await idsOf(index, "港口")).toHaveLength(80);
  expect(await idsOf(index, "渡口")).toHaveLength(40);
  expect(await idsOf(index, "ferry7")).toEqual(["7"]);
  expect(await idsOf(index, `tag:"40${"渡口"}"`)).toEqual(["40"]);
  expect(await idsOf(index, "长长长")).toHaveLength(40);
  expect(await idsOf(index, "w".repeat(5000))).toHaveLength(40);
  expect(await idsOf(index, number)).toHaveLength(40);
  expect(index.onLost).not.toHaveBeenCalled();
});
