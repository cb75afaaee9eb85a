import type { Messages } from "./en.ts";

/** The Chinese words for finding one's way: how one may ask, what a list is narrowed to, what a move brought. */
export const finding: Messages["finding"] = {
  examples: "还可以这样找",
  asked: [
    { words: "标签:", says: "按标签找，有哪些会列出来" },
    { words: "zgbz", says: "标题、作者、标签可以只打拼音或声母" },
    { words: "“一句话”", says: "加引号，一字不差" },
    { words: "是:未读", says: "只找没读过的；是:收藏 只找收藏" },
  ],
  chooseTag: "选一个标签：",
  noTags: "还没有标签。",
  goOn: "在冒号后面接着写。",
  nothingFits: (count, asked) => `没有文章${count > 1 ? "同时" : ""}符合：${asked}`,
  clearFilters: "清除筛选",
  since: (when) => `新近留下：${when}`,
  look: "看看这些",
  inTrash: "在回收站",
  back: "返回",
};
