import type { Messages } from "./en.ts";

/** The Chinese words for search, and for stepping through what was found in an article. */
export const search: Messages["search"] = {
  failed: "搜索没能启动，请重新载入留页再试。",
  field: "搜索标题、正文、批注和标签",
  clear: "清除",
  chips: "搜索范围",
  chip: { all: "全部", title: "标题", favourite: "收藏", note: "批注", month: "本月" },
  none: (query) => `没有找到“${query}”。`,
  noneNarrowed: (query, chip) => `在“${chip}”里没有找到“${query}”。`,
  everywhere: "在全部文章里找",
  tries: [
    "换个短一点的词，会找到更多。",
    "标题、作者和标签也可以只打拼音或声母：zgbz 能找到“中国标准”。",
    "标签: 来源: 作者: 是:收藏 早于: 晚于: 可以缩小范围；加“引号”是一字不差，-词 是不要这个词。",
  ],
  hint: "输入一个词或一句话，就在这台设备上找遍整个书架。",
  fits: {
    like: "没有完全相同的，下面这些写法相近：",
    part: "没有一篇全都有，下面这些有其中一部分：",
    sound: "按拼音找到：",
  },
  building: (done, total) => `还在整理索引 ${done}/${total}，先列出已经找到的：`,
  places: (count) => `${count} 处`,
  inNote: "在批注里",
  found: (count) => `找到 ${count} 篇`,
  about: (count) => `找到约 ${count} 篇`,
  more: "再列一些",
  recent: "最近搜过",
  forget: "清除最近搜过的",
  cites: (standard) => `提到 ${standard} 的文章`,
  results: "搜索结果",
  hits: "找到的地方",
  previous: "上一处",
  next: "下一处",
  place: (at, count) => `第 ${at} 处，共 ${count} 处`,
  closeHits: "收起标记",
};
