import { expect, test } from "vitest";
import { pageFromTransfer, pageFromWords } from "#capture/from-paste.ts";

const transfer = (html: string, text: string) => ({ getData: (type: string) => (type === "text/html" ? html : text) });

test("HTML with structure is taken before the plain text beside it", () => {
  expect(pageFromTransfer(transfer("<h1>标题</h1><p>正文</p>", "标题\n正文"))).toEqual({
    kind: "html",
    via: "paste",
    content: "<h1>标题</h1><p>正文</p>",
  });
});

test("an editor's bare span around plain words is plain text", () => {
  expect(pageFromTransfer(transfer("<span>第一行\n第二行</span>", "第一行\n第二行"))).toEqual({
    kind: "text",
    via: "paste",
    content: "第一行\n第二行",
  });
});

test("HTML alone is taken whatever it is", () => {
  expect(pageFromTransfer(transfer("<b>词</b>", ""))).toEqual({ kind: "html", via: "paste", content: "<b>词</b>" });
});

test("an empty clipboard is said to be empty", () => {
  expect(() => pageFromTransfer(transfer("", " \n\t"))).toThrow(expect.objectContaining({ code: "clipboard-empty" }));
});

test("an address alone is a link, even as a link in HTML", () => {
  const address = "https://example.com/a?b=1";
  expect(pageFromWords(` ${address}\n`)).toEqual({ kind: "link", url: address });
  expect(pageFromTransfer(transfer(`<a href="${address}">${address}</a>`, address))).toEqual({
    kind: "link",
    url: address,
  });
});

test("what only looks like an address is words", () => {
  expect(pageFromWords("https://[").kind).toBe("text");
});

test("words that begin with an address are words", () => {
  expect(pageFromWords("https://example.com 说了一件事").kind).toBe("text");
});
