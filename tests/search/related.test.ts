import { beforeEach, expect, test } from "vitest";
import { database } from "#library/database.ts";
import { IndexWriter } from "#search/index/index-writer.ts";
import { OpenIndex } from "#search/index/open-index.ts";
import { relatedIn } from "#search/related.ts";

/** A shelf sorted by hand: what begins with the same letters belongs together. */
const shelf: [id: string, title: string, text: string, tags?: string[]][] = [
  ["screw1", "螺纹量规的检定", "螺纹塞规与环规按 GB/T 3934-2003 检定，中径用三针法测量，螺距误差记入证书。"],
  ["screw2", "一枚螺钉的旅程", "车床师傅用千分尺和三根量针测中径，再用环规试配，量规依 GB/T 3934-2003 制造。"],
  [
    "cold1",
    "乡镇卫生站的冷链账本",
    "疫苗从出厂到接种要经过十一次测温，冷藏箱里放着温度记录仪。停电的夜里，护士把疫苗搬进备用冰箱。",
  ],
  [
    "cold2",
    "疫苗运输的温度",
    "冷藏车的温度必须在二到八摄氏度之间，记录仪每十分钟存一个数。超温的疫苗一律封存，等待评估。",
  ],
  [
    "type1",
    "Why paper teaches screens",
    "Margins and measure were settled by printers long before screens. Leading follows the measure.",
  ],
  [
    "type2",
    "The measure of a line",
    "Printers set the measure first, then the leading. Long lines want more leading and wide margins.",
  ],
  ["tea1", "秋天的窑", "窑工把茶盏放进柴窑，烧了三天三夜。釉色出来是天青。", ["手艺"]],
  ["tea2", "竹编的手", "老人剖竹成篾，一只篮子要编两天。", ["手艺"]],
  ["alone", "港口的清晨", "天还没亮，码头的检疫员打开货柜，封条拆开，熏蒸两个小时以后才放行。"],
];

let index: OpenIndex;

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
  index = new OpenIndex(`related-${crypto.randomUUID()}`);
  await index.open();
  const writer = new IndexWriter(index);
  for (const [id, title, text, tags = []] of shelf) {
    const lang = /^[A-Z]/.test(title) ? "en" : "zh-Hans";
    const times = { savedAt: 1, refreshedAt: 1 };
    const row = { id, identity: `text:${id}`, title, lang, excerpt: "", length: { han: 40, words: 0 }, tags, ...times };
    await database.articles.add(row);
    await database.contents.add({ id, html: `<p>${text}</p>`, text, sanitizer: 1 });
    await writer.add({ id, title, text, tags });
  }
});

test.each([
  ["screw1", "screw2", "standards", "GB/T 3934-2003"],
  ["cold1", "cold2", "terms", "疫苗"],
  ["type2", "type1", "terms", "measure"],
  ["tea2", "tea1", "tags", "手艺"],
])("to %s belongs %s, because of %s", async (id, mate, kind, shared) => {
  const [first] = await relatedIn(index, id, 4);
  expect(first).toMatchObject({ id: mate, reason: { kind, shared: expect.arrayContaining([shared]) } });
});

test("an article of its own kind is left alone, and so is one that has gone", async () => {
  expect(await relatedIn(index, "alone", 4)).toEqual([]);
  expect(await relatedIn(index, "gone", 4)).toEqual([]);
});

test("what is in the trash is related to nothing", async () => {
  await database.articles.update("screw2", { trashedAt: 5 });
  expect((await relatedIn(index, "screw1", 4)).map(({ id }) => id)).not.toContain("screw2");
});
