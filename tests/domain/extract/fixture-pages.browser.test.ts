import { expect, test } from "vitest";
import { steps } from "#domain/extract/steps.ts";
import { fixturePage, fixturePages } from "../../fixtures/pages.ts";
import { complaints, readPage } from "../../fixtures/read-page.ts";

test.each(fixturePages.map((page) => [page.name, page] as const))("%s becomes the article it holds", (_, page) => {
  expect(complaints(readPage(page), page.expected).join("\n")).toBe("");
});

/** For each rule the page that needs it and what its absence spoils. */
const needed: Record<string, [page: string, spoiled: RegExp]> = {
  "reveal-hidden": ["serial--", /傍晚到了河口.*is lost/],
  "wake-images": ["wechat--noodle", /bowl\/640/],
  "choose-pictures": ["gallery", /bamboo-1600.*\n.*paper\.webp/],
  "drop-pixels": ["attack", /pixel\.gif is left/],
  "clear-marks": ["docs--side-menu", /The file# is left/],
  "clear-code": ["english-note--code-gutter", /1 is left/],
  "keep-formulas": ["english-note--formulas", /t=Q\/P|annotation is left/],
  "link-films": ["english-news--film", /swifts\.jpg" is lost/],
  "unwrap-forms": ["attack", /来信请寄灯塔管理处.* is lost/],
  "keep-places": ["essay--footnotes", /s1.*is lost/],
  "read-tags": ["blog--json-ld", /byline|published/],
  "read-wechat": ["wechat--noodle", /published/],
  "draw-lines": ["table-soup", /byline/],
  "find-body": ["forum--kite", /Powered by .*is left/],
  "keep-notes": ["english-essay--notes-apart", /See the entry on rope.* is lost/],
  "lay-paragraphs": ["table-soup", /headings/],
  headline: ["forum--discuz", /title/],
  "tag-title": ["english-news--bridge", /title/],
  "nearest-heading": ["site-title", /title/],
  "trim-chrome": ["news-portal", /责任编辑.* is left/],
  "any-title": ["br-soup", /title/],
  "read-labels": ["government--water", /siteName/],
  "source-after-time": ["claims-utf8", /siteName/],
  "named-writer": ["portal--folded", /byline/],
  "believe-tags": ["english-news--bridge", /byline/],
  "read-writers": ["news-portal", /byline/],
  "mark-headings": ["table-soup", /headings/],
  "resolve-addresses": ["blog--json-ld", /posts\/radio-forum\.html is lost/],
  "drop-dead-links": ["essay--footnotes", /#s9 is left/],
};

test("every rule has a page that needs it", () => {
  expect(Object.keys(needed)).toEqual(steps.map(({ name }) => name));
});

test.each(Object.entries(needed))("the rule %s earns its place", (rule, [name, spoiled]) => {
  const page = fixturePage(name);
  const without = readPage(
    page,
    steps.filter((step) => step.name !== rule),
  );
  expect(complaints(without, page.expected).join("\n")).toMatch(spoiled);
});
