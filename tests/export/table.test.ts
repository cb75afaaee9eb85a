import Papa from "papaparse";
import { expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import { distinctNames, fileName } from "#export/file-name.ts";
import { tableHead, tableLine } from "#export/table.ts";
import { exportWords } from "../fixtures/exports/words.ts";

const article: Article = {
  ...{ id: "1", identity: "text:1", title: '一"二", 三\n四', lang: "zh-Hans", excerpt: "", savedAt: 0, refreshedAt: 0 },
  ...{ length: { han: 12, words: 3 }, tags: ["河湾", "渡口"], favouritedAt: 5, byline: "=HYPERLINK(1)", source: "＝1" },
};
const row = { article, progress: 0.5, highlights: 2, note: " +1" };

test("the list is read back by a parser of CSV as it was, behind the mark Excel knows it by", () => {
  const text = tableHead(exportWords.table) + tableLine(row, exportWords.table);
  expect(text.startsWith("\ufeff")).toBe(true);
  const [line] = Papa.parse<Record<string, string>>(text.slice(1), { header: true }).data;
  expect(line).toMatchObject({
    ...{ 标题: '一"二", 三\n四', 标签: "河湾, 渡口", 收藏: "是", 归档: "", 进度: "50%", 字数: "12", 划线: "2" },
    留下: "1970-01-01T00:00:00.000Z",
  });
});

test("no cell is a formula", () => {
  const [line] = Papa.parse<string[]>(tableLine(row, exportWords.table)).data;
  expect(line?.filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
  expect(line).toContain("'=HYPERLINK(1)");
});

test.each([
  ["河湾的 Wi-Fi 塔：一", "河湾的 Wi-Fi 塔：一"],
  ['a/b\\c:d*e?"f"<g>|h', "a-b-c-d-e-f-g-h"],
  ["CON", "_CON"],
  ["com1.txt", "_com1.txt"],
  ["..hidden. ", "hidden"],
  ["a\u202eb\u0000c\n\td", "a b c d"],
  ["???", "无题"],
  ["\ud800", "无题"],
])("%j is a file named %j", (title, name) => {
  expect(fileName(title, "无题")).toBe(name);
});

test("a long title is cut between characters, to what every file system takes", () => {
  const name = fileName("👨‍👩‍👧河".repeat(60), "无题");
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(150);
  expect(name.isWellFormed()).toBe(true);
});

test("no two files have one name, whatever their case", () => {
  const distinct = distinctNames();
  expect(["a", "A", "a", "é", "e\u0301", "a (2)"].map(distinct)).toEqual([
    "a",
    "A (2)",
    "a (3)",
    "é",
    "e\u0301 (2)",
    "a (2) (2)",
  ]);
});
