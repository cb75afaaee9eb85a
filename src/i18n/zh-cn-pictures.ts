import type { pictures as english } from "./en-pictures.ts";

/** The Chinese words about pictures that did not come with their page. */
export const pictures: typeof english = {
  pictures: {
    load: (count) => `从网上取回 ${count} 张图片`,
    loading: "正在取图片",
    offline: "现在没有网络，连上以后再取图片。",
    kept: (count) => `留下了 ${count} 张图片。`,
    shown: (count) => `有 ${count} 张图片，网站不让保存，只在这次打开时显示。`,
    why: {
      absent: "没有随网页一起来",
      refused: "网站不让保存",
      damaged: "已损坏",
      "too-large": "太大，没有留下",
      "no-room": "那时设备没有空间了",
    },
    unreachable: "连不上图片所在的网站",
    "not-found": "网站上已经没有这张图片",
    unreachableCount: (count) => `有 ${count} 张图片没取到：连不上网站。`,
    notFoundCount: (count) => `有 ${count} 张图片，网站上已经没有了。`,
    notGiven: (count) => `有 ${count} 张图片，网站没有给。`,
    fromWeb: "网上的图片，没有留下",
    failed: "这张图片取不到",
  },
};
