import axe from "axe-core";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { capture } from "#capture/capture.ts";
import { ownRules } from "#capture/own-rules.ts";
import { speak } from "#i18n/messages.ts";
import { database } from "#library/database.ts";
import { RulesSheet } from "#ui/me/rules-sheet.tsx";

const sentence = "河面上的风把缆绳吹得直响，摆渡人说再等一等，等赶集的人都上了船再走。";
const html = `<!doctype html><html lang="zh"><title>渡口</title><body><h1>渡口</h1><h2 class="true">北岸的渡口</h2><div id="text">${`<p>${sentence}</p>`.repeat(6)}</div>`;
const page = { kind: "html", via: "html", content: html, url: "https://hewan.example/ferry" } as const;
const rule = {
  name: "河湾",
  hosts: ["hewan.example"],
  pages: [{ kind: "article", body: "#text", title: ".true" }],
};

beforeEach(async () => {
  localStorage.clear();
  await Promise.all(database.tables.map((table) => table.clear()));
  await speak("zh-CN");
  document.title = "我的";
  render(<RulesSheet onClose={() => {}} />, document.body.appendChild(document.createElement("div")));
});

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

const find = (selector: string) =>
  vi.waitFor(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`no ${selector}`);
    return element;
  });
const click = async (selector: string) => userEvent.click(await find(selector));
const write = async (text: string) => userEvent.fill(await find(".rules-sheet textarea"), text);
const word = () => document.querySelector(".rules-word")?.textContent;

test("a rule is added, read by the next capture, exported as it was written, removed and put back", async () => {
  expect((await capture(page, 1)).article.title).toBe("渡口");
  await write(JSON.stringify(rule));
  await click(".rules-keep");
  await vi.waitFor(() => expect(word()).toContain("已保存"));
  expect(ownRules()).toEqual([rule]);
  expect((await capture(page, 2)).article.title).toBe("北岸的渡口");

  await click("[aria-label='修改 河湾']");
  expect(JSON.parse(((await find("textarea")) as HTMLTextAreaElement).value)).toEqual(rule);
  await click("[aria-label='移除 河湾']");
  expect(ownRules()).toEqual([]);
  await click(".rules-word button");
  expect(ownRules()).toEqual([rule]);
});

test("a rule of the same name takes the place of the one before", async () => {
  for (const title of ["h1", "h2"]) {
    await write(JSON.stringify({ ...rule, pages: [{ kind: "article", title }] }));
    await click(".rules-keep");
    await vi.waitFor(() => expect(ownRules()[0]?.pages[0]?.title).toBe(title));
  }
  expect(ownRules()).toHaveLength(1);
});

test("what is wrong with a rule is said in one sentence, and nothing is kept", async () => {
  await write('{"name": "河湾",}');
  await click(".rules-keep");
  await vi.waitFor(() => expect(word()).toBe("这不是 JSON。看看是不是少了逗号、引号或括号。"));
  await write(JSON.stringify({ ...rule, pages: [{ kind: "article", body: "#a[" }] }));
  await click(".rules-keep");
  await vi.waitFor(() => expect(word()).toBe("“pages.0.body”不是 CSS 选择器。"));
  expect(document.querySelector("textarea")?.getAttribute("aria-invalid")).toBe("true");
  expect(ownRules()).toEqual([]);
});

test("a rule is tried on an article's page before it is kept, and again as it changes", async () => {
  await capture(page, 1);
  await write(JSON.stringify({ ...rule, hosts: ["other.example"] }));
  await find(".rules-trial option:nth-child(2)");
  await userEvent.selectOptions(await find(".rules-trial select"), "渡口");
  const verdict = (words: string) =>
    vi.waitFor(() => expect(document.querySelector(".rules-verdict")?.textContent).toContain(words));
  await verdict("不认得");
  await write(JSON.stringify(rule));
  await verdict("找到了正文");
  expect(document.querySelector(".rules-trial dl")?.textContent).toContain("北岸的渡口");
  await write(JSON.stringify({ ...rule, pages: [{ kind: "article", body: "#gone" }] }));
  await verdict("什么也没找到");
  expect(ownRules()).toEqual([]);
});

test("storage that holds something else counts as no rules, and captures go on", async () => {
  localStorage.setItem(
    "liuye:site-rules",
    '[{"name":"x","hosts":["hewan.example"],"pages":[{"kind":"article","body":"#["}]},7]',
  );
  expect((await capture(page, 1)).article.title).toBe("渡口");
  localStorage.setItem("liuye:site-rules", "nonsense");
  expect(ownRules()).toEqual([]);
});

test("the sheet can be used by everyone", async () => {
  await click("summary");
  await write(JSON.stringify(rule));
  await find(".rules-trial");
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
});
