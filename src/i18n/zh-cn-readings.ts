import type { Messages } from "./en.ts";

/** 读了什么、读了几次、读了多久。 */
export const readings: Messages["readings"] = {
  reads: (count) => `读过 ${count} 次`,
  chart: (days) => `近 ${days} 天`,
  total: (time, length) => `${time} · ${length} 字`,
  day: (date, time, length) => `${date}：${time}，${length} 字`,
  quietDay: (date) => `${date}：没有阅读`,
  none: "这些天里没有阅读。",
  seconds: "不到一分钟",
  finished: "今年读完",
  inARow: "连续天数",
  today: "今天读了",
  sources: "读得最久的来源",
  ranking: "月度排行 TOP 10",
  earlier: "上个月",
  later: "下个月",
  everything: "全部",
  of: "只看",
  ofSources: "来源",
  ofTags: "标签",
  times: (count) => `${count} 次`,
  place: (place, title, reads, before) => `第 ${place} 名，${title}，${reads} 次，${before}`,
  before: (place) => `上月第 ${place} 名`,
  fresh: "新上榜",
  emptyMonth: "这个月没有阅读。",
  gone: "已不在书架上的文章",
  history: "阅读记录",
  historyHint: "只记在这台设备上：读满五秒并翻动过，或读到末尾，算一次。",
  forget: "清除",
  forgotten: "阅读记录已清除。",
  nothing: "还没有记录",
};

/** 这台设备上什么占地方。 */
export const room: Messages["room"] = {
  title: "占用明细",
  show: "查看",
  counting: "正在统计",
  kinds: { texts: "文字", pictures: "图片", originals: "原网页", versions: "旧文" },
  rest: "留页本身，以及可以重新生成的部分",
  free: "清掉原网页",
  freeHint: "文章都会留下，只是以后不能用更好的规则重新提取，划去的段落也找不回来。",
  freeNow: (size) => `腾出 ${size}`,
  keep: "留着",
  freed: (count) => `清掉了 ${count} 个原网页，文章都还在。`,
};

/** 相关文章。 */
export const related: Messages["related"] = {
  title: "相关文章",
  standards: (numbers) => `都引用了 ${numbers}`,
  tags: (tags) => `同有标签：${tags}`,
  terms: (words) => `都谈到：${words}`,
};

/** 文章上方的各项。 */
export const facts: Messages["facts"] = {
  label: "编号与标签",
  tag: (tag) => `# ${tag}`,
};
