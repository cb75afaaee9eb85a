import { zipSync } from "fflate";
import { beforeEach, expect, test } from "vitest";
import { captureAll, type Outcome } from "#capture/batch.ts";
import { openFile } from "#capture/from-file.ts";
import { contentOf } from "#library/articles.ts";
import { database } from "#library/database.ts";

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
});

async function keep(...files: File[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  await captureAll(
    files.map((file) => ({ name: file.name, page: () => openFile(file) })),
    new AbortController().signal,
    (outcome) => outcomes.push(outcome),
  );
  return outcomes;
}

const words = "渡口的风从河面上来，摆渡人把缆绳绕了三圈，等最后一个赶集的人上船。".repeat(4);
const article = (title: string, more = "") =>
  `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1><p>${words}</p>${more}<p>${words}</p></article></body></html>`;

async function png(side: number): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(side, side);
  const pen = canvas.getContext("2d");
  for (let x = 0; pen && x < side; x += 2) {
    pen.fillStyle = `rgb(${(x * 37) % 255} ${(x * 91) % 255} ${(x * 13) % 255})`;
    pen.fillRect(x, 0, 2, side);
  }
  return new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

test("the pictures written into a page, as SingleFile does, are kept once each, apart from its words", async () => {
  const inline = `<img src="data:image/png;base64,${base64(await png(64))}" alt="船">`;
  const [outcome] = await keep(new File([article("渡口", inline + inline)], "渡口.html"));
  if (!outcome || "failed" in outcome) throw new Error("not kept");
  const { receipt, id } = outcome.kept.article;
  expect(receipt?.pictures).toEqual({ kept: 1, missing: {} });
  const content = await contentOf(id);
  expect(content?.html).not.toContain("data:image");
  expect(content?.html.match(/data-picture="[0-9a-f]{64}"/g)).toHaveLength(2);
  expect(await database.pictures.count()).toBe(1);
});

test("MHTML is taken apart in its thread, picture and address included", async () => {
  const picture = base64(await png(32));
  const mhtml = [
    "From: <Saved by Blink>",
    "Snapshot-Content-Location: https://example.com/ferry",
    "Subject: =?utf-8?Q?=E6=B8=A1=E5=8F=A3?=",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; type="text/html"; boundary="----x"',
    "",
    "------x",
    "Content-Type: text/html",
    "Content-Transfer-Encoding: 8bit",
    "Content-Location: https://example.com/ferry",
    "",
    article("渡口", '<p><img src="/boat.png"></p>'),
    "------x",
    "Content-Type: image/png",
    "Content-Transfer-Encoding: base64",
    "Content-Location: https://example.com/boat.png",
    "",
    picture,
    "------x--",
  ].join("\r\n");
  const [outcome] = await keep(new File([mhtml], "wrong-name.html"));
  if (!outcome || "failed" in outcome) throw new Error(JSON.stringify(outcome));
  expect(outcome.kept.article).toMatchObject({
    title: "渡口",
    url: "https://example.com/ferry",
    receipt: { via: "mhtml" },
  });
  expect(outcome.kept.article.receipt?.pictures.kept).toBe(1);
});

test("a book comes in whole, its chapters in order and its contents list leading to them", async () => {
  const entry = (text: string) => utf8(text);
  const chapter = (title: string) =>
    entry(
      `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>${title}</h1><p>短。</p></body></html>`,
    );
  const epub = zipSync({
    mimetype: [utf8("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": entry(
      '<?xml version="1.0"?><container><rootfiles><rootfile full-path="o.opf"/></rootfiles></container>',
    ),
    "o.opf": entry(
      '<?xml version="1.0"?><package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>河上三日</dc:title><dc:creator>林溪</dc:creator><dc:language>zh</dc:language></metadata><manifest><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="b"/><itemref idref="a"/></spine></package>',
    ),
    "a.xhtml": chapter("第二章 顺水"),
    "b.xhtml": chapter("第一章 解缆"),
  });
  const [outcome] = await keep(new File([epub as Uint8Array<ArrayBuffer>], "book.epub"));
  if (!outcome || "failed" in outcome) throw new Error(JSON.stringify(outcome));
  const { article: book } = outcome.kept;
  expect(book).toMatchObject({ title: "河上三日", byline: "林溪", lang: "zh-Hans" });
  const content = await contentOf(book.id);
  expect(content?.text.indexOf("第一章 解缆")).toBeGreaterThanOrEqual(0);
  expect(content?.text.lastIndexOf("第一章 解缆")).toBeLessThan(content?.text.lastIndexOf("第二章 顺水") ?? 0);
  const shown = document.createElement("div");
  const { sanitizeToFragment } = await import("#domain/sanitize.ts");
  shown.append(sanitizeToFragment(content?.html ?? ""));
  const link = shown.querySelector<HTMLAnchorElement>('a[href^="#"]');
  expect(shown.querySelector(link?.getAttribute("href") ?? "none")).not.toBeNull();
});

test("an archive unfolds into its readable files; what is bad in it is named, the rest is kept", async () => {
  const archive = zipSync({
    "一.html": utf8(article("第一页")),
    "dir/二.txt": utf8(`第二页\n\n${words}`),
    "空.html": new Uint8Array(),
    "picture.png": await png(8),
    "inner.zip": zipSync({ "x.html": utf8("x") }),
  });
  const outcomes = await keep(new File([archive as Uint8Array<ArrayBuffer>], "pages.zip"));
  expect(
    outcomes.map((outcome) => [outcome.name, "failed" in outcome ? outcome.failed : outcome.kept.article.title]),
  ).toEqual([
    ["一.html", "第一页"],
    ["dir/二.txt", "第二页"],
    ["空.html", "file-empty"],
  ]);
});

test("of an archive with one bad file the others are kept, and the bad one is named with its archive", async () => {
  const archive = zipSync({ "../evil.html": utf8(article("坏页")), "好.html": utf8(article("好页")) });
  const outcomes = await keep(new File([archive as Uint8Array<ArrayBuffer>], "pages.zip"));
  expect(
    outcomes.map((outcome) => [outcome.name, "failed" in outcome ? outcome.failed : outcome.kept.article.title]),
  ).toEqual([
    ["好.html", "好页"],
    ["pages.zip › ../evil.html", "archive-outside"],
  ]);
});

test("a book without its container is no archive of pages, however it is packed or called", async () => {
  const chapter = { "x.xhtml": utf8(article("第一章")) };
  const books = {
    "a.epub": zipSync({ mimetype: [utf8("application/epub+zip"), { level: 0 }], ...chapter }),
    "b.zip": zipSync({ ...chapter, mimetype: utf8("application/epub+zip\n") }),
    "c.epub": zipSync(chapter),
  };
  const files = Object.entries(books).map(([name, bytes]) => new File([bytes as Uint8Array<ArrayBuffer>], name));
  const outcomes = await keep(...files);
  expect(outcomes.map((outcome) => [outcome.name, "failed" in outcome && outcome.failed])).toEqual([
    ["a.epub", "archive-damaged"],
    ["b.zip", "archive-damaged"],
    ["c.epub", "archive-damaged"],
  ]);
});

test("a hostile archive is refused by its code, which survives the thread, and the others in the batch are kept", async () => {
  const bomb = zipSync({ "bomb.html": new Uint8Array(8 * 1024 * 1024) });
  const escaping = zipSync({ "../../evil.html": utf8("x") });
  const outcomes = await keep(
    new File([bomb as Uint8Array<ArrayBuffer>], "bomb.zip"),
    new File([escaping as Uint8Array<ArrayBuffer>], "escape.zip"),
    new File([article("好页")], "good.html"),
  );
  expect(outcomes.map((outcome) => ("failed" in outcome ? outcome.failed : "kept"))).toEqual([
    "archive-too-large",
    "archive-outside",
    "kept",
  ]);
});

test("Markdown brings its front matter and keeps all its words", async () => {
  const markdown = `---\ntitle: 修船记\nauthor: 老沈\ndate: 2021-05-06\n---\n\n# 修船记\n\n第一步。\n\n- 刮漆\n- 捻缝\n\n<script>hit()</script>\n`;
  const [outcome] = await keep(new File([markdown], "note.md"));
  if (!outcome || "failed" in outcome) throw new Error(JSON.stringify(outcome));
  expect(outcome.kept.article).toMatchObject({ title: "修船记", byline: "老沈", published: "2021-05-06" });
  const { text } = (await contentOf(outcome.kept.article.id)) ?? {};
  expect(text).toContain("捻缝");
  expect(text).not.toContain("hit");
  expect(text).toMatch(/^第一步/); // the heading that says the title is the title
});

test("another reader's list is sent to the right door", async () => {
  const [sheet, bookmarks] = await keep(
    new File(["title,url\na,https://example.com"], "pocket.csv"),
    new File(
      ["<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><DT><A HREF='https://example.com'>a</A></DL>"],
      "bookmarks.html",
    ),
  );
  expect([sheet, bookmarks]).toEqual([
    { name: "pocket.csv", failed: "is-export" },
    { name: "bookmarks.html", failed: "is-export" },
  ]);
});

test.each([
  ["a list in brackets", 'tags: [手艺, "山 里"]'],
  ["a list of lines", "tags:\n  - 手艺\n  - '山 里'"],
  ["one line with commas", "tags: 手艺，#山 里"],
])(
  "the tags of Markdown's front matter, as %s, are the article's; a second time they are the reader's",
  async (_, tags) => {
    const note = () => keep(new File([`---\ntitle: 修船记\n${tags}\n---\n\n${words}\n`], "note.md"));
    const [outcome] = await note();
    if (!outcome || "failed" in outcome) throw new Error(JSON.stringify(outcome));
    expect(outcome.kept.article.tags).toEqual(["手艺", "山 里"]);
    const { tags: __, ...bare } = outcome.kept.article;
    await database.articles.put(bare);
    const [again] = await note();
    expect(again && "kept" in again && again.kept.article.tags).toBeUndefined();
  },
);
