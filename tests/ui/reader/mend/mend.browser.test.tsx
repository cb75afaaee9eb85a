import axe from "axe-core";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { capture } from "#capture/capture.ts";
import type { Article } from "#domain/article.ts";
import { speak } from "#i18n/messages.ts";
import { articleById, contentOf } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { MendScreen } from "#ui/reader/mend/mend-screen.tsx";
import { toasts } from "#ui/toasts.ts";

const sentence = (name: string) => `${name}的风从河面上来，摆渡人把缆绳绕了三圈，等最后一个赶集的人上船。`;
const names = ["甲", "乙", "丙", "丁"];
const page = `<!doctype html><html lang="zh"><head><title>渡口</title></head><body><article><h1>渡口</h1>${names
  .map((name) => `<p>${sentence(name).repeat(3)}<a href="https://example.com/">看</a></p>`)
  .join("")}<table><tr><th>年</th><th>人</th></tr><tr><td>2018</td><td>31</td></tr></table></article></body></html>`;

let article: Article;
let closed = false;

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
  await speak("zh-CN");
  article = (await capture({ kind: "html", via: "html", content: page }, 1000)).article;
  closed = false;
  const root = document.body.appendChild(document.createElement("div"));
  document.documentElement.lang = "zh-CN";
  document.title = "渡口";
  const onClose = () => {
    closed = true;
    render(null, root);
  };
  render(<MendScreen article={article} onClose={onClose} />, root);
});

afterEach(() => document.body.replaceChildren());

const find = (selector: string) =>
  vi.waitFor(() => {
    const found = document.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`There is no ${selector}`);
    return found;
  });
const choose = async (way: string) => (await find(`.mend-way-${way}`)).click();
const pressed = () =>
  [...document.querySelectorAll(".prose [aria-pressed=true]")].map((block) => block.textContent?.[0]);
const apply = async () => (await find(".mend-apply:enabled")).click();

test("blocks are struck out by keyboard alone, and only one of them is a stop of Tab", async () => {
  await choose("strike");
  (await find(".mend-strike [role=button]")).focus();
  expect(document.querySelectorAll('.prose [tabindex="0"]')).toHaveLength(1);
  expect(document.querySelectorAll(".prose a[href]")).toHaveLength(0);
  await userEvent.keyboard("{ArrowDown} {ArrowDown}{Enter}{ArrowUp}{Enter}");
  expect(pressed()).toEqual(["丙"]);
  expect(document.activeElement?.textContent?.[0]).toBe("乙");
  await userEvent.keyboard("{End} ");
  expect(pressed()).toEqual(["丙", "年"]);
  await apply();
  await vi.waitFor(() => expect(closed).toBe(true));
  const content = await contentOf(article.id);
  expect(content?.text).not.toMatch(/丙的风|2018/);
  expect(content?.html).toContain("https://example.com/"); // links are dead only while blocks are pressed

  toasts.value.at(-1)?.action?.run();
  await vi.waitFor(async () => expect((await contentOf(article.id))?.text).toMatch(/丙的风[\s\S]*2018/));
});

test("an article cannot be emptied, and it says why", async () => {
  await choose("strike");
  await find(".mend-strike [role=button]");
  for (const block of document.querySelectorAll<HTMLElement>(".mend-strike [role=button]")) block.click();
  await apply();
  await vi.waitFor(async () => expect((await find(".mend-foot .mend-problem")).textContent).toBeTruthy());
  expect(closed).toBe(false);
  expect((await contentOf(article.id))?.text).toContain("甲的风");
});

test("where no page was kept, what needs one is not offered and the reason is said", async () => {
  await database.originals.clear();
  await find(".mend-warning");
  expect([...document.querySelectorAll(".mend-way")].map((way) => way.className)).toEqual([
    "mend-way mend-way-strike",
    "mend-way mend-way-fields",
  ]);
});

test("a kept page that is damaged is said to be, and the article stays", async () => {
  await database.originals.update(article.id, { gzip: new ArrayBuffer(9) });
  const report = vi.spyOn(globalThis, "reportError").mockImplementation(() => {});
  await choose("again");
  await find(".mend-page.mend-problem");
  report.mockRestore();
  expect((await contentOf(article.id))?.text).toContain("甲的风");
});

test("what was picked is remembered when one comes back from the preview", async () => {
  await choose("pick");
  (await find(".mend-pick p > [role=button]")).click();
  (await find(".mend-wider:enabled")).click();
  await find("article[data-chosen]");
  await apply();
  await find(".mend-page:not(.mend-pick) .prose > p");
  (await find(".mend-back")).click();
  await find(".mend-pick article[data-chosen]");
  (await find(".mend-narrower:enabled")).click();
  await vi.waitFor(() => expect(pressed()).toEqual(["甲"]));
});

test("Escape goes back one step, and closes only from the first", async () => {
  await choose("fields");
  await find(".mend-fields");
  await userEvent.keyboard("{Escape}");
  await find(".mend-ways");
  expect(closed).toBe(false);
  await userEvent.keyboard("{Escape}");
  await vi.waitFor(() => expect(closed).toBe(true));
});

test.each(["", "strike", "again", "whole", "pick", "fields"])(
  "nothing stands in the way of assistive tools (%s)",
  async (way) => {
    if (way) await choose(way);
    await find(way === "" ? ".mend-way" : way === "fields" ? ".mend-fields input" : ".mend-page .prose > *");
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, "page-has-heading-one": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  },
);

test("standards and document numbers are written as people write them, and kept in their normal form", async () => {
  await choose("fields");
  const write = async (name: string, words: string) => {
    const field = (await find(`[name=${name}]`)) as HTMLInputElement;
    await userEvent.fill(field, words);
  };
  await write("standards", "gbt19001-2016、ISO 9001:2015, 渡口规程 3 号");
  await write("documentNumbers", "国质检[2013]12号");
  await apply();
  await vi.waitFor(async () =>
    expect(await articleById(article.id)).toMatchObject({
      standards: ["GB/T 19001-2016", "ISO 9001:2015", "渡口规程 3 号"],
      documentNumbers: ["国质检〔2013〕12号"],
    }),
  );
});
