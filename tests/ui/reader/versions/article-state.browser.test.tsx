import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { compress } from "#capture/originals.ts";
import { saveArticle } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { versionDates } from "#library/versions.ts";
import { toasts } from "#ui/toasts.ts";
import { body, closeReader, openId, openReader } from "../open-reader.tsx";

const first = "<p>桥明年通车。渡船停在北岸。</p><p>老顾今年六十岁。</p>";
const second = "<p>桥明年通车。渡船停在南岸。</p><p>老顾今年六十岁。镇上放了烟花。</p>";

const one = (selector: string) => document.querySelector<HTMLElement>(selector);
const tap = (selector: string) => vi.waitFor(() => (one(selector) ?? expect.fail(selector)).click());

async function saveAgain(html: string, at: number) {
  const text = html.replace(/<\/p>/g, "\n").replace(/<[^>]+>/g, "");
  const more = { excerpt: "", length: { han: text.length, words: 0 }, sanitizer: 1 };
  await saveArticle({ identity: "text:a", title: "长河", lang: "zh-Hans", html, text, ...more }, at);
}

beforeEach(() => openReader({ html: first }));
afterEach(closeReader);

test("a page that changed says so, shows what changed sentence by sentence, and goes back and forth", async () => {
  expect(one(".article-versions")).toBeNull();
  await saveAgain(second, Date.UTC(2026, 10, 2));
  await tap(".article-versions");
  await vi.waitFor(() => expect(one(".comparison ins")).not.toBeNull());
  expect([...document.querySelectorAll(".comparison del")].map((del) => del.textContent)).toEqual(["删去：北岸"]);
  expect(one(".comparison")?.textContent).toContain("新增：镇上放了烟花。");
  await tap(".version-back");
  await vi.waitFor(() => expect(body().textContent).toContain("北岸"));
  expect(one(".versions-sheet")).toBeNull();
  await vi.waitFor(() => expect(toasts.value.at(-1)?.action).toBeDefined());
  toasts.value.at(-1)?.action?.run();
  await vi.waitFor(() => expect(body().textContent).toContain("南岸"));
  expect(await versionDates(openId())).toEqual([1]);
});

test("a heading that stays stands on a line of its own above the sentence that changed under it", async () => {
  await saveAgain(`<p>第一段没有变。</p><p>渡口</p><p>渡船停在南岸。</p>`, 2000);
  await saveAgain(`<p>第一段没有变。</p><p>渡口</p><p>渡船停在北岸。</p>`, 3000);
  await tap(".article-versions");
  await vi.waitFor(() => expect(one(".comparison ins")).not.toBeNull());
  const [heading, sentence] = ["渡口", "渡船"].map((words) =>
    [...document.querySelectorAll(".comparison-line")].find((line) => line.textContent?.startsWith(words)),
  );
  expect(heading?.getClientRects()[0]?.bottom).toBeLessThanOrEqual(
    sentence?.querySelector("ins")?.getBoundingClientRect().top ?? 0,
  );
});

test("an earlier text can be deleted, and put back", async () => {
  await saveAgain(second, 2000);
  await tap(".article-versions");
  await tap(".version-delete");
  await vi.waitFor(() => expect(one(".article-versions")).toBeNull());
  toasts.value.at(-1)?.action?.run();
  await vi.waitFor(() => expect(one(".article-versions")).not.toBeNull());
});

test("a body that is not what was kept is said to be damaged; the kept page is read again on the reader's word", async () => {
  const page = `<html><body><article><h1>长河</h1>${"<p>桥明年通车，渡船还停在北岸，老顾今年整整六十岁了。</p>".repeat(9)}</article></body></html>`;
  await database.originals.put({ id: openId(), kind: "html", gzip: await compress(page) });
  await database.contents.update(openId(), { html: "<p>桥明年通�</p>" });
  await vi.waitFor(() => expect(one(".article-damage")).not.toBeNull());
  expect(body().textContent).toContain("桥明年通");
  await tap(".article-again");
  await vi.waitFor(() => expect(body().textContent).toContain("整整六十岁"));
  await vi.waitFor(() => expect(one(".article-damage")).toBeNull());
});

test("a damaged body the reader finds right is from then on the one that was kept", async () => {
  await database.contents.update(openId(), { html: "<p>桥明年通车！</p>" });
  await tap(".article-accept");
  await vi.waitFor(() => expect(one(".article-damage")).toBeNull());
  expect(body().textContent).toContain("通车！");
});

test("an article whose body has gone is named, with what can be done for it, and is never a blank", async () => {
  await saveAgain(second, 2000);
  await database.contents.delete(openId());
  await vi.waitFor(() => expect(one(".reader-missing .article-damage")).not.toBeNull());
  expect(one(".reader-missing")?.textContent).toContain("长河");
  await tap(".article-versions");
  await tap(".version-back");
  await vi.waitFor(() => expect(body().textContent).toContain("北岸"));
});

test("a row that makes no sense opens all the same", async () => {
  await database.contents.put({ id: openId(), html: 7, text: null, pictures: "x" } as never);
  await vi.waitFor(() => expect(one(".article-damage")).not.toBeNull());
  await database.articles.update(openId(), { title: 5, lang: "no such tag", receipt: "x", length: null } as never);
  await vi.waitFor(() => expect(one("h1")?.textContent).not.toContain("长河"));
  expect(one(".reader-bar")).not.toBeNull();
});
