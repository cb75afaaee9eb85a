import { expect, test } from "vitest";
import { dateBy, elementsBy, namesBy, textBy } from "#domain/extract/rules/rule-values.ts";
import { scriptDate } from "#domain/extract/rules/script-date.ts";

const page = (body: string) => new DOMParser().parseFromString(body, "text/html");

test("the first alternative that finds something counts, and an attribute is asked for behind an @", () => {
  const found = page('<p class="by" title="阿桔">作者：  林 溪</p><p class="by">乔木</p>');
  expect(textBy(found, [".none", ".by"])).toBe("林 溪");
  expect(textBy(found, ".by@title")).toBe("阿桔");
  expect(textBy(found.querySelector("p") as Element, "@title")).toBe("阿桔");
  expect(namesBy(found, ".by")).toBe("林 溪, 乔木");
  expect(textBy(found, ".none")).toBeUndefined();
});

test("what lies inside another find is part of it", () => {
  const found = page('<div class="post">甲<div class="post">乙</div></div><div class="post">丙</div>');
  expect(elementsBy(found, ".post").map(({ textContent }) => textContent)).toEqual(["甲乙", "丙"]);
});

test("a text too long for a field is none", () => {
  expect(textBy(page(`<b>${"长".repeat(301)}</b><i>短</i>`), ["b", "i"])).toBe("短");
});

test.each([
  ["发布于 2021-03-04 10:20", "+08:00", "2021-03-04T10:20"],
  ["1702598460", "+08:00", "2023-12-15T08:01+08:00"],
  ["1702598460000", undefined, "2023-12-15T00:01Z"],
  ["1702598460", "-03:30", "2023-12-14T20:31-03:30"],
  ["2021-03-02T11:05:09.000Z", "+08:00", "2021-03-02T19:05+08:00"],
  ["2021-03-02T11:05:09+09:00", "+08:00", "2021-03-02T11:05+09:00"],
  ["昨天 10:20", undefined, undefined],
])("%s in %s is %s", (text, zone, date) => {
  expect(dateBy(page(`<time>${text}</time>`), "time", zone)).toBe(date);
});

test.each([
  ['var ct = "1571008620";', ["ct"], "2019-10-14T07:17+08:00"],
  ["window.ct='1571008620'", ["ct"], "2019-10-14T07:17+08:00"],
  ['{"first_shared_at":1551532391,"x":1}', ["first_shared_at"], "2019-03-02T21:13+08:00"],
  ['{\\"publish_time\\":\\"2021-03-04 10:20:01\\"}', ["publish_time"], "2021-03-04T10:20"],
  ['var product = "1571008620", act = "1571008620"', ["ct"], undefined],
  ['ct = "15710086200"; ct = "1571008620"', ["ct"], "2019-10-14T07:17+08:00"],
  ["var a = 1; // ct: see 2019-01-01", ["ct"], undefined],
])("%s says when it was published", (script, names, date) => {
  expect(scriptDate(page(`<script>${script}</script>`), names, "+08:00")).toBe(date);
});

test("a script of the kind that makes patterns slow is searched as plainly as any other", () => {
  const script = `${"ct = ".repeat(400_000)}"`;
  expect(scriptDate(page(`<script>${script}</script>`), ["ct", "c", " "], "+08:00")).toBeUndefined();
});
