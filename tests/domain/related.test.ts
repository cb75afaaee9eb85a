import fc from "fast-check";
import { expect, test } from "vitest";
import { type Profile, relatedTo } from "#domain/related.ts";
import { keyTerms } from "#domain/text/key-terms.ts";
import { standardsIn } from "#domain/text/standards.ts";

/** A small library sorted by hand: articles of one letter belong together, and to no other. */
const labelled: Record<string, [title: string, text: string][]> = {
  screws: [
    [
      "螺纹量规的检定",
      "螺纹塞规与环规按 GB/T 3934-2003 检定，中径用三针法测量，螺距误差记入证书。车间每季送检一次，磨损的量规要报废。",
    ],
    [
      "一枚螺钉的旅程",
      "惠氏螺纹的牙型角是五十五度，米制螺纹是六十度。车床师傅用千分尺和三根量针测中径，再用环规试配，量规依 GB/T 3934-2003 制造。",
    ],
    ["三针法测中径", "测螺纹中径时把三根量针放进牙槽，用千分尺量外尺寸，再按公式换算。针径选得不对，误差就大。"],
  ],
  cold: [
    [
      "乡镇卫生站的冷链账本",
      "疫苗从出厂到接种要经过十一次测温，冷藏箱里放着温度记录仪。停电的夜里，护士把疫苗搬进备用冰箱。",
    ],
    ["疫苗运输的温度", "冷藏车的温度必须在二到八摄氏度之间，记录仪每十分钟存一个数。超温的疫苗一律封存，等待评估。"],
    ["冰箱与停电", "卫生站的冰箱停电四小时，疫苗的温度升到九度。护士按规程封存了这一批，并上报了记录仪的数据。"],
  ],
  type: [
    [
      "Why paper teaches screens",
      "Margins and measure were settled by printers long before screens. A line of sixty letters reads well; leading follows the measure.",
    ],
    [
      "The measure of a line",
      "Printers set the measure first, then the leading. Long lines want more leading, and wide margins rest the eye of the reader.",
    ],
    [
      "On margins",
      "A margin is where the thumb rests. Printers gave the page generous margins and a short measure, and readers thanked them.",
    ],
  ],
  port: [
    ["港口的清晨", "天还没亮，码头的检疫员打开货柜，香蕉上爬着一只红火蚁。封条拆开，熏蒸两个小时以后才放行。"],
    ["货柜里的红火蚁", "检疫员在进口货柜的封条下发现红火蚁，整柜香蕉退运。熏蒸记录写了三页，码头的人都学会了辨认它。"],
  ],
  tea: [["秋天的窑", "窑工把茶盏放进柴窑，烧了三天三夜。釉色出来是天青，师傅说火候差一点就发灰。"]],
};

const library: (Profile & { topic: string })[] = Object.entries(labelled).flatMap(([topic, articles]) =>
  articles.map(([title, text], at) => ({
    id: `${topic}${at}`,
    topic,
    terms: keyTerms(title, text, topic === "type" ? "en" : "zh-Hans"),
    standards: standardsIn(text),
  })),
);

function shareOf(_: "term" | "tag", name: string): number {
  return library.filter(({ terms }) => terms.has(name)).length / library.length;
}

test.each(library)("the nearest to $id are those sorted with it by hand", ({ id, topic }) => {
  const article = library.find((one) => one.id === id) as Profile;
  const found = relatedTo(article, library, shareOf);
  const mates = library.filter((one) => one.topic === topic && one.id !== id).map((one) => one.id);
  expect(
    found
      .slice(0, mates.length)
      .map((one) => one.id)
      .sort(),
  ).toEqual(mates.sort());
  if (mates.length === 0) expect(found).toEqual([]);
});

test("a standard both cite is the reason given, before words", () => {
  const [found] = relatedTo(library[0] as Profile, library, shareOf);
  expect(found).toMatchObject({ id: "screws1", reason: { kind: "standards", shared: ["GB/T 3934-2003"] } });
});

test("without a number the shared words are named, the rarest in front", () => {
  const port = library.find(({ id }) => id === "port0") as Profile;
  const [found] = relatedTo(port, library, shareOf);
  expect(found?.reason.kind).toBe("terms");
  expect(found?.reason.shared).toContain("熏蒸");
});

test("a tag most articles carry relates nothing, a rare one does", () => {
  const bare = (id: string, tags: string[]): Profile => ({ id, terms: new Map(), tags });
  const shares = (_: unknown, tag: string) => (tag === "常用" ? 0.8 : 0.05);
  const one = bare("a", ["常用", "螺纹"]);
  expect(relatedTo(one, [bare("b", ["常用"])], shares)).toEqual([]);
  expect(relatedTo(one, [bare("c", ["常用", "螺纹"])], shares)).toMatchObject([
    { id: "c", reason: { kind: "tags", shared: ["螺纹"] } },
  ]);
});

const profile = fc.record({
  id: fc.string({ minLength: 1, maxLength: 3 }),
  terms: fc
    .dictionary(
      fc.constantFrom("螺纹", "疫苗", "窑", "line", "port", "ant"),
      fc.double({ min: 1, max: 5, noNaN: true }),
    )
    .map((record) => new Map(Object.entries(record))),
  standards: fc.subarray(["GB 1", "GB 2", "ISO 9"]),
  tags: fc.subarray(["甲", "乙"]),
  source: fc.constantFrom("甲报", undefined),
});
const shares = (_: unknown, name: string) => (name.charCodeAt(0) % 10) / 10 || 0.05;

test("the order is by score alone, the article itself is never in it, and likeness is mutual", () => {
  fc.assert(
    fc.property(fc.uniqueArray(profile, { selector: ({ id }) => id, minLength: 2, maxLength: 8 }), (profiles) => {
      const [first] = profiles as unknown as [Profile];
      const found = relatedTo(first, profiles, shares);
      expect(found.map(({ id }) => id)).not.toContain(first.id);
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
      for (const { id, score } of found) {
        const other = profiles.find((one) => one.id === id) as Profile;
        expect(relatedTo(other, [first], shares)[0]?.score).toBeCloseTo(score, 9);
      }
    }),
  );
});
