import fc from "fast-check";
import { expect, test } from "vitest";
import { checkRule } from "#domain/extract/rules/check-rule.ts";

const page = { kind: "article", body: "#text" };
const rule = { name: "河湾", hosts: ["hewan.example"], pages: [page] };
const faultOf = (value: unknown) => {
  const checked = checkRule(typeof value === "string" ? value : JSON.stringify(value), document);
  return "fault" in checked ? `${checked.fault.code} ${checked.fault.at}`.trim() : undefined;
};

test("a plain rule is taken as it is", () => {
  expect(checkRule(JSON.stringify(rule), document)).toEqual({ rule });
});

test("a family without hosts needs marks", () => {
  expect(faultOf({ ...rule, hosts: [], marks: ["#forum"] })).toBeUndefined();
  expect(faultOf({ ...rule, hosts: [] })).toBe("missing hosts");
});

test.each<[fault: string, value: unknown]>([
  ["not-json", "{"],
  ["wrong", []],
  ["wrong", null],
  ["too-long", " ".repeat(20_001)],
  ["missing name", { hosts: ["a.example"], pages: [page] }],
  ["missing pages", { ...rule, pages: [] }],
  ["wrong name", { ...rule, name: " " }],
  ["too-long name", { ...rule, name: "x".repeat(301) }],
  ["host hosts.0", { ...rule, hosts: ["https://hewan.example/"] }],
  ["host hosts.1", { ...rule, hosts: ["a.example", "*.b.example"] }],
  ["selector marks.0", { ...rule, marks: ["#a["] }],
  ["kind pages.0.kind", { ...rule, pages: [{ ...page, kind: "blog" }] }],
  ["selector pages.0.body", { ...rule, pages: [{ ...page, body: "p >" }] }],
  ["selector pages.0.title.1", { ...rule, pages: [{ ...page, title: ["h1", "h2::"] }] }],
  ["selector pages.0.author", { ...rule, pages: [{ ...page, author: "a[@title" }] }],
  ["too-long pages.0.drop", { ...rule, pages: [{ ...page, drop: Array(61).fill("p") }] }],
  ["wrong pages.0.drop.0", { ...rule, pages: [{ ...page, drop: [1] }] }],
  ["wrong pages.0.lazy", { ...rule, pages: [{ ...page, lazy: "data-src]" }] }],
  ["wrong pages.0.scriptDate.0", { ...rule, pages: [{ ...page, scriptDate: ["(a+)+$"] }] }],
  ["wrong pages.0.zone", { ...rule, pages: [{ ...page, zone: "Beijing" }] }],
  ["wrong pages.0.untitled", { ...rule, pages: [{ ...page, untitled: "yes" }] }],
  ["missing pages.0.body", { ...rule, pages: [{ kind: "article", when: "#a" }] }],
  ["missing pages.0.posts.item", { ...rule, pages: [{ kind: "thread", posts: { body: "p" } }] }],
  ["missing pages.0.posts.body", { ...rule, pages: [{ kind: "list", posts: { item: "li" } }] }],
  ["missing pages.0.rows.value", { ...rule, pages: [{ kind: "docs", rows: { row: "tr", name: "th" } }] }],
  ["unknown pages.0.regex", { ...rule, pages: [{ ...page, regex: "a" }] }],
  ["unknown constructor", { ...rule, constructor: {} }],
])("%s is said of a rule that is wrong there", (fault, value) => {
  expect(faultOf(value)).toBe(fault);
});

test("whatever is written, the answer is a rule or a fault", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const checked = checkRule(text, document);
      expect("rule" in checked !== "fault" in checked).toBe(true);
    }),
  );
});
