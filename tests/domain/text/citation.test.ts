import { describe, expect, test } from "vitest";
import { authorsOf } from "#domain/text/authors.ts";
import { type Cited, citeBibtex, citeGbt } from "#domain/text/citation.ts";

const page: Cited = {
  title: "一枚螺钉的旅程",
  byline: "林知远",
  source: "计量月刊",
  published: "2026-11-18T10:20",
  url: "https://example.org/a/1",
  lang: "zh-Hans",
  accessed: "2026-11-23",
};
const without = (...fields: (keyof Cited)[]) =>
  Object.fromEntries(Object.entries(page).filter(([name]) => !fields.includes(name as keyof Cited))) as Cited;
const english: Cited = {
  ...page,
  title: "Why paper still teaches screens how to be read",
  byline: "Mary-Anne Hill and J. R. Stone",
  source: "The Measure",
  lang: "en",
};

describe("the people of a byline", () => {
  test.each([
    ["林知远", ["林知远"]],
    ["林知远 顾晚", ["林知远", "顾晚"]],
    ["记者：林知远、通讯员 顾晚", ["林知远", "顾晚"]],
    ["By Mary Hill", ["Mary Hill"]],
    ["Mary Hill, J. Stone and Li Wei", ["Mary Hill", "J. Stone", "Li Wei"]],
    ["佚名", []],
    ["", []],
  ])("%s", (byline, authors) => {
    expect(authorsOf(byline)).toEqual(authors);
  });
});

describe("a citation after GB/T 7714-2015", () => {
  test.each<[string, Cited, string]>([
    ["whole", page, "林知远. 一枚螺钉的旅程[EB/OL]. (2026-11-18)[2026-11-23]. https://example.org/a/1."],
    [
      "of four authors three are named",
      { ...page, byline: "赵一、钱二、孙三、李四" },
      "赵一，钱二，孙三，等. 一枚螺钉的旅程[EB/OL]. (2026-11-18)[2026-11-23]. https://example.org/a/1.",
    ],
    [
      "no author: who published it",
      without("byline"),
      "计量月刊. 一枚螺钉的旅程[EB/OL]. (2026-11-18)[2026-11-23]. https://example.org/a/1.",
    ],
    [
      "no author, no source, no date",
      without("byline", "source", "published"),
      "一枚螺钉的旅程[EB/OL]. [2026-11-23]. https://example.org/a/1.",
    ],
    ["no address", without("url", "published"), "林知远. 一枚螺钉的旅程[EB]. [2026-11-23]."],
    [
      "English names: surname first, initials after",
      english,
      "HILL M A, STONE J R. Why paper still teaches screens how to be read[EB/OL]. (2026-11-18)[2026-11-23]. https://example.org/a/1.",
    ],
    [
      "more than three of them",
      { ...english, byline: "A Bee, C Dee, E Eff, G Haitch" },
      "BEE A, DEE C, EFF E, et al. Why paper still teaches screens how to be read[EB/OL]. (2026-11-18)[2026-11-23]. https://example.org/a/1.",
    ],
  ])("%s", (_, cited, citation) => {
    expect(citeGbt(cited)).toBe(citation);
  });
});

describe("a citation for BibTeX", () => {
  test("Chinese names are kept whole, the key is plain", () => {
    expect(citeBibtex(page)).toBe(`@misc{2026,
  author = {{林知远}},
  title = {{一枚螺钉的旅程}},
  year = {2026},
  month = {11},
  howpublished = {计量月刊},
  url = {https://example.org/a/1},
  urldate = {2026-11-23},
  langid = {chinese}
}`);
  });

  test("English names are joined by and; what TeX would read as a command is escaped", () => {
    const entry = citeBibtex({ ...english, title: "50 % of A_B & {C}", url: "https://example.org/a_b%20c?x={y}" });
    expect(entry).toContain("@misc{hill2026,");
    expect(entry).toContain("author = {Mary-Anne Hill and J. R. Stone}");
    expect(entry).toContain(String.raw`title = {{50 \% of A\_B \& \{C\}}}`);
    expect(entry).toContain("url = {https://example.org/a_b%20c?x=%7By%7D}");
  });

  test("what is not known is left out", () => {
    const entry = citeBibtex(without("byline", "source", "published", "url"));
    expect(entry).toContain("@misc{page,");
    expect(entry).not.toMatch(/author|year|month|howpublished|url =/);
  });
});
