import { beforeEach, expect, test } from "vitest";
import { awaitedFrom } from "#capture/awaited.ts";
import { captureAll, type Outcome } from "#capture/batch.ts";
import { capture, prepare } from "#capture/capture.ts";
import { openFile } from "#capture/from-file.ts";
import guideEn from "#capture/guides/guide-en.html?raw";
import drawnEn from "#capture/guides/guide-en.json";
import guideZh from "#capture/guides/guide-zh.html?raw";
import drawnZh from "#capture/guides/guide-zh.json";
import { plantGuides } from "#capture/guides.ts";
import { longestPage, type Page } from "#capture/page.ts";
import { codeOf as codeFrom } from "#domain/errors.ts";
import { allArticles, contentOf } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { awaitArticles } from "#library/pending.ts";
import { trashArticles } from "#library/trash.ts";

const paragraph = "渡口的风从河面上来，摆渡人把缆绳绕了三圈，等最后一个赶集的人上船。";
const page = (title: string, head = "") =>
  `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${`<p>${paragraph.repeat(3)}</p>`.repeat(4)}<script>hit()</script></article></body></html>`;

async function openPage(file: File): Promise<Page> {
  const opened = await openFile(file);
  if (Array.isArray(opened)) throw new Error("an archive");
  return opened;
}

const canonical = (url: string) => `<link rel="canonical" href="${url}">`;

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
});

test("a page becomes one article: light row, clean body, and the same words as text", async () => {
  const { article } = await capture(
    { kind: "html", via: "html", content: page("渡口", canonical("https://example.com/a?utm_source=x")) },
    1000,
  );
  expect(article).toMatchObject({ title: "渡口", lang: "zh-Hans", savedAt: 1000 });
  expect(article.excerpt.length).toBeGreaterThan(10);
  expect(article.length.han).toBeGreaterThan(300);
  const content = await contentOf(article.id);
  expect(content?.html).not.toContain("script");
  expect(content?.text).toMatch(/^渡口的风/);
});

test("the same address with other trimmings is the same page; without an address the words decide", async () => {
  await capture(
    { kind: "html", via: "html", content: page("渡口", canonical("https://example.com/a?utm_source=x")) },
    1,
  );
  const again = await capture(
    { kind: "html", via: "html", content: page("渡口", canonical("https://EXAMPLE.com/a#top")) },
    2,
  );
  expect(again.refreshed).toBe(true);
  await capture({ kind: "text", via: "text", content: `渡口\n\n${paragraph}` }, 3);
  expect((await capture({ kind: "text", via: "text", content: `渡口\n\n\n  ${paragraph}\n` }, 4)).refreshed).toBe(true);
  expect(await allArticles()).toHaveLength(2);
});

test("two pages that claim one address are two articles, and a claimed front page is nobody's address", async () => {
  const save = (title: string, words: string, url: string, given?: string) =>
    capture(
      {
        kind: "html",
        via: "html",
        content: page(title, canonical(url)).replaceAll("渡口", words),
        ...(given && { url: given }),
      },
      1,
    );
  await save("河的上游", "上游", "https://example.com/river");
  expect((await save("河的下游", "下游", "https://example.com/river")).refreshed).toBe(false);
  expect((await save("河的上游", "上游", "https://example.com/river")).refreshed).toBe(true);
  await save("第一页", "首", "https://example.com/");
  expect((await save("第二页", "次", "https://example.com/")).refreshed).toBe(false);
  // An address the way in knows is the page's, whatever it says now.
  await save("早报", "早", "https://example.com/x", "https://example.com/today");
  expect((await save("晚报", "晚", "https://example.com/x", "https://example.com/today")).refreshed).toBe(true);
  expect(await allArticles()).toHaveLength(5);
});

test("a chosen part of a page is an article of its own, unless the page still waits for its words", async () => {
  const url = "https://example.com/ferry";
  const send = (content: string, part?: true) =>
    capture({ kind: "html", via: "bookmarklet", content, url, ...(part && { part, whole: true }) }, 1);
  const chosen = `<title>渡口</title><body><p>${paragraph}</p>`;
  const { article: whole } = await send(page("渡口"));
  const { article: first, refreshed } = await send(chosen, true);
  expect(refreshed).toBe(false);
  expect(first).toMatchObject({ url, title: "渡口" });
  expect((await send(chosen, true)).article.id).toBe(first.id);
  expect((await send(page("渡口"))).article.id).toBe(whole.id);
  expect(await allArticles()).toHaveLength(2);
  await database.articles.clear();
  const [awaited] = await awaitArticles([awaitedFrom(url)], 2);
  expect((await send(chosen, true)).article.id).toBe(awaited?.id);
});

test("a page without words is refused by its code and leaves nothing", async () => {
  await expect(capture({ kind: "html", via: "html", content: "<div><img src=x></div>" }, 1)).rejects.toMatchObject({
    code: "nothing-to-read",
  });
  expect(await database.articles.count()).toBe(0);
  expect(await database.contents.count()).toBe(0);
});

test("a file is HTML by its name or by how it begins, else text, and its name is the title of last resort", async () => {
  const file = (name: string, words: string) => new File([words], name);
  expect((await openPage(file("a.HTM", "词"))).kind).toBe("html");
  expect((await openPage(file("页面", "\n<!-- saved -->\n<!DOCTYPE html><p>词"))).kind).toBe("html");
  expect((await openPage(file("a.txt", "一行 <b> 词"))).kind).toBe("text");
  expect((await openPage(file("旧 笔记.v2.txt", "词"))).name).toBe("旧 笔记.v2");
});

test("files that cannot be read say why by their code", async () => {
  const codeOf = (bytes: BlobPart, name = "a.html") => openFile(new File([bytes], name)).catch(codeFrom);
  expect(await codeOf("")).toBe("file-empty");
  expect(await codeOf("x".repeat(longestPage + 1))).toBe("file-too-large");
  expect(await codeOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2]))).toBe("not-text");
});

test("a batch keeps the good ones, names the bad ones, and begins none after it is told to stop", async () => {
  const outcomes: Outcome[] = [];
  const stop = new AbortController();
  const candidates = ["一", "", "二", "三", "四"].map((name) => ({
    name,
    page: () => {
      if (name === "三") stop.abort();
      return {
        kind: "html" as const,
        via: "html" as const,
        content: name && page(`第${name}页`, canonical(`https://example.com/${name}`)),
      };
    },
  }));
  await captureAll(candidates, stop.signal, (outcome) => outcomes.push(outcome));
  expect(outcomes.map((outcome) => ("failed" in outcome ? outcome.failed : outcome.kept.article.title)).sort()).toEqual(
    ["第一页", "nothing-to-read", "第二页", "第三页"].sort(),
  );
  expect(await allArticles()).toHaveLength(3);
});

test("pages of one batch that claim one address are not written over one another", async () => {
  const outcomes: Outcome[] = [];
  const candidates = ["上游", "下游", "上游"].map((name) => ({
    name,
    page: () => ({
      kind: "html" as const,
      via: "html" as const,
      content: page(`河的${name}`, canonical("https://example.com/river")).replaceAll("渡口", name),
    }),
  }));
  await captureAll(candidates, new AbortController().signal, (outcome) => outcomes.push(outcome));
  expect((await allArticles()).map(({ title }) => title).sort()).toEqual(["河的上游", "河的下游"]);
  expect(outcomes.map((outcome) => "kept" in outcome && outcome.kept.refreshed)).toEqual([false, false, true]);
});

test("one page the disk has no room for does not take the others of its batch along", async () => {
  const refuse = (_: unknown, content: { text: string }) => {
    if (content.text.includes("太大的风")) throw new DOMException("no room", "QuotaExceededError");
  };
  database.contents.hook("creating", refuse);
  const outcomes: Outcome[] = [];
  const candidates = ["小", "太大", "中"].map((name) => ({
    name,
    page: () => ({
      kind: "text" as const,
      via: "text" as const,
      content: `${name}\n\n${paragraph.replaceAll("渡口", name)}`,
    }),
  }));
  await captureAll(candidates, new AbortController().signal, (outcome) => outcomes.push(outcome));
  database.contents.hook("creating").unsubscribe(refuse);
  expect(outcomes.map((outcome) => ("failed" in outcome ? outcome.failed : "kept"))).toEqual([
    "kept",
    "storage-full",
    "kept",
  ]);
  expect(await database.contents.count()).toBe(2);
});

test.each([
  ["guide-zh", drawnZh, guideZh],
  ["guide-en", drawnEn, guideEn],
])("%s is kept as it would be read now; else `npm run guides` draws it anew", async (id, drawn, content) => {
  const { draft } = await prepare({ kind: "html", via: "guide", id, content }, 0);
  const { receipt: _receipt, original: _original, pictures, ...kept } = draft;
  expect(kept).toEqual(drawn);
  expect(pictures).toEqual([]);
});

test("both guides stand on a new shelf, the reader's language on top, and a deleted one does not return", async () => {
  await plantGuides("zh-CN", 1000);
  expect((await allArticles()).map(({ id, lang }) => `${id} ${lang}`)).toEqual(["guide-zh zh-Hans", "guide-en en"]);
  await trashArticles(["guide-zh"], 2000);
  await plantGuides("zh-CN", 3000);
  expect((await allArticles()).map(({ id }) => id)).toEqual(["guide-en"]);
});

test("an article whose page does not say who published it is filed under its host, filled by paste or not", async () => {
  const [card] = await awaitArticles([awaitedFrom("https://www.example.com/ferry", "渡口")], 1);
  expect(card?.source).toBe("example.com");
  const words = `<h1>渡口</h1><p>${paragraph.repeat(3)}</p>`;
  const { article } = await capture(
    { kind: "html", via: "paste", content: words, url: "https://www.example.com/ferry" },
    2,
  );
  expect(article).toMatchObject({ id: card?.id, source: "example.com", origins: { source: "address" } });
  const named = await capture(
    {
      kind: "html",
      via: "link",
      content: page("桥", '<meta property="og:site_name" content="河湾日报">'),
      url: "https://example.com/b",
    },
    3,
  );
  expect(named.article.source).toBe("河湾日报");
});

test("an excerpt is of the first paragraphs: no headings glued to them, no contents list, no marks of notes", async () => {
  const content = `<h1>Kites</h1><h2>Chapter One</h2><ul><li><a href="#one">Chapter One</a></li></ul>
<p>A string is something everybody has.<sup><a href="#n1">1</a></sup> It stands in a drawer.<a href="#n2">[2]</a></p><p>Take one.</p>`;
  const { article } = await capture({ kind: "html", via: "epub", whole: true, content }, 1);
  expect(article.excerpt).toBe("A string is something everybody has. It stands in a drawer. Take one.");
  expect((await contentOf(article.id))?.text).toContain("Chapter One");
});

test("a link that could not be had is told apart from one nobody has asked for", async () => {
  const address = "https://example.com/ferry";
  await awaitArticles([awaitedFrom(address)], 1);
  expect((await allArticles())[0]).not.toHaveProperty("askedAt");
  await awaitArticles([{ ...awaitedFrom(address), askedAt: 5 }], 5);
  expect((await allArticles())[0]).toMatchObject({ pending: true, askedAt: 5 });
});
