import type { pictures as english } from "./en-pictures.ts";

/** The Chinese words about pictures that did not come with their page. */
export const pictures: typeof english = {
  pictures: {
    load: (count) => `从网上取回 ${count} 张图片`,
    loading: "正在取图片",
    offline: "现在没有网络，连上以后再取图片。",
    kept: (count) => `留下了 ${count} 张图片。`,
    shown: (count) => `有 ${count} 张图片，网站不让保存，只在这次打开时显示。`,
    keptAndShown: (kept, shown) => `留下了 ${kept} 张图片。另外 ${shown} 张网站不让保存，只在这次打开时显示。`,
    fromWeb: "网上的图片，没有留下",
    failed: "这张图片取不到",
  },
};
