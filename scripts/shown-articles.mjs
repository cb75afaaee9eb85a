// The articles that screens are looked at with, written for it.

/** What is on the shelf: title, source, author, language, excerpt, length, tags; the first and the fourth have a whole text. */
export const shelf = [
  [
    "一枚螺钉的旅程：标准怎样让世界拧在一起",
    "计量月刊",
    "林知远",
    "zh-Hans",
    "从惠氏螺纹到米制螺纹，两百年里工程师们争论的其实是同一个问题：谁先让步。",
    5400,
    "标准化",
  ],
  [
    "港口的清晨，检疫员和一箱香蕉",
    "远洋观察",
    "顾晚",
    "zh-Hans",
    "天还没亮，码头的风像刀子。她打开手电，开始数今天的第一批货柜。",
    2600,
    "港口",
  ],
  [
    "乡镇卫生站的冷链账本",
    "地方周报",
    "马小禾",
    "zh-Hans",
    "一支疫苗要经过十一次测温才能到达村口，账本上每一行都有签名。",
    6900,
    "手艺",
  ],
  [
    "Why paper still teaches screens how to be read",
    "The Measure",
    "Ada Whitcombe",
    "en",
    "Margins, measure and rhythm: three things a page knew long before pixels did, and what a phone may still learn of them.",
    1900,
    "typography",
  ],
  [
    "GB/T 1.1 修订笔记：起草人的三个习惯",
    "标准手记",
    "沈一苇",
    "zh-Hans",
    "起草人翻开 GB/T 1.1，第一页写的不是规则，而是语气：能愿动词只有五个，一个也不许多。",
    1700,
    "标准化",
  ],
  [
    "秋天的窑，和一位不肯退休的烧窑人",
    "青禾晚报",
    "周渡",
    "zh-Hans",
    "温度计坏了三年，他看火的颜色。徒弟们说，那颜色没有名字。",
    3200,
    "手艺",
  ],
  [
    "关于印发《县级公共图书馆服务规范（试行）》的通知",
    "文化公报",
    "",
    "zh-Hans",
    "各县、市、区文化主管部门：现将《县级公共图书馆服务规范（试行）》印发给你们，请遵照执行。",
    8800,
    "标准化",
  ],
  [
    "The lighthouse keeper’s ledger",
    "Harbour Notes",
    "Tom Ferris",
    "en",
    "For forty-one years he wrote down the weather twice a day. Nobody had asked him to.",
    950,
    "",
  ],
  [
    "在没有信号的山里，三个年轻人用半年时间给一百二十座老桥逐一量了尺寸、画了图、编了号",
    "远洋观察",
    "顾晚",
    "zh-Hans",
    "最老的一座建于明代，最新的一座去年塌了。他们说，量过的东西，才算真的见过。",
    12400,
    "手艺",
  ],
  ["雨", "青禾晚报", "周渡", "zh-Hans", "", 420, ""],
  [
    "夜市裡最後一個修鐘錶的人",
    "島嶼生活誌",
    "陳映",
    "zh-Hant",
    "攤子只有一張桌子那麼大，燈卻最亮。他說，錶停了不是壞，是忘了。",
    2900,
    "手艺",
  ],
  [
    "How a small library of 900 books outlived three hard drives, two phones and one very confident cloud",
    "The Measure",
    "Ada Whitcombe",
    "en",
    "Formats die of neglect. Plain text and a second copy in another building do not.",
    2400,
    "typography",
  ],
];

/** The text of every Chinese article; FIGURE stands where its picture does. */
export const chinese = [
  "<p>一八四一年，伦敦的一间会议室里，一位机械师摊开了几十枚来自不同作坊的螺钉。它们看上去一模一样，却没有两枚能互换。他提议：让每一枚螺钉的牙型都是 55 度。这句话后来被叫作标准。</p>",
  "<p>听众并不兴奋。对那时的工厂主来说，“只有我的螺母能拧我的螺钉”是一门好生意，而不是一个毛病。</p>",
  "FIGURE",
  "<h2>谁先让步</h2><p>改变来自铁路。机车在甲地出厂、乙地维修，维修工的工具箱越来越沉。到了 1860 年前后，沿线的工场开始把惠氏螺纹写进合同，理由朴素得很：晚点太贵了。</p>",
  "<blockquote><p>标准不是让所有人做同样的事，而是让大家不必再为同一件事争吵。</p></blockquote>",
  "<h2>螺纹之外</h2><p>此后的故事，是一连串小小的让步。美国人选了 60 度，欧洲大陆选了毫米，英国人把自己的 55 度一直用到二战以后。今天的国家标准 GB/T 192 说的就是这一段。</p>",
  "<ul><li>牙型角：60 度</li><li>基本单位：毫米</li><li>标记：M 加公称直径</li></ul>",
  "<h2>账单</h2><table><tr><th>年份</th><th>地点</th><th>牙型角</th></tr><tr><td>1841</td><td>伦敦</td><td>55°</td></tr><tr><td>1864</td><td>费城</td><td>60°</td></tr><tr><td>1898</td><td>苏黎世</td><td>60°</td></tr></table>",
  "<p>一枚螺钉从作坊走到世界，用了整整一百年。它没有变得更结实，也没有变得更便宜，只是在任何一个地方，都能找到它的螺母。</p>",
];

export const english = [
  "<p>Open any book made before 1900 and lay a ruler across a line of it. Sixty-odd characters, near enough; the printers of four centuries had never met, and yet they agreed.</p>",
  "<h2>Measure</h2><p>An eye that travels too far loses its way back. Nobody proved it; they only noticed that long lines came home unread.</p>",
  "FIGURE",
  "<blockquote><p>A margin is not what is left over. It is what holds the page.</p></blockquote>",
  "<h2>Rhythm</h2><p>Between two lines lies a strip of white, and the eye runs along it as along a wall in the dark. Make it too thin and one stumbles; too thick, and the wall is gone.</p>",
  "<h2>What a phone may learn</h2><p>Very little of this needs a large sheet. A narrow column with honest margins, set by someone who read it through, is already most of a good page.</p>",
];

/** Highlights by the article's number: words, colour, note. */
export const passages = {
  0: [
    ["让每一枚螺钉的牙型都是 55 度。", "yellow", "惠氏自己的说法，要查 1841 年的原文。"],
    ["晚点太贵了", "green", ""],
    ["标准不是让所有人做同样的事，而是让大家不必再为同一件事争吵。", "line", "可以放进讲义的第一页。"],
  ],
  3: [
    ["A margin is not what is left over. It is what holds the page.", "yellow", "For the talk in May."],
    ["long lines came home unread", "blue", ""],
  ],
};
