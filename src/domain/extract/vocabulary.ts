/**
 * The words Chinese sites put around an article: text data for the steps, no code.
 * Every pattern is anchored or flat, so that a line of a hundred thousand characters costs one pass.
 */

/** Labels in front of a field's value, by field; a blank inside sets a label of two characters wide. */
export const labels = {
  byline: "(?:文章|原文|本文)?作[ 　]{0,4}者|撰[文稿]|文[/／]图|文|(?:本[报刊网])?记者",
  siteName:
    "(?:文章|新闻|稿件|资料|信息|内容|資料)?[来來][ 　]{0,4}源|稿源|出处|供稿(?:单位)?|发布(?:机构|单位|科室|部门)",
  published:
    "(?:[发發][布表稿佈]|添加|录入|加入|上传|稿件|出版|公布|创建)?(?:[时時][ 　]{0,4}[间間]|日[ 　]{0,4}期)|[发發][布表佈][于於]",
  modified: "(?:最[后後])?(?:更新|修改)(?:[时時][间間]|日期|于)?",
  signed: "(?:成文|印发|签署)(?:时间|日期)",
  editor: "(?:责任|責任|值班|执行|网络|文字|实习)?[编編][辑輯]|责编",
  number: "(?:发文)?[文字]号|发文字号",
  /** Known so that they end another field's value; nobody reads them here. */
  other:
    "(?:责任)?校对|[一二三初复终编]审|审[核签]|监制|签发|[发發]布[人者]|录入者?|(?:点击|點擊|浏览|瀏覽|阅读|访问|人[气氣])(?:次[数數]|[数數量])?|字[体體号號](?:大小)?|评论数?|关键[词字]|标签|栏目|(?:信息|主题)?(?:类别|分类)|索引号|主题词|摄影|電郵|有效性",
} as const;

/** Values that say there is no value. 佚名 ("unnamed") is not among them: it is what the page calls its author. */
export const emptyValue =
  /^(?:[-—–_/*·.\s]+|未知|不详|佚|无|暂无|本站|本网|网络|互联网|本站原创|原创|转载|转贴|admin|administrator|管理员|小编|編輯部|N\/A|unknown)$/i;

/** Words of buttons and counters; a line made of nothing else is a tool line. */
export const toolWords =
  /(?:点击|點擊|浏览|瀏覽|阅读|访问)(?:次[数數]|[数數量率])?|字[体體号號级級](?:大小)?|(?:加入|我要)?收藏(?:[本此][文页])?|[打列]印(?:文章|[本此][文页頁]|页面|预览)?|(?:查看|发表|我要|网友)?(?:评论|留言)数?|[关關][闭閉](?:窗口|視窗|本[页文])?|返回(?:顶部|首页|列表|上一页)?|分享(?:到|至|给好友)?[:：]?|转[发帖]|(?:推荐|告诉)给?(?:好友|朋友)|(?:我要)?纠错|举报|反馈|投稿|[繁简][體体]|缩小|放大|(?:新浪|腾讯)?微博|微信|QQ(?:空间|好友)|人人网|豆瓣|扫一扫|手机看|复制(?:链接|本文)|点赞|保存|(?:语音)?朗读|双击(?:鼠标)?滚屏|人[气氣]/g;
/** Too common to make a tool line by themselves. */
export const smallToolWords = /[大中小次人条赞]|默认|正常|特大/g;

/** The trail of section names above an article. */
export const trail =
  /^\W{0,4}(?:您?(?:[现現]在|目前|当前)?(?:所在)?的?位置|您?当前所在|[您你]在这里|You are here)是?\s*[:：>»是]/i;

/** What stands between the end of an article and the rest of its page. */
export const tailStart = new RegExp(
  [
    "[（(【[]?\\s*(?:责任[编校]|責任編|责编|(?:实习|值班)?[编編][辑輯]|审核|监制|编审)[辑輯对]?\\s*(?:[:：]|$|[】\\])）])",
    "[（(]\\s*(?:责任|实习|值班)?编辑\\s[^）)]{2,16}[）)]\\s*$",
    "[·•|【\\[]?\\s*(?:相关|相關)(?:信息|阅读|[新连][闻结]|文章|链接|报道|推荐|专题|内容|稿件|资讯|主题|下载|附件|閱讀|新聞|連結|報導)\\s*[:：】\\]>»]*\\s*$",
    "[·•|【\\[]?\\s*(?:延伸|推荐|扩展|更多|精彩|热门|最新|猜你喜欢|大家都在看|推薦)(?:[阅閱][读讀]|推荐|文章|新闻|评论|排行|图文|[内內]容|資訊)?\\s*[:：】\\]>»]*\\s*$",
    "[上下前后後]一[篇条页则則頁]\\s*(?:[:：]|$)",
    "[【\\[（(]?\\s*(?:[版權权免责特别郑重要平台广告本站]{2})?(?:声明|聲明)\\s*[:：】\\]]",
    "(?:[（(]?(?:以上|[该本此])(?:[文内][章容]?)?(?:[观觀][点點]|[内內]容|信息)?|本[网網]站[^。，]{0,20})[，,]?(?:仅代表|僅代表|仅供(?:参考|学习)|不代表|[为系]作者[^。]{0,8}观点|由[^。，]{0,14}(?:用[户戶]|[网網]友)[^。，]{0,14}(?:上传|上傳|[发發][布佈])|[未非][经經][^。]{0,6}(?:授[权權]|[许許]可|允[许許]|同意))",
    "(?:[^。！？]{2,24}[，,])?未[经經](?:允许|授权|許可|许可|授權|同意|书面)[^。]{0,12}(?:不得|禁止|[严嚴]禁|请勿)",
    "(?:more information|journal information)\\s?:\\s",
    "(?:this document is subject to copyright|a version of this article appear|explore further\\s*$|share full article\\s*$)",
    "notice\\s?:\\s.{0,90}(?:uploaded|posted|copyright)",
    "[—–-]{1,3}\\s*(?:the\\s)?end\\s*[—–-]{1,3}\\s*$",
    "返回[^。，]{0,6}首[页頁][，,]?\\s*查看更多\\s*$",
    "(?:网友|最新|发表|我要|热门|用户|全部|網友|精选|精選|读者|讀者|书友|诗友)(?:[评評][论論]|留言|回复)\\s*[（(\\[]?\\d{0,6}\\s?条?[）)\\]]?\\s*$",
    "(?:用户信息中心|(?:用户|会员)登录|(?:本[月周日]|点击|热点)?排行榜?|图文推荐|栏目导航|友情链接|联系我们|关于我们).{0,16}$",
    "分享[到至]?\\s*[:：]",
    "(?:related (?:articles|posts|stories|links|reading)|you may also like|share this|leave a (?:comment|reply)|more (?:stories|from)\\b.{0,30}|read (?:more|next)|\\d{0,4}\\s?comments?|post navigation|recommended(?: for you)?|most (?:read|popular)|filed under\\b.{0,60}|tagged\\b.{0,60}|sign up for our newsletter.{0,40})\\s*:?\\s*$",
  ]
    .map((part) => `^\\s*${part}`)
    .join("|"),
  "i",
);

/** Lines that only a page's foot has. */
export const footer =
  /^\s*(?:Copyright\b|©|\(c\)\s*\d{4}|版权所有|版權所有|备案编?号|All rights reserved|主办[:：]|技术支持[:：]|网站标识码|联系我们|关于我们)|ICP备\s?\d|公网安备|京公网安备|all rights reserved\.?\s*$|Copyright\s?(?:©|\(c\)|\d{4})/i;

/** A note on the headline's source that aggregators add. */
export const originalTitle = /^\s*[（(【[]?\s*原(?:标题|題|题目)\s*[:：]/;

const thisPage = "第\\s?\\d{1,3}\\s?页";
const allPages = "共\\s?\\d{1,3}\\s?页";
const gap = "[\\s,，/／|]{0,3}";

/** Page numbers: 第1页/共3页, 共3页 第1页, 1/3, [1] [2] 下一页, 首页 1 2 3 尾页. */
export const pager = new RegExp(
  [
    `${thisPage}${gap}${allPages}`,
    `${allPages}(?:${gap}${thisPage})?`,
    "\\d{1,3}\\s?页?\\s?[/／]\\s?(?:共\\s?)?\\d{1,3}\\s?页?",
    // A number must end before the next: one that could be cut anywhere would be tried in every way.
    "(?=[^页]*页)(?:(?:[上下]一页|[首尾末]页|[[【(]?\\d{1,3}(?!\\d)[\\]】)]?)[\\s|]{0,4})+",
  ]
    .map((part) => `^\\s*(?:${part})\\s*$`)
    .join("|"),
);

/** What the name of a site, a paper or a section ends in (or is). */
export const siteLike =
  /(?:[网網站馆厅局]|在线|门户|[频頻]道|[日晚早时時][报報]|周刊|杂志|新[闻聞]|资讯|中心|首页|博客|[论論][坛壇]|社区|专栏|评论|要闻|新华社|出版社|政府|委员会|客户端|百科|知乎|简书|豆瓣|微博|公众号|信息港|热线)$|^(?:新浪|搜狐|网易|腾讯|凤凰|人民|新华|央视|中国网|光明)/;

/** Words of navigation that is no heading. */
export const navigation =
  /首页|登录|注册|设为主页|加入收藏|网站地图|English|联系我们|RSS|客户端|搜索|欢迎(?:您|光临|访问)|電話|电话[:：]|今天是|繁體版|返回/;

/** The most common family names, less those that many words begin with. */
const family =
  "(?:欧阳|上官|司马|诸葛|司徒|夏侯|东方|皇甫|尉迟|公孙|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃戴莫孔白汤尤葛华])";
const person = `${family}[\\s　]?[\\u4e00-\\u9fff]{1,2}`;
const people = `${person}(?:[\\s、　]{1,3}${person}){0,3}`;
const paper = "[\\u4e00-\\u9fff]{2,8}[报网刊社台]";

/**
 * A line with a name on it and nothing else. Two characters that begin with a family name are as often a town, a section
 * or a word (唐山, 高考, 任免, 贺信), so a short name must be set wide or end in a character that names of things do not.
 */
export const loneName = new RegExp(
  `^(?:${family}[\\s　]+[\\u4e00-\\u9fff]{1,2}|${family}[\\u4e00-\\u9fff][^\\u0000-\\u4dff县市镇村区局部会院校馆厂店报网社台站]|${family}[^\\u0000-\\u4dff州阳山江门庄县市城镇村区省国府校道路街桥站港岛湖河海家文化信电论务命免考中级端铁清新闻讯图片言法律典通识用品酒融秋金氏姓友油人天季料径上序瓷包手题度力类色])$`,
);

/** Names of people, as byline labels and prose give them: 2 to 4 characters, several apart by blanks or 、. */
export const writersInProse = [
  /[（(〔【](?:本[报網网刊社台]|[\u4e00-\u9fff]{2,8}[报報网網社台刊])?(?:见习|实习|特约|首席|通讯员|驻站)?(?:记者|記者|作者|撰稿人?|編輯|文)[\s:：/／]{0,3}(?![^）)]{0,24}[摄攝][）)])([\u4e00-\u9fff]{1,4}(?:[\s、　]{1,3}[\u4e00-\u9fff]{1,4}){0,3})[\s　]{0,3}(?:通讯员[^）)]{0,24}|摄影报道|报道|文\/图|[／/][^）)〕】]{2,8}[报報][导導道])?[）)〕】]/,
  /^\s*[□■●◎]?\s*(?:[\u4e00-\u9fff]{2,8}[报网社台刊]|本[报网刊社台])(?:见习|实习|特约)?记者[\s:：　]{0,3}([\u4e00-\u9fff]{1,4}(?:[\s、　]{1,3}[\u4e00-\u9fff]{1,4}){0,2})\s*$/,
  // Any name before 记者 and a blank: the paper need not end as papers do.
  /^\s*[\u4e00-\u9fff]{2,8}(?:见习|实习|特约|首席)?[记記]者[\s　]{1,3}([\u4e00-\u9fff]{2,4}(?:[\s、　]{1,3}[\u4e00-\u9fff]{2,4}){0,2})\s*$/,
  new RegExp(`^\\s*(?:${paper}\\s{1,3})?(${people})\\s?[/／]\\s?(?:${paper}|文)\\s*$`),
  new RegExp(`[。！？”]\\s{0,3}[（(](?![^）)]{0,24}[摄图制译编画供][）)])(${people})[）)]\\s*$`),
  /^\s*(?:文|撰文|作者)\s*[|｜/／\s]\s*([\u4e00-\u9fff·]{2,12})\s*$/,
];

/** What front pages put before their site's name. */
export const welcome = /^(?:欢迎(?:您?访问|光临|来到)|welcome to)\s*/i;

/** Calls to the reader that stand among an article's own lines: to follow, to like, to go on, to put up with advertising. Whole lines only. */
export const calls =
  /^[\s\p{P}\p{S}]{0,4}(?:(?:点击|點擊|戳)?(?:上方|下方|右上角|左下角)?(?:蓝字|藍字|卡片|名片|二维码)?[，,]?(?:关注|關注|追[踪蹤])(?:(?:我们|我們|一下)(?![\u4e00-\u9fff])|[^\s。，；！？]{1,12}(?:公众号|公眾號))[^。；]{0,30}|[^。；？]{0,10}点(?:个?[“"「]?在看|赞.{0,3}(?:在看|转发|收藏|分享))[”"」]?[^。；？]{0,10}|(?:[长長]按|扫描?|識別|识别)[^。；？]{0,10}(?:二维码|扫码|QR ?code)[^。；？]{0,20}|[请請](?:继续|繼續)往下(?:阅读|閱讀)|好文章[，,]?需要你的鼓励|展[开開](?:全文|剩余.{0,6})|(?:阅读|查看|閱讀)(?:全文|原文)|廣告|广告|(?:skip )?advertisements?|(?:get|sign up) .{0,50}in(?:to)? your inbox|sign up (?:for|to) (?:our|the) .{0,30}newsletters?)[\s\p{P}\p{S}]{0,6}$/iu;

/** What a forum says of a file that hangs on a post. */
export const attachment =
  /^(?:\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2} 上传|[\w.-]{1,60}\.(?:jpe?g|png|gif|zip|rar|pdf) \([\d.]+ [KMG]?B, 下载次数: \d+\))$/i;

/** A button that shows the rest of an article. */
export const unfold =
  /^[\s\p{P}\p{S}]{0,4}(?:[点點][击擊])?(?:展[开開](?:全文|剩余|更多|閱讀|阅读)|(?:阅读|查看|加载|閱讀|顯示|显示)(?:全文|更多|剩余)|(?:read|show|load) (?:more|full|the rest)|continue reading)/iu;

/** What stands before a writer's name: By, 本报记者, 作者. */
export const callings =
  /^\s*(?:(?:(?:posted|written)\s)?by|由|作者|文|(?:本[报网刊台社]|[\u4e00-\u9fff]{2,6}[报网社台])?(?:见习|实习|特约|首席)?(?:记者|通讯员))\s*[:：]?\s+/i;
