import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstLink, pieceOf, shareInAddress } from "#capture/from-share.ts";

const address = "https://example.org/a/b?c=1&d=2#e";

describe("the address in a shared text", () => {
  test.each([
    [address, address, ""],
    [`看看这个 ${address}，很好`, address, "看看这个  ，很好"],
    [`风筝的故事：${address}。`, address, "风筝的故事： 。"],
    [`【风筝】${address}（分享自晚报）`, address, "【风筝】 （分享自晚报）"],
    [`“${address}”`, address, "“ ”"],
    [`(see ${address}).`, address, "(see  )."],
    ["https://en.wikipedia.org/wiki/Kite_(toy).", "https://en.wikipedia.org/wiki/Kite_(toy)", "."],
    ["http:// and then HTTPS://EXAMPLE.org/x!", "HTTPS://EXAMPLE.org/x", "http:// and then  !"],
    ["two https://a.example/1 https://b.example/2", "https://a.example/1", "two   https://b.example/2"],
    ["https://zh.wikipedia.org/wiki/风筝，风筝", "https://zh.wikipedia.org/wiki/风筝", "，风筝"],
  ])("%s", (text, url, words) => {
    expect(firstLink(text)).toEqual({ url, words });
  });

  test.each(["", "没有网址", "ftp://example.org/", "javascript:alert(1)", "mailto:a@example.org", "https://"])(
    "none in %j",
    (text) => {
      expect(firstLink(text)).toBeUndefined();
    },
  );

  test("is found whatever stands around it", () => {
    const around = fc.stringMatching(/^[\p{Script=Han}，。！？：；“”（）《》 \n]{0,20}$/u);
    const path = fc.stringMatching(/^[\w-]{1,12}(?:\/[\w-]{1,12}){0,3}$/);
    fc.assert(
      fc.property(
        around,
        path,
        fc.constantFrom(..."，。！？；：）》」』】、… \n"),
        around,
        (before, way, mark, after) => {
          expect(firstLink(`${before}https://example.org/${way}${mark}${after}`)?.url).toBe(
            `https://example.org/${way}`,
          );
        },
      ),
    );
  });

  test("is looked for in time that grows with the text", () => {
    for (const text of [
      "https://".repeat(12_500),
      `https://a/${"(".repeat(100_000)}`,
      `https://a/${".".repeat(100_000)}`,
    ]) {
      const begun = performance.now();
      firstLink(text);
      expect(performance.now() - begun).toBeLessThan(1000);
    }
  });
});

describe("what a share is", () => {
  const nothing = { title: "", text: "", url: "" };

  test.each([
    ["an address alone", { ...nothing, url: address }, { kind: "link", url: address }],
    ["an address in the text", { ...nothing, text: address }, { kind: "link", url: address }],
    [
      "an address and its title",
      { title: "Kites", text: "", url: address },
      { kind: "link", url: address, title: "Kites" },
    ],
    [
      "a caption before it",
      { ...nothing, text: `风筝的故事 ${address}` },
      { kind: "link", url: address, title: "风筝的故事" },
    ],
    [
      "the address twice",
      { title: "Kites", text: address, url: address },
      { kind: "link", url: address, title: "Kites" },
    ],
    ["an address as title", { title: address, text: "", url: "" }, { kind: "link", url: address }],
  ])("%s is a link", (_, share, piece) => {
    expect(pieceOf(share)).toEqual(piece);
  });

  test("words are a text, with their title and their address", () => {
    const words = "摆渡人老顾把缆绳绕了两圈。\n他抬头数了数等船的人。";
    expect(pieceOf({ title: "渡口", text: `${words} ${address}`, url: "" })).toEqual({
      kind: "text",
      page: { kind: "text", content: `渡口\n\n${words}`, via: "text", name: "渡口", url: address },
    });
  });

  test("a quotation is a text, however short", () => {
    expect(pieceOf({ ...nothing, text: `“桥修好了” ${address}` })).toMatchObject({
      kind: "text",
      page: { url: address },
    });
  });

  test("a title shared with files is theirs, and makes no text of its own", () => {
    const files = [{ name: "渡口.html", type: "text/html", size: 3 }];
    expect(pieceOf({ title: "渡口", text: "", url: "", files })).toBeUndefined();
    expect(pieceOf({ title: "渡口", text: "渡口", url: "", files })).toBeUndefined();
    expect(pieceOf({ title: "渡口", text: "“桥修好了”", url: "", files })).toMatchObject({
      page: { content: "“桥修好了”" },
    });
  });

  test("of nothing there is nothing to keep", () => {
    expect(pieceOf(nothing)).toBeUndefined();
  });
});

test("a share in an address is read from three parameters, and from no others", () => {
  const form = shareInAddress(`https://liuye.example/app/?title=A&text=%E9%A3%8E&utm_source=x`);
  expect([...(form ?? [])]).toEqual([
    ["title", "A"],
    ["text", "风"],
  ]);
  expect(shareInAddress("https://liuye.example/app/?utm_source=x&title=%20")).toBeUndefined();
});
