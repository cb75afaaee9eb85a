import { expect, test } from "vitest";
import { chromeAround } from "#domain/extract/chrome-lines.ts";

const prose = "山里的雾散得慢，太阳出来以后，我们才看见对面的村子，听见有人说话。";
const dropped = (texts: string[], title?: string) =>
  [
    ...chromeAround(
      texts.map((text) => ({ text })),
      title,
    ),
  ].sort((one, other) => one - other);

test("the headline, what is above it and the lines about the article go from its head", () => {
  expect(dropped(["山里新闻", "雾", "2014-01-15 10:20 山里日报", "收藏 打印本页", "一张地图", prose], "雾")).toEqual([
    0, 1, 2, 3,
  ]);
});

test("everything from the editor's line on goes, when little prose follows", () => {
  expect(dropped([prose, prose, prose, prose, prose, "责任编辑：林溪", "城南的桥", "城北的路"])).toEqual([5, 6, 7]);
});

test("a line like an editor's in the middle of an article ends nothing", () => {
  expect(dropped([prose, "责任编辑：林溪", prose, prose])).toEqual([]);
  expect(dropped([prose, prose, prose, "责任编辑：林溪", prose, prose])).toEqual([]);
});

test("credits and buttons go from the end up, to the first line of the article", () => {
  expect(dropped([prose, "林溪于山中", "作者：林溪 来源：山里日报", "【打印本页】 【关闭窗口】"])).toEqual([2, 3]);
});

test("a date that closes a notice stays", () => {
  expect(dropped([prose, "山里村委会", "2014年1月15日"])).toEqual([]);
});

test.each([
  "第1页/共1页",
  "第 1 页 共 3 页",
  "共3页 第1页",
  "共1页",
  "1/3",
  "[1] [2] 下一页",
  "首页 上一页 1 2 3 下一页 尾页",
])("%s after an article is not of it", (pages) => {
  expect(dropped([prose, pages])).toEqual([1]);
});

test.each(["第1页被撕掉了", "第一页", "1", "2014", "3 4"])("%s after an article may be of it", (words) => {
  expect(dropped([prose, words])).toEqual([]);
});

test("sentences that begin like a page's tail stay", () => {
  const lines = [
    "联系我们的时候，请说明是哪一座山，山里的人会等在路口。",
    "最新回复显示，雾已经散了，路上可以走车。",
    "提示：雨天路滑，请慢一点走。",
    "主办单位：山里村委会",
  ];
  expect(dropped([prose, ...lines])).toEqual([]);
});

test("a trim that would take most of a short text is undone", () => {
  expect(dropped(["雾起了", "船停了", "人散了", "灯还亮着"], "灯还亮着")).toEqual([]);
  expect(dropped(["收藏本页 打印本页"])).toEqual([]);
});
