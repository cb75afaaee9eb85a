import { expect, test } from "vitest";
import { extract } from "#domain/extract/extract.ts";
import { extractText } from "#domain/extract/extract-text.ts";
import { decodeBytes } from "#domain/text/decode.ts";
import { encodeAs } from "../../fixtures/encode.ts";

declare const __COPIED_PAGES__: Record<string, string>;

// Pages that may not be kept in the repository, tried where LIUYE_PAGES names a folder that has them.
const besideNamed = (name: string) => __COPIED_PAGES__[name];
const dump = besideNamed("standards-site-article.txt");
const soup = besideNamed("seed-like.html");

const headingsOf = (html: string) =>
  [...html.matchAll(/<h(\d)>(.*?)<\/h\1>/g)].map(([, level, text]) => `${level} ${text}`);
const chrome =
  /点击数|字体|收藏|打印文章|查看评论|发布时间|相关信息|没有相关内容|用户信息中心|本月排行|还没有任何项目|联系我们|友情链接|版权声明|Copyright|备案|电话:|[\u3000]/;

test.runIf(dump)("the standards site's page, copied whole, becomes its article", () => {
  const { title, byline, siteName, published, contentHtml, textContent } = extractText(dump ?? "");
  expect({ title, byline, siteName, published }).toEqual({
    title: "辽宁检验检疫局深入开展“转作风、下基层”活动",
    byline: "佚名",
    siteName: "中国质量新闻网",
    published: "2014-01-15",
  });
  expect(headingsOf(contentHtml)).toEqual(["2 下得去", "2 留得住", "2 干得实"]);
  expect(textContent).toMatch(/^2013年以来[\s\S]+受到教育。$/);
  expect(textContent).not.toMatch(chrome);
});

test.runIf(soup).each(["utf-8", "gb18030"] as const)(
  "a table page of its kind in %s becomes its article",
  (encoding) => {
    const bytes = encoding === "utf-8" ? new TextEncoder().encode(soup) : encodeAs(encoding, soup ?? "");
    const { title, byline, siteName, published, contentHtml, textContent } = extract(decodeBytes(bytes).text);
    expect({ title, byline, siteName, published }).toEqual({
      title: "河湾县图书馆夜间开放记——“灯亮着，人就来”",
      byline: "佚名",
      siteName: "河湾晚报",
      published: "2014-01-15",
    });
    expect(headingsOf(contentHtml)).toEqual(["2 走进来", "2 读下去", "2 留下来"]);
    expect(textContent).toMatch(/^入冬以后[\s\S]+灯会一直亮到十点。$/);
    expect(textContent.split("\n")).toHaveLength(12);
    expect(textContent).not.toMatch(chrome);
  },
);
