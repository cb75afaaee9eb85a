// What no page may do to the app: grow, or hold it.
import { afterEach, expect, test, vi } from "vitest";
import { LiuyeError } from "#domain/errors.ts";
import { extract } from "#domain/extract/extract.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const prose = "山里的雾散得慢，太阳出来以后，我们才看见对面的村子。那里的人说，今年的收成比去年好。";
const page = (body: string) => `<html><head><title>雾</title></head><body>${body}</body></html>`;

test("a page that would grow beyond all measure is refused", () => {
  const kinds =
    "<abbr><b><bdi><cite><code><del><dfn><em><i><ins><kbd><mark><q><s><samp><small><strong><sub><sup><u><var>";
  expect(() => extract(page(`<div>${kinds}${`${prose}<br><br>`.repeat(5_000)}</div>`))).toThrow(
    expect.objectContaining({ code: "page-too-complex" }),
  );
});

test("a page beyond all measure is refused", () => {
  expect(() => extract("<i></i>".repeat(60_001))).toThrow(expect.objectContaining({ code: "page-too-complex" }));
});

test("a page that takes too long is given up, whichever step is at it", () => {
  const html = page(`<p>${prose}</p>`.repeat(20));
  // The clock is moved on with its nth look, as if the page had been slow just before; there are looks all through.
  const codes = Array.from({ length: 100 }, (_, nth) => {
    let looks = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => (looks++ > nth ? 60_000 : 0));
    try {
      extract(html);
      return "read";
    } catch (error) {
      return error instanceof LiuyeError ? error.code : String(error);
    } finally {
      clock.mockRestore();
    }
  });
  expect(new Set(codes)).toEqual(new Set(["page-too-complex"]));
});

test("it is given up in the middle of Readability too", () => {
  const within = () => new Error().stack?.includes("_grabArticle");
  vi.spyOn(performance, "now").mockImplementation(() => (within() ? 60_000 : 0));
  expect(() => extract(page(`<p>${prose}</p>`.repeat(20)))).toThrow(
    expect.objectContaining({ code: "page-too-complex" }),
  );
});

test("formatting left open by the hundred is let go, and its words are read", () => {
  const fonts = Array.from({ length: 300 }, (_, at) => `<font color="${at}">`).join("");
  const found = extract(page(`<p>${fonts}${prose}</p>${`<p>${prose}`.repeat(2_000)}`));
  expect(found.textContent).toContain(prose);
});

test("formatting that is closed again, or alike, is no trap", () => {
  const bold = `<p><b>粗</b>${prose}</p>`.repeat(2_000);
  const open = `<p><b>${prose}`.repeat(1_000);
  for (const html of [bold, open]) expect(extract(page(html)).contentHtml).toMatch(/<(?:b|strong)>/);
});

test.each([
  ["paragraphs", `<p>${prose}</p>`.repeat(29_000)],
  ["nesting", `${"<div><p>words, and words.</p>".repeat(500)}`],
  ["open tags", `<b><i><font>${prose}`.repeat(150)],
  ["list items", `<ul>${`<li><a href=a>${prose}</a></li>`.repeat(15_000)}</ul>`],
  ["line breaks", `<div>${`${prose}<br>`.repeat(20_000)}</div>`],
  ["table cells", `<table>${`<tr><td>${prose}</td><td>1</td></tr>`.repeat(9_000)}</table>`],
  ["names of sites", "<p>山里新闻网</p>".repeat(15_000) + "<p><a href=a>山里日报</a></p>".repeat(15_000)],
  ["navigation", `${`<nav>${prose}</nav>`.repeat(10_000)}<p>雾</p>`],
  ["hidden elements", `<div style="display:none">${prose}`.repeat(500) + `<i hidden>${prose}</i>`.repeat(20_000)],
  ["forms", `<form>${prose}</form>`.repeat(20_000)],
  ["full-width blanks", `<p>甲${"　".repeat(100_000)}乙</p><p>${prose}</p>`],
  ["blanks of no width", `<p>甲${"\u200b".repeat(100_000)}乙</p><p>${prose}</p>`],
  ["blanks before a line's end", `<pre>a${" ".repeat(100_000)}b\nc</pre><p>${prose}</p>`],
  ["blanks after a page's number", `<p>1${"　".repeat(100_000)}x</p><p>${prose}</p>`],
  ["bold words in a line", `<p>${"<b>a</b>".repeat(50_000)}</p><p>${prose}</p>`],
  ["bold blanks in a line", `<p>${"a<b> </b>".repeat(50_000)}</p><p>${prose}</p>`],
  ["tags two thousand deep", `${"<div>".repeat(2000)}<p>${prose}</p><p>${prose}</p>`],
  ["open tags two thousand deep", `${"<blockquote><b>".repeat(2000)}${prose}`],
  [
    "long attributes",
    `<div class="${"post ".repeat(20_000)}" id="${"a".repeat(100_000)}" style="${"x:y;".repeat(25_000)}"><p>${prose}</p></div>`.repeat(
      3,
    ),
  ],
  [
    "pictures to choose from",
    `${`<img src="data:image/gif;base64,AA" srcset="${"a.jpg 1x, ".repeat(10_000)}">`.repeat(30)}<p>${prose}</p>`,
  ],
  [
    "posts",
    `<div class="post"><b class="author">甲</b> 2012-01-01 <div class="content">${prose}</div></div>`.repeat(10_000),
  ],
  ["labels", `<h1>雾</h1><p>${"来源：作者：".repeat(20_000)}</p><p>${prose}</p>`],
  ["five million characters", `<p>${prose}</p>`.repeat(20_000) + " ".repeat(4_000_000)],
  ["different fonts", `${Array.from({ length: 8_000 }, (_, at) => `<font color="${at}">`).join("")}${prose}`],
  ["long lines", `<p>${"作者：".repeat(30_000)}</p><p>${"( ".repeat(50_000)}</p><p>${prose}</p>`],
])(
  "a page at the limit of %s is read and does not hang",
  (_, body) => {
    vi.spyOn(performance, "now").mockReturnValue(0); // a busy machine is no fault of the page
    expect(extract(page(body)).textContent).not.toBe("");
  },
  60_000,
);
