import { expect, test } from "vitest";
import { extractWith } from "#domain/extract/extract.ts";
import type { PageRule, SiteRule } from "#domain/extract/rules/site-rule.ts";
import { withRules } from "#domain/extract/rules/with-rules.ts";
import { steps } from "#domain/extract/steps.ts";

const say = (name: string) => `${name}说：今天的风从河面上来，渡船晚到了一刻钟，等船的人都不着急。`;
const read = (page: PageRule, body: string) => {
  const rule: SiteRule = { name: "河湾", hosts: [], marks: ["body"], pages: [page] };
  return extractWith(withRules(steps, [rule]), `<!doctype html><html lang="zh"><title>渡口</title><body>${body}`);
};
const post = (name: string, level: number, words: string) =>
  `<div class="post"><b>${name}</b><i>2020-01-0${level + 1} 08:00</i><u>${level}</u><div class="words">${words}</div></div>`;
const thread: PageRule = {
  kind: "thread",
  posts: { item: ".post", author: "b", time: "i", body: ".words", level: "u" },
};

test("the first post opens a thread and gives its author and date; replies stand lower the deeper they are", () => {
  const { contentHtml, byline, published } = read(
    thread,
    post("甲", 0, say("甲")) + post("乙", 1, `<h2>题</h2>${say("乙")}`) + post("丙", 7, say("丙")),
  );
  expect({ byline, published }).toEqual({ byline: "甲", published: "2020-01-01T08:00" });
  expect(contentHtml).toMatch(/^<p>甲说/);
  expect([...contentHtml.matchAll(/<(h\d)>(.*?)<\/h\d>/g)].map(([, tag, words]) => `${tag} ${words}`)).toEqual([
    "h4 乙 · 2020-01-02 08:00",
    "h5 题",
    "h6 丙 · 2020-01-08 08:00",
  ]);
});

test("what is asked apart comes first, and then every post has its author above it", () => {
  const { contentHtml, byline } = read(
    { ...thread, body: "#ask" },
    `<div id="ask"><p>${say("问")}</p></div>${post("甲", 0, say("甲"))}`,
  );
  expect(contentHtml).toMatch(/^<p>问说.*<\/p><h3>甲 · 2020-01-01 08:00<\/h3><p>甲说/);
  expect(byline).toBeUndefined();
});

test("a post without words is left out, one with a picture alone is not", () => {
  const { contentHtml } = read(
    thread,
    post("甲", 0, say("甲")) + post("乙", 0, " ") + post("丙", 0, '<img src="https://x.example/a.jpg">'),
  );
  expect(contentHtml).not.toContain("乙");
  expect(contentHtml).toContain("a.jpg");
});

test("what a page hides inside its article stays hidden, unless the rule shows it", () => {
  const body = `<div id="text"><p>${say("甲")}</p><p style="display:none" class="more">${say("乙")}</p></div>`;
  const page: PageRule = { kind: "article", body: "#text" };
  expect(read(page, body).textContent).not.toContain("乙");
  expect(read({ ...page, unhide: [".more"] }, body).textContent).toContain("乙");
});

test("a list is kept as a list of its links, with who and when", () => {
  const entries = ["甲", "乙"].map(
    (name) => `<li><a href="https://x.example/${name}">${name}的渡口</a><b>${name}</b><i>2020-01-01</i></li>`,
  );
  const { contentHtml } = read(
    { kind: "list", posts: { item: "li", title: "a", author: "b", time: "i" } },
    `<ul>${entries.join("")}</ul>`,
  );
  expect(contentHtml).toMatch(/^<ul><li><a href="[^"]+">甲的渡口<\/a><br>甲 · 2020-01-01<\/li><li>/);
});

test("what is a site's own line under an article is somebody's word in a thread", () => {
  const words = `<p>${say("甲")}</p><p>${say("乙")}</p>`;
  const last = "责任编辑：林溪";
  expect(
    read({ kind: "article", body: "#text" }, `<div id="text">${words}<p>${last}</p></div>`).textContent,
  ).not.toContain(last);
  expect(read(thread, post("甲", 0, words) + post("丙", 0, last)).textContent).toContain(last);
});

test("bold lines are headings in an article, and bold lines in a reference", () => {
  const bold = (name: string) => `<p><b>${name}</b></p><p>${say(name)}${say(name)}</p>`;
  const body = `<div id="text"><p>${say("序")}</p>${bold("渡口的船")}${bold("渡口的人")}</div>`;
  expect(read({ kind: "article", body: "#text" }, body).contentHtml).toContain("<h2>渡口的船</h2>");
  expect(read({ kind: "docs", body: "#text" }, body).contentHtml).not.toContain("<h2>");
});
