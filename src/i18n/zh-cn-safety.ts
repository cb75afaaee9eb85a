import type { Messages } from "./en.ts";

/** 书库的安全。 */
export const safety: Pick<Messages, "lost"> = {
  lost: {
    title: "书库不见了",
    what: (count, when) => `这里原来有 ${count} 篇文章（最后一次见到：${when}），现在浏览器给出的书库是空的。`,
    why: "设备空间不足，或者有人清除了网站数据，浏览器都可能清掉网页存下的东西。留页没有删除过任何文章。",
    todo: "请先再看一次：有时只是存储来得晚。在你决定之前，不会存入新的内容。",
    again: "再看一次",
    begin: "从空书库开始",
  },
};
