// A tab that is closed or a phone that kills it, at any moment of adding and merging.
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { IndexWriter } from "#search/index/index-writer.ts";
import { OpenIndex } from "#search/index/open-index.ts";
import { planOf } from "#search/index/plan.ts";
import { searchIndex } from "#search/index/search-index.ts";
import { parseQuery } from "#search/query.ts";

let made = 0;

vi.stubGlobal("reportError", () => {}); // a merge whose storage is taken away says so

test("killed while documents are added and merged, an index has each that was said to be in, once, and goes on", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 20, max: 90 }),
      fc.integer({ min: 0, max: 12 }),
      fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }),
      async (count, turns, removed) => {
        const name = `killed-${made++}`;
        const first = await opened(name);
        const kept = new Set<string>();
        for (let at = 0; at < count; at++) {
          const id = `${at % 61}`; // some come a second time
          await first.writer.add({ id, title: "渡口", text: `港口的清晨 stone bridge ferry${at}` });
          kept.add(id);
        }
        for (const at of removed) {
          await first.writer.remove([`${at}`]);
          kept.delete(`${at}`);
        }
        first.writer.settle().catch(() => {}); // its storage goes away under it
        for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setTimeout(resolve, turn));
        first.index.store.close();

        const second = await opened(name);
        await second.index.store.dropOrphans();
        expect(await idsOf(second.index, "港口")).toEqual([...kept].sort());
        await second.writer.add({ id: "new", title: "渡口", text: "港口" });
        await second.writer.settle(second.index.readers.length);
        expect(await idsOf(second.index, "港口")).toEqual([...kept, "new"].sort());
        expect(await idsOf(second.index, "stone bridge")).toEqual([...kept].sort());
        await second.writer.end();
        second.index.store.close();
      },
    ),
    { numRuns: 12 },
  );
}, 20_000);

test("words in their order come before the same words elsewhere, also once they are merged", async () => {
  const { index, writer } = await opened("order");
  const scattered = "the river of stone and a bridge to the east of it, and the old ferry";
  for (let at = 0; at < 40; at++) await writer.add({ id: `${at}`, title: "x", text: scattered });
  await writer.add({ id: "said", title: "x", text: `${scattered} ${scattered} the old bridge of stone to the ferry` });
  const first = async () =>
    (await searchIndex(index, planOf(parseQuery("old bridge of stone to the ferry")), { limit: 1 })).candidates;
  expect(await first()).toMatchObject([{ id: "said" }]);
  await writer.settle(index.readers.length);
  expect(await first()).toMatchObject([{ id: "said" }]);
});

test.each([
  ["its writer ends", 40, async ({ writer }: Opened) => void writer.end()],
  ["the index is emptied", 0, ({ index }: Opened) => index.empty()],
])("a merge gives up when %s, and leaves nothing behind", async (what, left, happens) => {
  const { index, writer } = await opened(what);
  index.onLost = vi.fn();
  for (let at = 0; at < 40; at++) await writer.add({ id: `${at}`, title: "渡口", text: "港口" });
  const { store } = index;
  const write = store.writeBlocks.bind(store);
  vi.spyOn(store, "writeBlocks").mockImplementation(async (...blocks) => {
    await write(...blocks);
    await happens({ index, writer });
  });
  const placed = vi.spyOn(store.segments, "put");
  await writer.settle();
  expect(store.writeBlocks).toHaveBeenCalledOnce();
  expect(placed).not.toHaveBeenCalled();
  expect([await store.segments.count(), await store.blocks.count()]).toEqual([0, 0]);
  expect(await idsOf(index, "港口")).toHaveLength(left);
  expect(index.onLost).not.toHaveBeenCalled();
});

type Opened = Awaited<ReturnType<typeof opened>>;

async function opened(name: string) {
  const index = new OpenIndex(name);
  await index.open();
  return { index, writer: new IndexWriter(index) };
}

async function idsOf(index: OpenIndex, typed: string): Promise<string[]> {
  const { candidates } = await searchIndex(index, planOf(parseQuery(typed)), { limit: 500 });
  return candidates.map(({ id }) => id).sort();
}
