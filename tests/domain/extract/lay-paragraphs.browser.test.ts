import { expect, test } from "vitest";
import { isDataTable } from "#domain/extract/data-table.ts";
import { extract } from "#domain/extract/extract.ts";
import { sectionHeadings } from "#domain/extract/section-headings.ts";

const one = "山里的雾散得慢，太阳出来以后，我们才看见对面的村子，听见有人说话。";
const two = "那里的人说，今年的收成比去年好，果子也比去年甜，来的人都要带一筐走。";
const three = "再过一个月就要封山了，他们把柴劈好，码在屋檐下面，等着第一场雪来。";
const body = (markup: string) =>
  extract(`<title>山里的雾</title><div>${markup}</div>`, "https://example.org/").contentHtml;

test.each([
  ["two breaks", `${one}<br><br>${two}<br><br>${three}`],
  ["a break and an indent", `　　${one}<br>　　${two}<br>\n　　${three}`],
  [
    "a break and hard spaces",
    `&nbsp;&nbsp;&nbsp;&nbsp;${one}<br>&nbsp;&nbsp;&nbsp;&nbsp;${two}<br>&nbsp;&nbsp;&nbsp;&nbsp;${three}`,
  ],
  ["a break after a whole sentence", `${one}<br>${two}<br>${three}`],
  [
    "cells of a layout table",
    `<table><tr><td>${one}</td></tr><tr><td>${two}</td></tr><tr><td>${three}</td></tr></table>`,
  ],
  ["fonts and centres", `<font size=3><center>${one}</center>${two}<p>${three}</font>`],
])("paragraphs parted by %s come out as paragraphs", (_, markup) => {
  expect(body(markup)).toBe(`<p>${one}</p><p>${two}</p><p>${three}</p>`);
});

test("short lines part at two breaks or at an indent too", () => {
  expect(extract("<div>水浅了<br><br>船停了</div>").contentHtml).toBe("<p>水浅了</p><p>船停了</p>");
  expect(extract("<div>　　水浅了<br>　　船停了</div>").contentHtml).toBe("<p>水浅了</p><p>船停了</p>");
});

test("a table that holds headings holds the page together, and no data", () => {
  const table = document.createElement("table");
  for (const texts of [
    ["站名", "雨量"],
    ["石门", "1432"],
  ]) {
    const row = table.insertRow();
    for (const text of texts) row.insertCell().append(text);
  }
  expect(isDataTable(table.cloneNode(true) as Element)).toBe(true);
  table.rows[0]?.cells[0]?.append(document.createElement("h2"));
  expect(isDataTable(table)).toBe(false);
});

test("verse keeps its lines and a paragraph its bold and its links", () => {
  const verse = "<p>水浅了，<br>船停了，<br>人散了。</p>";
  const linked = `<p><strong>${one}<a href="https://example.org/a">远处</a></strong><em>${two}</em></p>`;
  expect(body(`<p>${three}</p>${verse}${linked}<p>${three}</p>`)).toBe(
    `<p>${three}</p>${verse}${linked}<p>${three}</p>`,
  );
});

test("bold that runs over a break is bold on both sides of it", () => {
  expect(body(`<b>${one}<br><br>${two}</b><br><br>${three}`)).toBe(
    `<p><b>${one}</b></p><p><b>${two}</b></p><p>${three}</p>`,
  );
});

test("formatting that was never closed is not heaped up", () => {
  const html = body(`<div>${"<b><i>".repeat(120)}${`${one}<br><br>`.repeat(3)}</div>`);
  expect(html).toBe(`<p><b><i>${one}</i></b></p>`.repeat(3));
});

test.each([
  ["a paragraph", `<p id="n">${two}</p>`, `<p id="n">${two}</p>`],
  ["a named anchor", `<a name="n"></a><p>${two}</p>`, `<p id="n">${two}</p>`],
  ["an anchor in a paragraph", `<p>${two}<a id="n"></a>${three}</p>`, `<p>${two}<a id="n"></a>${three}</p>`],
  ["an anchor after a line break", `${two}<br><br><a name="n"></a>${three}`, `<p>${two}</p><p id="n">${three}</p>`],
  [
    "an anchor that is a link",
    `<p><a name="n" href="/b">注</a>${two}</p>`,
    '<a href="https://example.org/b" id="n">注</a>',
  ],
  ["a division", `<div id="n"><div>${two}</div></div>`, `<p id="n">${two}</p>`],
  ["a bold that holds no words", `<b id="n"></b><p>${two}</p>`, `<p id="n">${two}</p>`],
  [
    "a bold over two paragraphs",
    `<b id="n">${two}<br><br>${three}</b>`,
    `<p><b id="n">${two}</b></p><p><b>${three}</b></p>`,
  ],
  ["a heading's anchor", `<h2><a name="n"></a>上山</h2><p>${two}</p>`, '<h2 id="n">上山</h2>'],
  [
    "an anchor before a list",
    `<a name="n"></a><ul><li>甲</li><li>乙</li></ul>`,
    '<ul id="n"><li>甲</li><li>乙</li></ul>',
  ],
  ["an anchor before a rule", `<p>${two}</p><a name="n"></a><hr><p>${three}</p>`, '<hr id="n">'],
  ["an anchor in a list", `<ol><li><p id="n">甲</p></li></ol>`, '<ol><li id="n">甲</li></ol>'],
  ["a name of Chinese characters", `<p id="%E6%B3%A8">${two}</p>`, '<p id="%E6%B3%A8">'],
])("a link leads to %s", (name, markup, laid) => {
  const target = name.includes("Chinese") ? "%E6%B3%A8" : "n";
  const html = body(`<p>${one}<a href="#${target}">见后</a></p>${markup}<p>${three}</p>`);
  expect(html).toContain(`<a href="#${target}">见后</a>`);
  expect(html).toContain(laid);
});

test("two names for one place lead to it both", () => {
  const html = body(`<p>${one}<a href="#m">甲</a><a href="#n">乙</a></p><a name="m"></a><p id="n">${two}</p>`);
  expect(html).toBe(`<p>${one}<a href="#n">甲</a><a href="#n">乙</a></p><p id="n">${two}</p>`);
});

test("a link to a place that is gone, or to the page's top, is words", () => {
  expect(body(`<p>${one}<a href="#gone">见后</a></p><p>${two}<a href="#">回到顶部</a></p>`)).toBe(
    `<p>${one}见后</p><p>${two}回到顶部</p>`,
  );
});

test("a name nobody refers to is not kept", () => {
  expect(body(`<div id="content"><p id="p1">${one}</p><a name="top"></a><p>${two}</p></div>`)).toBe(
    `<p>${one}</p><p>${two}</p>`,
  );
});

test("a short line made a heading keeps its name", () => {
  const html = body(`<p>${one}<a href="#up">上</a></p><p id="up">上山</p><p>${two}</p><p>下山</p><p>${three}</p>`);
  expect(html).toContain('<h2 id="up">上山</h2>');
});

test("a line broken in the source gets no space between Chinese characters, and one between words", () => {
  expect(body(`<p>山里的雾\n散得慢。${one}</p><p>${two}slow\nfog</p><p>${three}</p>`)).toBe(
    `<p>山里的雾散得慢。${one}</p><p>${two}slow fog</p><p>${three}</p>`,
  );
});

const blocks = (...texts: string[]) => texts.map((text) => ({ text }));

test.each([
  ["two short lines between paragraphs are headings", blocks(one, "上山", two, "下山", three), [1, 3]],
  ["one alone is left as it is", blocks(one, "上山", two, three), []],
  ["one with a number is a heading", blocks(one, "二、上山", two, three), [1]],
  ["a bold one is a heading", [{ text: one }, { text: "上山", strong: true }, { text: two }], [1]],
  ["a bold one at the end is a signature", [{ text: one }, { text: two }, { text: "林溪", strong: true }], []],
  ["what somebody says is not", blocks(one, "“上山”", two, "下山。", three), []],
  ["two in a row are verse", blocks(one, "水浅了", "船停了", two, "人散了", "灯还亮", three), []],
  [
    "captions beside pictures are not",
    [{ text: one }, { text: "", solid: true }, { text: "雾" }, { text: "", solid: true }, { text: two }],
    [],
  ],
])("%s", (_, given, headings) => {
  expect([...sectionHeadings(given)].sort((a, b) => a - b)).toEqual(headings);
});

test("a page with headings of its own needs none of ours", () => {
  const own = { text: "雾", solid: true, heading: true };
  expect(sectionHeadings([own, ...blocks(one, "上山", two, "下山", three)]).size).toBe(0);
});
