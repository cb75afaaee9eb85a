import { expect, test } from "vitest";
import { isMetaLine, isToolLine } from "#domain/extract/chrome-lines.ts";
import { border, fieldsOf, sourceAfterTime } from "#domain/extract/labelled-fields.ts";
import { writersIn } from "#domain/extract/read-writers.ts";

test.each([
  [
    "作者:佚名 来源:中国某某网 发布时间:2014年01月15日",
    { byline: "佚名", siteName: "中国某某网", published: "2014-01-15" },
  ],
  [
    `作者：${border}佚名${border} 来源：${border}河湾晚报${border} 发布时间：2014年01月15日`,
    { byline: "佚名", siteName: "河湾晚报", published: "2014-01-15" },
  ],
  ["来源：大江晨报　作者：张三 李四　编辑：王五", { byline: "张三 李四", siteName: "大江晨报", editor: "王五" }],
  ["稿源：《清河日报》 2012-03-04 责任编辑：赵六", { siteName: "清河日报", editor: "赵六" }],
  ["信息来源：市自来水公司 | 日期：2021-06-03 16:20", { siteName: "市自来水公司", published: "2021-06-03T16:20" }],
  ["来源：本站 作者：未知", {}],
  ["2018-05-03 15:03:00　来源: 清河新闻网(青川)　举报", { siteName: "清河新闻网(青川)" }],
  ["来 源：清河日报 更新时间：2012-03-04", { siteName: "清河日报", modified: "2012-03-04" }],
  ["发文字号：清政办〔2020〕12号", { number: "清政办〔2020〕12号" }],
  ["图片来源：视觉图片社", {}],
  ["作者：他说这件事很长。后来就不说了。", {}],
])("%s holds its fields", (line, fields) => {
  expect(fieldsOf([line])).toEqual(fields);
});

test("a name right after the time of day is the source", () => {
  expect(sourceAfterTime("2019年11月25日 18:57 参考时报")).toBe("参考时报");
  expect(sourceAfterTime("http://www.example.org 2005年05月03日15:03 清河晚报")).toBe("清河晚报");
  expect(sourceAfterTime("清河新闻网 2014-01-15 08:31 我要评论")).toBe("清河新闻网");
  expect(sourceAfterTime("2019年11月25日 18:57 | 只看该作者")).toBeUndefined();
  expect(sourceAfterTime("2019年11月25日 参考时报")).toBeUndefined();
});

test.each([
  ["点击数: 【字体: 收藏 打印文章 查看评论", true],
  ["【字体：大 中 小】 【打印本页】 【关闭窗口】", true],
  ["分享到：微信 微博", true],
  ["收藏", false],
  ["我要收藏这本书", false],
  ["打印机坏了", false],
])("whether %s is a row of buttons: %s", (line, answer) => {
  expect(isToolLine(line)).toBe(answer);
});

test.each([
  ["作者：佚名 点击：356", true],
  ["2018-09-14 08:31 大江晨报", true],
  ["时间：2021年6月3日", false],
  ["地点：市图书馆二楼", false],
  ["2014年1月15日，河湾县图书馆把闭馆时间推到了晚上十点，这是头一回。", false],
])("whether %s is about the article and not of it: %s", (line, answer) => {
  expect(isMetaLine(line)).toBe(answer);
});

test.each([
  ["新华社某地1月5日电（记者 张三、李四）今天清晨", "张三、李四".replace("、", " ")],
  ["（本报记者 王小明）", "王小明"],
  ["□ 本报记者 赵 六", "赵 六"],
  ["“我跟记者 王小明说过。”他笑着说。", undefined],
  ["他念道：“（本报记者 王小明）”，大家都笑了。", undefined],
  ["记者在现场看到，桥面已经铺好。", undefined],
  ["林溪/河湾晚报", "林溪"],
  ["河湾晚报 林溪 周明远／文", "林溪 周明远"],
  ["他们答应明年再来。（林溪 周明远）", "林溪 周明远"],
  ["他们答应明年再来。（周明远摄）", undefined],
  ["桥面已经铺好。（记者 周明远 摄）", undefined],
  ["作者　林溪", "林溪"],
  ["他们答应明年再来。（未完待续）", undefined],
  ["他们住在城里（周家、林家），很少回来。", undefined],
  ["山里/村里", undefined],
])("the writer of %s is %s", (text, writers) => {
  expect(writersIn(text)).toBe(writers);
});

test("a button or a person after the time of day is no source", () => {
  expect(sourceAfterTime("2019-11-25 18:57 字号")).toBeUndefined();
  expect(sourceAfterTime("2019-11-25 18:57 张三")).toBeUndefined();
});
