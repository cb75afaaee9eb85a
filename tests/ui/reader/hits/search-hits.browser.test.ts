import { afterEach, expect, test } from "vitest";
import { clearHits, paintHits } from "#ui/reader/hits/search-hits.ts";

let body: HTMLElement;

function fill(html: string): HTMLElement {
  body = document.createElement("div");
  body.append(document.createRange().createContextualFragment(html));
  document.body.append(body);
  return body;
}

const painted = (name = "search-hit") =>
  [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString());

afterEach(() => {
  clearHits();
  body.remove();
});

test("every place is painted, in other writing, other width and across tags, but not across paragraphs", () => {
  const hits = paintHits(fill("<p>標<b>準</b>化，标准化</p><p>前标准</p><p>化后 ＧＢ／Ｔ 1.1</p>"), "标准化");
  expect(painted()).toEqual(["標準化", "标准化"]);
  expect(hits?.count).toBe(2);
  paintHits(body, "gbt1.1");
  expect(painted()).toEqual(["ＧＢ／Ｔ 1.1"]);
});

test("it opens at the place with most of what was sought around it", () => {
  const before = "水。".repeat(60);
  const hits = paintHits(fill(`<p>${before}</p><p>船在水上，摆渡</p>`), "水 船 摆渡");
  expect(hits?.bestOffset).toBe(before.length);
  hits?.show(hits.best);
  expect(painted("search-hit-now")).toEqual(["船"]);
});

test("of a phrase nobody wrote the pieces are painted, of nothing nothing", () => {
  paintHits(fill("<p>术语在后，范围在前</p>"), "术语范围");
  expect(painted()).toEqual(["术语", "范围"]);
  clearHits();
  expect(paintHits(body, "香蕉")).toBeUndefined();
  expect(paintHits(body, "tag:x")).toBeUndefined();
  expect(painted()).toEqual([]);
});
