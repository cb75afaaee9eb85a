import { describe, expect, test } from "vitest";
import { extract, extractWith } from "#domain/extract/extract.ts";
import type { Extracted } from "#domain/extract/extracted.ts";
import type { Removed } from "#domain/extract/parsed-page.ts";
import { builtInRules } from "#domain/extract/rules/built-in.ts";
import { checkRule } from "#domain/extract/rules/check-rule.ts";
import { rulesOf } from "#domain/extract/rules/choose-rules.ts";
import { alternatives } from "#domain/extract/rules/rule-values.ts";
import type { PageRule, SiteRule } from "#domain/extract/rules/site-rule.ts";
import { withRules } from "#domain/extract/rules/with-rules.ts";
import { steps } from "#domain/extract/steps.ts";
import { likeness } from "../../../fixtures/likeness.ts";
import { type FixturePage, fixturePage, fixturePages } from "../../../fixtures/pages.ts";
import { complaints, readPage } from "../../../fixtures/read-page.ts";

/** With its rule a page is read all but perfectly; without any, well enough to be worth keeping. */
const [sharp, sensible] = [0.98, 0.8];

const hostPages = fixturePages.filter(({ expected }) => expected.rules);
const named = hostPages.map((page) => [page.name, page] as const);
const families = builtInRules.map((rule) => [rule.name, rule] as const);
const score = ({ expected }: FixturePage, { textContent }: Extracted) =>
  likeness(textContent, (expected.body ?? []).join("\n"));
const read = (page: FixturePage, rules: readonly SiteRule[]) => readPage(page, withRules(steps, rules));
const wordsOf = ({ title, byline, siteName, published, textContent }: Extracted) => ({
  ...{ title, byline, siteName, published, textContent },
});

describe("a host's page", () => {
  test.each(named)("%s is read whole with its rule", (_, page) => {
    expect(score(page, readPage(page))).toBeGreaterThan(sharp);
  });

  test.each(named)("%s is read sensibly without rules", (_, page) => {
    expect(score(page, readPage(page, steps))).toBeGreaterThan(page.expected.general ?? sensible);
  });

  test.each(named)("%s is known without its address", (_, page) => {
    const { address: _address, ...expected } = page.expected;
    const source = page.source.replace(/<link[^>]*canonical[^>]*>|<meta[^>]*og:url[^>]*>/g, "");
    expect(wordsOf(readPage({ ...page, source, expected }))).toEqual(wordsOf(readPage(page)));
  });
});

describe("a rule that ships", () => {
  test.each(families)("%s keeps to the form readers keep to", (_, rule) => {
    expect(checkRule(JSON.stringify(rule), document)).toEqual({ rule });
  });

  test.each(families)("%s is needed: without it one of its pages is read wrong", (_, rule) => {
    const others = builtInRules.filter((other) => other !== rule);
    const spoiled = hostPages.filter((page) => {
      const article = read(page, others);
      return complaints(article, page.expected).length > 0 || score(page, article) <= sharp;
    });
    expect(spoiled.map(({ name }) => name)).not.toEqual([]);
  });

  test.each(families)("%s has no kind of page that none of ours is", (_, rule) => {
    const unneeded = rule.pages.filter((kind) => {
      const less = { ...rule, pages: rule.pages.filter((other) => other !== kind) };
      const rules = builtInRules.map((other) => (other === rule ? less : other));
      return hostPages.every((page) => complaints(read(page, rules), page.expected).length === 0);
    });
    expect(unneeded).toEqual([]);
  });

  test.each(families)("%s looks for nothing that is on none of its pages", (_, rule) => {
    const pages = hostPages.map(({ source }) => new DOMParser().parseFromString(source, "text/html"));
    const finds = (selector: string) => pages.some((page) => page.querySelector(selector) !== null);
    expect(selectorsIn(rule).filter(({ choices }) => !choices.some(finds))).toEqual([]);
  });

  test("one for each family: no two claim a page by its address", () => {
    const hosts = builtInRules.flatMap((rule) => rule.hosts);
    expect(hosts.filter((host, at) => hosts.indexOf(host) !== at)).toEqual([]);
  });
});

/** What a rule looks for, key by key, without the attributes. */
function selectorsIn(rule: SiteRule): { at: string; choices: string[] }[] {
  const inside = (value: object, at: string) =>
    Object.entries(value)
      .filter(([key]) => !["kind", "zone", "untitled", "scriptDate", "lazy", "posts", "rows"].includes(key))
      .map(([key, choice]) => ({ at: `${at}.${key}`, choices: alternatives(choice).map(({ selector }) => selector) }));
  return rule.pages.flatMap((page, place) => [
    ...inside(page, String(place)),
    ...inside(page.posts ?? {}, `${place}.posts`),
    ...inside(page.rows ?? {}, `${place}.rows`),
  ]);
}

const plain = fixturePage("wechat--steelyard");
const other: SiteRule = { name: "x", hosts: ["weixin.qq.com"], pages: [{ kind: "article", body: ".gone" }] };

test("it is remembered which fields a rule gave, and what it took out", () => {
  const log: Removed[] = [];
  const { origins } = extractWith(withRules(steps, builtInRules), plain.source, plain.expected.address, log);
  expect(origins).toMatchObject({ title: "rule", byline: "rule", source: "rule", published: "rule" });
  expect(log).toContainEqual({ step: "site-rule", text: "点击关注河湾手记，不错过每周一篇" });
});

describe("rules only sharpen", () => {
  test("one that finds nothing is as if it were not there", () => {
    expect(read(plain, [other])).toEqual(extract(plain.source, plain.expected.address));
  });

  test("one whose body has moved still reads the fields", () => {
    const rule = { ...other, pages: [{ ...other.pages[0], title: ".rich_media_tool a" } as PageRule] };
    const article = read(plain, [rule]);
    expect(article.title).toBe("阅读原文");
    expect(article.textContent).toContain("秤杆是枣木的");
  });

  test("an empty body, as a login page has, is no body", () => {
    const rule: SiteRule = { ...other, pages: [{ kind: "article", body: "#js_pc_close_btn" }] };
    expect(read(plain, [rule])).toEqual(extract(plain.source, plain.expected.address));
  });

  test("of two rules for a host the earlier wins, so a reader's own stands before ours", () => {
    const own: SiteRule = { ...other, pages: [{ kind: "article", body: "#js_content", title: "#js_name" }] };
    expect(read(plain, [own, ...builtInRules]).title).toBe("河湾手记");
    expect(read(plain, [...builtInRules, own]).title).toBe("菜场里的最后一杆秤");
  });

  test("a host is its own and those below it, and no other that ends alike", () => {
    const rule: SiteRule = { ...other, hosts: ["example.com"] };
    const chosen = (address: string) => rulesOf(document, address, [rule]).length;
    expect(
      ["https://example.com/a", "https://www.example.com/", "https://badexample.com/", "nonsense"].map(chosen),
    ).toEqual([1, 1, 0, 0]);
  });

  test("nothing of one page is left when the next is read by the same steps", () => {
    const chosen = withRules(steps, builtInRules);
    const blog = fixturePage("blog--json-ld");
    extractWith(chosen, plain.source, plain.expected.address);
    expect(extractWith(chosen, blog.source, blog.expected.address)).toEqual(
      extract(blog.source, blog.expected.address),
    );
  });
});
