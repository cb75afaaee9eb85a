// Pages to keep, written for these tests.
import { writeFileSync } from "node:fs";

const opening =
  "九月的第一个早晨，青禾镇的渡口还盖着一层薄雾。摆渡人老顾把缆绳绕了两圈，抬头数了数等船的人：七个大人，三个孩子，一只装着小猫的竹篮。他说，桥修好以后，这条船就要歇了，所以想让每个人都坐一次靠窗的位子。";
const middle =
  "镇上的图书员听说以后，带来一册空白的本子，请过河的人各写一句话。有人写天气，有人写赶集要买的盐和灯芯，一个孩子画了三道水波，说这就是船的声音。本子传到第三天，已经厚得合不上了。";
const ending =
  "桥通车那天，老顾把本子放进图书馆的玻璃柜，旁边摆着那盏用了三十年的马灯。他没有留在台上讲话，而是沿着新桥慢慢走了一遍，走到中间停下来，低头看了很久河水，然后对身边的人说：还是这么清。";

/** A whole page of an old site as select-all and copy gives it: the article between the site's own lines. */
export const copiedPage = {
  title: "青禾镇渡口最后一班船",
  words: "本子传到第三天",
  text: [
    "青禾资讯网-电话:000-00000000",
    "",
    "青禾镇渡口最后一班船",
    "",
    "点击数: 【字体: 收藏 打印文章 查看评论",
    " ",
    "",
    ...Array.from({ length: 18 }, (_, day) => [`　　第${day + 1}天。${[opening, middle, ending][day % 3]}`, ""]).flat(),
    "作者:佚名 来源:青禾晚报 发布时间:2019年09月03日",
    "相关信息",
    "没有相关内容",
    "用户信息中心",
    "本月排行TOP10",
    "  • 还没有任何项目!",
    "联系我们  |  关于我们  |  友情链接  |  版权声明  |  管理登录",
    "Copyright ©2008 - 2019 青禾资讯网 电话:000-00000000",
  ].join("\n"),
};

/** A page of the sort old sites still send, to be encoded as GBK. */
export const oldPage = {
  title: "石桥村的夜校开课了",
  words: "先生把油灯拨亮",
  html: articlePage("石桥村的夜校开课了", "gbk"),
};

/** An HTML page around an article of three paragraphs; `body` stands before them. */
export function articlePage(title: string, charset = "utf-8", body = ""): string {
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="${charset}"><title>${title}</title></head>
<body><div class="menu"><a href="/">首页</a> | <a href="/news">新闻</a></div>
<article><h1>${title}</h1>${body}
<p>先生把油灯拨亮，黑板上先写一个“人”字，再写一个“夜”字。坐在后排的木匠跟着念了两遍，忽然笑起来，说这两个字他刨了半辈子的门板，从来不知道自己早就见过。</p>
<p>夜校每周开三回，麦子黄的时候停两周。来的人带自己的凳子，也带自己的问题：一封信怎么开头，一张收据怎么看，孙子课本里那首诗为什么没有写完。先生一条一条记在本子上，下一回再答。</p>
<p>到了冬天，屋里的人比凳子多。村里把磨坊的南墙打通，换上玻璃，从路上就能看见一排低着的头。赶夜路的人说，有这盏灯，后山的弯就不难走了。</p>
</article><div class="foot">版权所有 石桥村</div></body></html>`;
}

/** Writes files into a test's own folder and gives their paths. */
export function writeFiles(pathOf: (name: string) => string, files: Record<string, string | Uint8Array>): string[] {
  return Object.entries(files).map(([name, content]) => {
    const path = pathOf(name);
    writeFileSync(path, content);
    return path;
  });
}
