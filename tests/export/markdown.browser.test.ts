import { describe, expect, test } from "vitest";
import { pageFromMarkdown } from "#capture/formats/markdown.ts";
import { sanitizeToFragment } from "#domain/sanitize.ts";
import { markdownOf } from "#export/markdown.ts";

const write = (html: string) => markdownOf(sanitizeToFragment(html)).trimEnd();

describe("an article as Markdown", () => {
  test.each([
    ["paragraphs", "<p>天亮了。</p><p>船来了。</p>", "天亮了。\n\n船来了。"],
    ["headings", "<h2>一</h2><p>字</p><h3> 二 <em>三</em></h3>", "## 一\n\n字\n\n### 二 *三*"],
    ["emphasis", "<p><b>粗</b>和<i>斜</i>、<del>去</del></p>", "**粗**和*斜*、~~去~~"],
    ["emphasis around blanks", "<p>a<b> b </b>c</p>", "a **b** c"],
    ["links", '<p><a href="https://example.com/a_(b)">看</a></p>', "[看](https://example.com/a_%28b%29)"],
    ["links within the article", '<p>注<sup><a href="#n1">1</a></sup></p>', "注<sup>1</sup>"],
    [
      "pictures on the web",
      '<p><img src="https://example.com/x.png" alt="一盏灯"></p>',
      "![一盏灯](https://example.com/x.png)",
    ],
    ["inline code", "<p>用 <code>a`b</code></p>", "用 ``a`b``"],
    ["code", "<pre><code>if (a &lt; b) {\n  go();\n}\n</code></pre>", "```\nif (a < b) {\n  go();\n}\n```"],
    ["code with fences", "<pre>```\nx\n```</pre>", "````\n```\nx\n```\n````"],
    ["quotes", "<blockquote><p>一</p><p>二</p></blockquote>", "> 一\n>\n> 二"],
    ["lists", "<ul><li>一</li><li>二<ul><li>三</li></ul></li></ul>", "- 一\n- 二\n  - 三"],
    ["numbered lists", '<ol start="3"><li>三</li><li>四</li></ol>', "3. 三\n4. 四"],
    ["items of several paragraphs", "<ol><li><p>一</p><p>二</p></li><li>三</li></ol>", "1. 一\n\n   二\n\n2. 三"],
    [
      "tables",
      "<table><caption>人口</caption><tr><th>年</th><th>人</th></tr><tr><td>2018</td><td>3|1</td></tr></table>",
      "人口\n\n| 年 | 人 |\n| --- | --- |\n| 2018 | 3\\|1 |",
    ],
    ["line breaks", "<p>一<br>二</p>", "一\\\n二"],
    ["what looks like Markdown", "<p># 1. *a* [b] _c_ &lt;d&gt;</p>", "\\# 1. \\*a\\* \\[b\\] \\_c\\_ \\<d>"],
    ["a line that looks like a list", "<p>1. 一</p><p>- 二</p>", "1\\. 一\n\n\\- 二"],
    ["ruby", "<p><ruby>漢<rt>かん</rt></ruby></p>", "漢"],
    [
      "figures",
      '<figure><img src="https://example.com/x.png" alt=""><figcaption>图一</figcaption></figure>',
      "![](https://example.com/x.png)\n\n图一",
    ],
    ["nothing", "", ""],
  ])("%s", (_, html, markdown) => {
    expect(write(html)).toBe(markdown);
  });

  test("blocks deep inside of spans are blocks, and a cell with one is no line", () => {
    const deep = `${"<span>".repeat(200)}<p>一</p><p>二</p>${"</span>".repeat(200)}`;
    expect(write(`${deep}三`)).toBe("一\n\n二\n\n三");
  });

  test("read in again it is the same article", () => {
    const html =
      '<h2>一</h2>\n<p>天 <strong>亮</strong> 了，见 <a href="https://example.com/a">此</a>。</p>\n<ol>\n<li>甲</li>\n<li>乙<ul>\n<li>丙</li>\n</ul>\n</li>\n</ol>\n<blockquote>\n<p>引 <em>文</em></p>\n</blockquote>\n<pre><code>a &lt; b\n</code></pre>';
    const { content } = pageFromMarkdown(write(html));
    expect(content).toContain(html);
  });
});
