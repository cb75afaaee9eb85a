import { beforeAll, expect, test } from "vitest";
import { IndexWriter } from "#search/index/index-writer.ts";
import { OpenIndex } from "#search/index/open-index.ts";
import { soundInTitle, soundingLike } from "#search/pinyin.ts";

const index = new OpenIndex("pinyin");

beforeAll(async () => {
  await index.open();
  await new IndexWriter(index).addAll([
    { id: "title", title: "中国标准的来历", text: "" },
    { id: "tag", title: "Bridges", text: "", tags: ["标准化"] },
    { id: "author", title: "重庆的桥", text: "", byline: "单田芳" },
  ]);
});

test.each([
  ["zgbz", ["title"]],
  ["zhongguo", ["title"]],
  ["zhongguobz", ["title"]],
  ["zhgbz", ["title"]],
  ["biaozhunh", ["tag"]],
  ["biaozhun", ["title", "tag"]],
  ["chongqing", ["author"]],
  ["zhongqing", ["author"]],
  ["shantf", ["author"]],
  ["z", []],
  ["zgxx", []],
])("%s is how %j sound", async (letters, ids) => {
  expect(await soundingLike(letters, index.snapshot())).toEqual(ids);
});

test("the stretch of a title that sounds so is known", async () => {
  expect(await soundInTitle("看中国标准", "zgbz")).toEqual({ from: 1, to: 5 });
  expect(await soundInTitle("bridge", "br")).toBeUndefined();
});
