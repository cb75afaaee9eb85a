import { beforeEach, expect, test } from "vitest";
import { blocksIn } from "#capture/body-blocks.ts";
import { capture } from "#capture/capture.ts";
import type { Page } from "#capture/page.ts";
import { bodyToStrike, pageToPick, pick, readAgain, readWhole, strike } from "#capture/recapture.ts";
import type { Article } from "#domain/article.ts";
import { sanitizeToFragment } from "#domain/sanitize.ts";
import { articleById, contentOf } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { type Remade, replaceBody } from "#library/edits.ts";

const sentence = (name: string) => `${name}的风从河面上来，摆渡人把缆绳绕了三圈，等最后一个赶集的人上船。`;
const paragraph = (name: string) => `<p>${sentence(name).repeat(3)}</p>`;
const address = "https://example.com/ferry";
const html = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>渡口</title>
<link rel="canonical" href="${address}"></head><body>
<div class="menu"><a href="/">首页</a> <a href="/news">新闻</a></div>
<article><h1>渡口</h1>${paragraph("甲")}<p><img src="/boat.png" alt="船"></p>${paragraph("乙")}
<p><img src="/gone.png" alt="雾"></p>${paragraph("丙")}<script>hit()</script></article>
<div class="side"><p>${sentence("旁栏")}</p></div><p style="display:none">藏起来的字</p></body></html>`;

async function png(): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(30, 20);
  canvas.getContext("2d")?.fillRect(0, 0, 30, 20);
  return new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
}

async function keep(page: Partial<Page> = {}): Promise<Article> {
  const pictures = new Map([["https://example.com/boat.png", { type: "image/png", bytes: await png() }]]);
  return (await capture({ kind: "html", via: "mhtml", content: html, url: address, pictures, ...page }, 1000)).article;
}

const apply = (article: Article, remade: Remade | null) => replaceBody(article.id, remade as Remade);
const placesOf = (body: string, words: string) =>
  new Set(blocksIn(sanitizeToFragment(body)).flatMap((block, at) => (block.textContent?.includes(words) ? [at] : [])));

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
});

test("a page read again by the same rules is the same article, its pictures and their reasons included", async () => {
  const article = await keep();
  const content = await contentOf(article.id);
  const remade = await readAgain(article);
  expect(remade).toMatchObject({ text: content?.text, length: article.length, missing: { absent: 1 }, fresh: [] });
  await apply(article, remade);
  expect(await contentOf(article.id)).toEqual(content);
  expect(await articleById(article.id)).toEqual(article);
});

test("a block struck out is gone from body, text, length and excerpt; reading again brings it back, picture and all", async () => {
  const article = await keep();
  const before = await contentOf(article.id);
  const body = bodyToStrike(before?.html ?? "");
  const boat = blocksIn(sanitizeToFragment(body)).findIndex((block) => block.querySelector("[data-picture]"));
  const first = [...placesOf(body, "甲的风")][0] ?? -1;
  const remade = await strike(article, body, new Set([boat, first]));
  await apply(article, remade);
  const now = await articleById(article.id);
  expect((await contentOf(article.id))?.html).not.toMatch(/甲的风|data-picture/);
  expect((await contentOf(article.id))?.text).toMatch(/^乙的风/);
  expect(now?.excerpt).toMatch(/^乙的风/);
  expect(now?.length.han).toBeLessThan(article.length.han);
  expect(now?.receipt?.pictures.kept).toBe(0);
  expect(await database.pictures.count()).toBe(1); // set aside

  await apply(article, await readAgain(now as Article));
  expect((await contentOf(article.id))?.html).toBe(before?.html);
  expect((await articleById(article.id))?.receipt).toEqual(article.receipt);
});

test("pictures written into the page come out of it again", async () => {
  const inline = `data:image/png;base64,${btoa(String.fromCharCode(...(await png())))}`;
  const article = await keep({ content: html.replace("/boat.png", inline), pictures: new Map() });
  const before = await contentOf(article.id);
  const body = bodyToStrike(before?.html ?? "");
  const boat = blocksIn(sanitizeToFragment(body)).findIndex((block) => block.querySelector("[data-picture]"));
  await apply(article, await strike(article, body, new Set([boat])));
  expect(await database.pictures.count()).toBe(0);
  await apply(article, await readAgain(article));
  expect((await contentOf(article.id))?.html).toBe(before?.html);
  expect(await database.pictures.count()).toBe(1);
});

test("a picture the site refused is still called refused, and one that is lost is not promised", async () => {
  const article = await keep();
  const content = await contentOf(article.id);
  await database.contents.update(article.id, { html: content?.html.replace('"absent"', '"refused"') ?? "" });
  expect((await readAgain(article))?.missing).toEqual({ refused: 1 });
  await database.pictures.clear();
  expect(await readAgain(article)).toMatchObject({ missing: { refused: 1, absent: 1 }, pictures: [] });
});

test("the whole page is all an eye would see, cleaned, and nothing of what is hidden", async () => {
  const article = await keep();
  const remade = await readWhole(article);
  for (const words of ["首页", "甲的风", "丙的风", "旁栏的风"]) expect(remade?.text).toContain(words);
  expect(remade?.text).not.toContain("藏起来的字");
  expect(remade?.html).not.toContain("script");
  expect(remade?.pictures).toHaveLength(1);
  expect(remade?.found).toEqual({});
});

test("a block picked from the page becomes the article, with its picture", async () => {
  const article = await keep();
  const page = (await pageToPick(article)) ?? "";
  expect(page).not.toMatch(/script|藏起来的字/);
  const all = [...sanitizeToFragment(page).querySelectorAll("*")];
  const side = all.findIndex(
    (element) => element.tagName === "DIV" && element.textContent?.trim() === sentence("旁栏"),
  );
  expect((await pick(article, page, side)).text).toBe(sentence("旁栏"));
  const whole = all.findIndex((element) => element.tagName === "ARTICLE");
  const picked = await pick(article, page, whole);
  expect(picked.text).toMatch(/^甲的风[\s\S]*丙的风/); // without the title, which stands above it
  expect(picked.text).not.toContain("旁栏");
  expect(picked.pictures).toHaveLength(1);
});

test("a page that was article from end to end is so again", async () => {
  const article = await keep({ via: "markdown", whole: true });
  const content = await contentOf(article.id);
  expect(content?.text).toContain("旁栏的风");
  expect((await readAgain(article))?.html).toBe(content?.html);
});

test("a text copied whole can be read again, whole, and by its lines", async () => {
  const lines = [
    "青禾资讯网",
    "",
    "渡口",
    "",
    "【字体: 收藏 打印文章",
    "",
    sentence("甲").repeat(3),
    "",
    sentence("乙").repeat(3),
    "",
    "版权声明 | 管理登录",
  ];
  const { article } = await capture({ kind: "text", via: "paste", content: lines.join("\n") }, 1000);
  const content = await contentOf(article.id);
  expect((await readAgain(article))?.html).toBe(content?.html);
  expect((await readWhole(article))?.text).toContain("管理登录");
  const page = (await pageToPick(article)) ?? "";
  const all = [...sanitizeToFragment(page).querySelectorAll("*")];
  const second = all.findIndex((element) => element.textContent?.startsWith("乙的风"));
  expect((await pick(article, page, second)).text).toBe(sentence("乙").repeat(3));
});

test("without a kept page there is nothing to read again, and no body of no words is made", async () => {
  const article = await keep();
  await database.originals.clear();
  expect(await readAgain(article)).toBeNull();
  expect(await readWhole(article)).toBeNull();
  expect(await pageToPick(article)).toBeNull();
  const body = bodyToStrike("<p>词</p>");
  await expect(strike(article, body, new Set([0]))).rejects.toMatchObject({ code: "nothing-to-read" });
});

test("words and pictures that stand loose between blocks can be pointed at, at any depth", () => {
  const body = bodyToStrike(
    "<div>一<p>二</p><em>三</em><ul><li>四</li><li>五</li></ul><blockquote><p>六</p>七</blockquote></div>八<table><tr><td>九</td></tr></table>",
  );
  const texts = blocksIn(sanitizeToFragment(body)).map((block) => block.textContent);
  expect(texts).toEqual(["一", "二", "三", "四", "五", "六", "七", "八", "九"]);
  expect(bodyToStrike(body)).toBe(body);
});

test("a list whose last item is struck out goes with it", async () => {
  const article = await keep();
  const body = bodyToStrike("<p>词</p><div><ul><li>甲</li> <li>乙</li></ul></div>");
  expect((await strike(article, body, new Set([1]))).html).toBe("<p>词</p><div><ul> <li>乙</li></ul></div>");
  expect((await strike(article, body, new Set([1, 2]))).html).toBe("<p>词</p>");
});

test("a page kept again leaves the reader's own body alone, until its own text has changed", async () => {
  const article = await keep();
  const { html: body = "" } = (await contentOf(article.id)) ?? {};
  await apply(article, await strike(article, bodyToStrike(body), placesOf(bodyToStrike(body), "乙的风")));
  const own = await contentOf(article.id);
  expect(own?.text).not.toContain("乙的风");

  const again = (await capture({ kind: "html", via: "mhtml", content: html, url: address }, 2000)).article;
  expect(again.edited).toEqual(["body"]);
  expect(await contentOf(article.id)).toEqual(own);
  expect(again.receipt?.pictures).toEqual((await articleById(article.id))?.receipt?.pictures);

  const changed = html.replace("<script>", `${paragraph("丁")}<script>`);
  await capture({ kind: "html", via: "mhtml", content: changed, url: address }, 3000);
  const text = (await contentOf(article.id))?.text;
  expect(text).toContain("丁的风");
  expect(text).not.toContain("乙的风");

  const remade = await readAgain((await articleById(article.id)) as Article);
  await apply(article, remade);
  expect((await contentOf(article.id))?.text).toMatch(/乙的风[\s\S]*丁的风/);
  await capture({ kind: "html", via: "mhtml", content: html, url: address }, 4000);
  expect((await contentOf(article.id))?.text).not.toContain("丁的风");
});

test("of a page that has changed, a body with more than we found in it stays as the reader chose it", async () => {
  const article = await keep();
  await apply(article, await readWhole(article));
  const own = await contentOf(article.id);
  await capture({ kind: "html", via: "mhtml", content: html.replace("甲的风", "新的风"), url: address }, 2000);
  expect((await contentOf(article.id))?.text).toBe(own?.text);
});
