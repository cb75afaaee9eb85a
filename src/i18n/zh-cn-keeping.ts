import type { Messages } from "./en.ts";

/** 文章的旧文，和与留下时不一样的正文。 */
export const keeping: Messages["keeping"] = {
  changedSince: (when) => `这一页后来改过，原来的文字还留着：${when}。`,
  laterKept: (when) => `这是较早的文字，后来的那一份也还在：${when}。`,
  whatChanged: "改了什么",
  title: "旧文",
  captured: (when) => `留下：${when}`,
  comparing: "正在比较",
  nothing: "文字一样。",
  summary: (changed, added, removed) =>
    [changed > 0 && `改了 ${changed} 句`, added > 0 && `多了 ${added} 句`, removed > 0 && `少了 ${removed} 句`]
      .filter(Boolean)
      .join("，"),
  unchanged: (count) => `${count} 句没有变`,
  added: "新增：",
  removed: "删去：",
  goBack: "换回这份文字",
  wentBack: "已换回旧文。",
  delete: "删掉这份文字",
  deleted: "旧文已删掉。",
  body: {
    gone: "这台设备上找不到这篇文章的正文。",
    empty: "这篇文章的正文空了，留下时并不是这样。",
    changed: "下面的正文和留下时不完全一样：可能是这台设备上的什么弄坏或改动了它。",
  },
  readAgain: "重读留下的原网页",
  earlier: "看看旧文",
  nothingLeft: "这里没有留下原网页，也没有旧文。网上也许还有这一页。",
  accept: "就是这样，没有错",
  accepted: "从现在起，以这份文字为准。",
};

/** 留页自己看一遍书库。 */
export const upkeep: Messages["upkeep"] = {
  title: "每周清点",
  never: "留页每周趁空把全部文章重读一遍，第一遍还没有读完。",
  going: (percent) => `正在清点，已读 ${percent}%`,
  sound: (when) => `上次清点：${when}。一切都好。`,
  mended: (count) => `顺手修好了 ${count} 处。`,
  found: (when, count) => `上次清点：${when}。有 ${count} 篇要你看一下。`,
  loose: (count) => `有 ${count} 件不属于任何文章，可以在“断网自查”里清掉。`,
};

/** 存储满了，和什么都留不住的窗口。 */
export const short: Messages["short"] = {
  smallRoom: (room) => `这个窗口只能存 ${room}，关掉后也许就没有了，无痕窗口就是这样。想长久留下，请用普通窗口。`,
  textOnly: (title) => `没有地方放《${title}》的图片了，文字已留下。`,
  retry: "再试一次",
  free: "清掉",
  caches: "清掉可以重做的",
  cachesHint: "搜索索引和列表里的小图。有了空间，留页会重新做。",
  cachesFreed: "已清掉。下次启动时重做搜索索引。",
  versions: "清掉旧文",
  versionsHint: "每篇文章都留着现在的文字；改过的网页，原来的文字就没有了。",
  versionsFreed: (count) => `清掉了 ${count} 份旧文。`,
  notPinned: "浏览器还没有答应。安装留页，或者多用几天，通常就会答应。",
};
