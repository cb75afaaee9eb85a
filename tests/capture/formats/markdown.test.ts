import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitFrontMatter } from "#capture/formats/front-matter.ts";
import { pageFromMarkdown } from "#capture/formats/markdown.ts";
import { LiuyeError } from "#domain/errors.ts";

const contentOf = (text: string) => pageFromMarkdown(text).content;

describe("front matter", () => {
  test("gives title, author, site, date, language and tags where a page's head has them", () => {
    const page = pageFromMarkdown(
      [
        "---",
        'title: "渡口的\\"风\\" <一>" # 题目',
        "author:",
        '  - "[[林溪]]"',
        "  - 周渡",
        "source: https://example.com/a?b=1#c",
        "site: 河湾晚报",
        "published: 2019-05-06",
        "created: 2026-01-01",
        "tags: [散文, 'river, wide', \"船\"]",
        "lang: zh-CN",
        "---",
        "正文。",
      ].join("\r\n"),
    );
    expect(page).toMatchObject({ kind: "html", via: "markdown", url: "https://example.com/a?b=1#c" });
    expect(page.content).toContain("<title>渡口的&#34;风&#34; &#60;一&#62;</title>");
    expect(page.content).toContain('<meta name="author" content="林溪, 周渡">');
    expect(page.content).toContain('<meta property="og:site_name" content="河湾晚报">');
    expect(page.content).toContain('<meta property="article:published_time" content="2019-05-06">');
    expect(page.content).toContain('<meta name="keywords" content="散文, river, wide, 船">');
    expect(page.content).toContain('<html lang="zh-CN">');
    expect(page.content).toContain("<article>\n<p>正文。</p>");
  });

  test("reads words with colons, blocks over several lines and empty values", () => {
    const { matter, body } = splitFrontMatter(
      "---\ntitle: 论：a: b\nsummary: >-\n  第一行\n  - 第二行\ntags:\nlink: null\nquote: 'it''s'\n...\n\n正文",
    );
    expect(Object.fromEntries(matter)).toEqual({
      title: ["论：a: b"],
      summary: ["第一行 - 第二行"],
      tags: [],
      link: [],
      quote: ["it's"],
    });
    expect(body).toBe("\n正文");
  });

  test("is not what two rules fence, nor what is never closed", () => {
    for (const text of [
      "---\n\n一段话。\n\n---\n另一段。",
      "---\ntitle: 题\n正文没有完",
      "正文\n---\ntitle: 题\n---\n",
    ])
      expect(splitFrontMatter(text)).toEqual({ matter: new Map(), body: text });
  });

  test("without a web address gives none, and without a title the first heading is it", () => {
    const page = pageFromMarkdown(
      "---\nurl: javascript:alert(1)\nsource: 河湾晚报\n---\n## 小\n\n# 渡口 *的* [风](a) & `x<y`\n",
    );
    expect(page.url).toBeUndefined();
    expect(page.content).toContain('<meta property="og:site_name" content="河湾晚报">');
    expect(page.content).toContain("<title>渡口 的 风 &#38; x&#60;y</title>");
  });
});

describe("a Markdown text", () => {
  test("has tables, code, struck words and raw HTML; relative links stay as they are", () => {
    const content = contentOf(
      "| 甲 | 乙 |\n|---|--:|\n| 1 | ~~2~~ |\n\n```js\na<b\n```\n\n<kbd>K</kbd> ![船](files/a.png) [外](../b.md)\n",
    );
    expect(content).toContain('<td align="right"><del>2</del></td>');
    expect(content).toContain('<pre><code class="language-js">a&lt;b\n</code></pre>');
    expect(content).toContain('<kbd>K</kbd> <img src="files/a.png" alt="船"> <a href="../b.md">外</a>');
  });

  test("keeps a footnote of one Chinese sentence, which Markdown would take for an address", () => {
    const content = contentOf(
      "风[^1]与船[^船]，又见[^1]，没有[^无]。\n\n[^船]: 乌篷。\n    第二行\n[^1]: 见《河湾三记》。\n[^未用]: 留着\n\n末段。",
    );
    expect(content).toContain(
      '<p>风<sup><a href="#note-1" id="note-1-from">1</a></sup>与船<sup><a href="#note-船" id="note-船-from">2</a></sup>，又见<sup><a href="#note-1">1</a></sup>，没有[^无]。</p>\n<p>末段。</p>',
    );
    expect(content).toContain(
      '<ol>\n<li id="note-1"><p>见《河湾三记》。</p></li>\n<li id="note-船"><p>乌篷。\n第二行</p></li>\n<li id="note-未用"><p>留着</p></li>\n</ol>',
    );
  });

  test("shows no footnotes where there are none, nor those in code", () => {
    expect(contentOf("`a[^1]`\n\n    [^1]: b\n")).not.toContain("<ol>");
  });

  test("has bold words that begin or end with Chinese punctuation", () => {
    expect(contentOf("这是**重点：**后面，**“引”**也是，**普通**也是。")).toContain(
      "这是<strong>重点：</strong>后面，<strong>“引”</strong>也是，<strong>普通</strong>也是。",
    );
  });

  test("without words is empty", () => {
    expect(() => pageFromMarkdown("---\ntitle: 题\n---\n \n")).toThrow(expect.objectContaining({ code: "file-empty" }));
  });

  test("that is a trap ends in a page or a code, soon", () => {
    const started = performance.now();
    for (const trap of [
      ">".repeat(20_000),
      "[^a]: ".repeat(5000),
      "**：".repeat(5000),
      "- ".repeat(3000),
      "---\n".repeat(20_000),
      "[^1]: a\n".repeat(5000),
    ]) {
      try {
        pageFromMarkdown(trap);
      } catch (error) {
        expect(error).toBeInstanceOf(LiuyeError);
      }
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 30_000);

  test("of any characters gives a page or a code", () => {
    const signs = fc.string({ unit: fc.constantFrom(..."#*_[]()^:`~<>|-! \n\t渡a1："), maxLength: 200 });
    fc.assert(
      fc.property(signs, (text) => {
        try {
          return pageFromMarkdown(text).kind === "html";
        } catch (error) {
          return error instanceof LiuyeError;
        }
      }),
    );
  });
});
