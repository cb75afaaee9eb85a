import type { Messages } from "./en.ts";

/** The Chinese words of the bookmarklet. */
export const bookmarklet: Messages["bookmarklet"] = {
  way: "书签工具",
  wayHint: "一个书签，点一下就留下正在看的网页",
  title: "书签工具",
  lead: "一个书签，在哪一页上点它，就把哪一页留下：登录后才看得到的，网站不许别处读取的，都可以。",
  name: "留下这一页",
  drag: "把它拖到书签栏，在想留下的网页上再点。手机上请复制它的地址。",
  copy: "复制它的地址",
  copied: "已复制",
  byHand: "书签工具的地址",
  devices: [
    {
      device: "在电脑上",
      steps: [
        "显示书签栏：Ctrl+Shift+B，苹果电脑是 ⌘+Shift+B。",
        "把上面的绿色按钮拖到书签栏。",
        "在想留下的网页上点这个书签。先选中一部分，就只留下那一部分。",
      ],
      note: "",
    },
    {
      device: "在安卓手机上",
      steps: [
        "复制上面的地址。",
        "随便给一个网页加书签，再编辑这个书签：名称改成“留下”，网址换成刚才复制的。",
        "在想留下的网页上点地址栏，输入“留下”，选中这个书签。",
      ],
      note: "从书签列表里打开它没有反应，要从地址栏里选。",
    },
    {
      device: "在 iPhone 或 iPad 上",
      steps: [
        "复制上面的地址。",
        "在 Safari 里随便给一个网页加书签，再到书签列表里编辑它，网址换成刚才复制的。",
        "在想留下的网页上打开书签列表，点它。",
      ],
      note: "它送到 Safari 里的留页。放在主屏幕上的留页另有一个书架，请用复制和粘贴。",
    },
  ],
  whatTitle: "它送出什么",
  what: "只在你点它的时候运行，把网页的文字、选中的部分和读得到的图片交给这台设备上的留页。中间没有服务器，你在网页里填写的内容也不会带上。",
  limits: "有少数网站不让自己的窗口和别的窗口来往。遇到它们，它会改为让你复制这一页，或存成一个文件。",
  notice: {
    trouble: "这个网站不让网页直接交给留页。可以复制后去粘贴，或存成文件去打开。",
    open: "打开留页",
    copy: "复制这一页",
    copied: "已复制",
    save: "存成文件",
    close: "关闭",
  },
  arrival: {
    waiting: "正在等网页过来",
    asking: "留下这一页吗？",
    keeping: "正在留下这一页",
    kept: "已留下",
    nobody: "没有等到网页",
    refused: "没有留下",
    failed: "没有留下",
  },
  sentences: {
    waiting: "书签工具正在收拾它的文字和图片。",
    nobody: "那个网站不让两个窗口来往。请回到那一页，书签工具会让你复制它，或存成文件。",
    refused: "送来的内容太大，或者不是书签工具送的。",
  },
  from: (title, host) => `《${title}》，来自 ${host}`,
  askWhy: "它是网站自己送来的，或者来自别处取的书签工具。",
  closeWindow: "关闭这个窗口",
};
