import type { Messages } from "./en.ts";

/** 网页自述的各项，以及换一种读法的中文。 */
export const reading: Messages["reading"] = {
  editor: (name) => `编辑 ${name}`,
  otherWay: "换一种读法",
  otherHint: "用另一套办法再找一次正文，代码、公式和手册常能读得更全。",
  leftWay: "看看漏了什么",
  leftHint: "网页上有而文章里没有的段落，以及为什么没有。点一下要找回的。",
  leftNothing: "网页上的内容都在文章里了。",
  leftBy: { outside: "在正文之外", chrome: "网页自己的说明" },
  leftChosen: (count) => `找回 ${count} 段。`,
  origin: "从哪里读到",
  from: (field, origin) => `${field}：${origin}`,
  origins: {
    meta: "网页标签",
    "ld-json": "网页数据",
    labelled: "带标记的一行",
    line: "页面上的一行",
    script: "脚本",
    title: "网页标题",
    address: "网址",
    rule: "该网站的规则",
    text: "正文",
  },
};
