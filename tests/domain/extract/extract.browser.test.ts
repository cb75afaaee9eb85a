import fc from "fast-check";
import { expect, test } from "vitest";
import { LiuyeError } from "#domain/errors.ts";
import { extract } from "#domain/extract/extract.ts";

const prose = "山里的雾散得慢，太阳出来以后，我们才看见对面的村子。那里的人说，今年的收成比去年好。";
const page = (body: string, head = "") => `<html><head><title>雾</title>${head}</head><body>${body}</body></html>`;
const article = page(
  `<p>${prose}</p><p>${prose}</p><p>${prose}</p><p><a href="next">下一座山</a>里也有雾，只是没有人去看，看过的人也不说。</p>`,
);

test("a page without words has nothing to read", () => {
  for (const html of [
    "",
    "<html></html>",
    "<p> </p>",
    "<script>var words = 1</script>",
    "<img src=a.png>",
    "<frameset><frame src=a></frameset>",
  ]) {
    expect(() => extract(html)).toThrow(expect.objectContaining({ code: "nothing-to-read" }));
  }
});

test("a page of a few words is still read", () => {
  expect(extract("<p>灯亮着</p>")).toMatchObject({
    title: "灯亮着",
    textContent: "灯亮着",
    contentHtml: "<p>灯亮着</p>",
  });
  expect(extract("hello").textContent).toBe("hello");
});

test("a picture is found under whatever name it waits for a script, and is gone where nobody can say where it is", () => {
  const pictures =
    '<img data-hd-path="a/b.jpg?w=2"><img data-note="see b.jpg there"><p>雾</p><img src="c.png" alt="雾">';
  const html = page(`<p>${prose}</p><p>${prose}</p>${pictures}<p>${prose}</p>`);
  const known = extract(html, "https://a.example/x/y.html").contentHtml;
  expect(known.match(/src="[^"]*"/g)).toEqual([
    'src="https://a.example/x/a/b.jpg?w=2"',
    'src="https://a.example/x/c.png"',
  ]);
  expect(extract(html).contentHtml.match(/<img[^>]*>/g)).toEqual(['<img alt="雾">']);
});

test("a relative link never becomes an address of ours", () => {
  const { contentHtml } = extract(article);
  expect(contentHtml).toContain("下一座山");
  expect(contentHtml).not.toContain(location.host);
  expect(contentHtml).not.toContain("href");
});

test("links follow the page's own base, and a note's mark stays in the page", () => {
  const html = article
    .replace("<title>", '<base href="/book/"><title>')
    .replace("<p>", '<p><a href="#n1">注</a>')
    .replace("</body>", `<p id="n1">${prose}</p></body>`);
  const { contentHtml, url } = extract(html, "https://example.org/a/b.html");
  expect(contentHtml).toContain('href="https://example.org/book/next"');
  expect(contentHtml).toContain('href="#n1"');
  expect(url).toBe("https://example.org/a/b.html");
});

const canonical = (address: string) => `<link rel="canonical" href="${address}">`;
const shared = (address: string) => `<meta property="og:url" content="${address}">`;

test.each([
  [canonical("https://example.org/one"), "https://example.org/one"],
  [shared("https://example.org/two"), "https://example.org/two"],
  [canonical("/three"), undefined],
  [shared("javascript:alert(1)"), undefined],
  [canonical("https://example.org/"), undefined],
  [canonical("https://example.org/") + shared("https://example.org/four"), "https://example.org/four"],
  [canonical("https://example.org/?p=5"), "https://example.org/?p=5"],
  [canonical("https://example.org/six") + shared("https://example.net/six"), undefined],
  [canonical("https://www.example.org/seven") + shared("http://m.example.org/7"), "https://www.example.org/seven"],
])("a page that says %s claims to be from %s", (head, url) => {
  const found = extract(article.replace("<title>", `${head}<title>`));
  expect([found.url, found.claimed]).toEqual([url, url && true]);
});

test("where the page came from is known, whatever it claims", () => {
  const found = extract(
    article.replace("<title>", `${canonical("https://example.net/")}<title>`),
    "https://example.org/a",
  );
  expect(found.url).toBe("https://example.org/a");
  expect(found).not.toHaveProperty("claimed");
});

test("a page a browser saved knows where it was", () => {
  expect(extract(`<!-- saved from url=(0027)https://example.org/saved/1 -->${article}`)).toMatchObject({
    url: "https://example.org/saved/1",
    claimed: true,
  });
  expect(extract(article, "file:///home/a.html").url).toBeUndefined();
});

test("a password in an address is kept nowhere", () => {
  const { contentHtml, url } = extract(article, "https://reader:secret@example.org/a/b.html");
  expect(url).toBe("https://example.org/a/b.html");
  expect(contentHtml).toContain('href="https://example.org/a/next"');
});

test("a picture's source is not the article's", () => {
  const html = page(
    `<h1>雾里的村子</h1><div><img src="https://example.org/a.jpg"></div><p>来源：视觉图片社</p><p>${prose}</p><p>${prose}</p><p>${prose}</p>`,
  );
  expect(extract(html).siteName).toBeUndefined();
});

test("a short notice is found though everything beside it is longer", () => {
  const links = `<li><a href="/a">${prose}</a></li>`.repeat(12);
  const html = page(
    `<div class="sidebar"><ul>${links}</ul></div><div class="sidebar-notice comment">今晚停水，请提前储水，明早六点恢复，给大家添麻烦了，请多多包涵，谢谢大家。</div><ul>${links}</ul>`,
  );
  expect(extract(html).textContent).toMatch(/^今晚停水.*谢谢大家。$/);
});

const scrap = fc.constantFrom(
  "<p>",
  "</p>",
  "<div>",
  "</div>",
  "<table>",
  "<tr>",
  "<td>",
  "</table>",
  "<b>",
  "</b>",
  "<a href=x>",
  "</a>",
  "<br>",
  "<br><br>",
  "<ul>",
  "<li>",
  "</ul>",
  "<h1>",
  "</h1>",
  "<h2>",
  "<font size=4>",
  "<center>",
  "<pre>",
  "</pre>",
  "<blockquote>",
  "<figure>",
  "<img src=a>",
  "<svg>",
  "</svg>",
  "<math>",
  "<template>",
  "<form>",
  "<title>",
  "</title>",
  "<frameset>",
  "<base href=//x>",
  "<body hidden>",
  "<noscript>",
  "<select>",
  "<style>",
  "</style>",
  "<!--",
  "-->",
  '<script type=application/ld+json>{"@graph":[[[{}]]]}</script>',
  "<meta property=og:title content=>",
  prose,
  "作者：佚名 来源：",
  "2014年01月15日 10:20 ",
  "责任编辑：",
  "相关信息",
  "Copyright ©",
  "　　",
  "&nbsp;",
  "\u0000",
  "words and more words, of course. ",
);

test("whatever the markup, a page is read or refused, never worse", () => {
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 60 }), (scraps) => {
      try {
        const found = extract(scraps.join(""), "https://example.org/2014/01/15/a");
        expect(found.title).not.toBe("");
        expect(found.textContent).toMatch(/[\p{L}\p{N}]/u);
        expect(Object.values(found)).not.toContain(undefined);
      } catch (error) {
        if (!(error instanceof LiuyeError)) throw error;
      }
    }),
    { numRuns: 400 },
  );
}, 60_000);
