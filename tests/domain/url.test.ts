import fc from "fast-check";
import { expect, test } from "vitest";
import { normalizeUrl } from "#domain/url.ts";

test.each([
  ["HTTP://Example.ORG:80/a", "http://example.org/a"],
  ["https://example.org:443", "https://example.org/"],
  ["https://example.org:8443/", "https://example.org:8443/"],
  ["https://example.org/a/b/#part-2", "https://example.org/a/b"],
  ["https://example.org/a?utm_source=x&id=3&utm_medium=y", "https://example.org/a?id=3"],
  ["https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"],
  ["https://example.org/a?tag=z&tag=a", "https://example.org/a?tag=z&tag=a"],
  ["https://example.org/a?spm=1.2&fbclid=q&gclid=r", "https://example.org/a"],
  ["https://example.org/#!/route/1", "https://example.org/#!/route/1"],
  ["https://example.org/app#/route/1", "https://example.org/app#/route/1"],
  ["https://user:secret@example.org/a", "https://example.org/a"],
  ["https://example.org/a?from=timeline&isappinstalled=0", "https://example.org/a"],
  ["https://example.org/trains?from=beijing", "https://example.org/trains?from=beijing"],
  ["https://example.org/play?scene=2", "https://example.org/play?scene=2"],
  [
    "https://mp.weixin.qq.com/s?__biz=B&mid=1&idx=1&sn=c&chksm=d&scene=21&sharer_shareid=e#wechat_redirect",
    "https://mp.weixin.qq.com/s?__biz=B&idx=1&mid=1&sn=c",
  ],
  ["https://example.org/s?q=%C4%E3", "https://example.org/s?q=%C4%E3"],
  ["https://example.org/s?q=%E4%BD%A0&q2=a+b", "https://example.org/s?q=%E4%BD%A0&q2=a+b"],
  ["  https://例子.example/ ", "https://xn--fsqu00a.example/"],
])("%s is the page %s", (address, normal) => {
  expect(normalizeUrl(address)).toBe(normal);
});

test.each([
  "",
  "example.org",
  "javascript:alert(1)",
  "data:text/html,x",
  "file:///a",
  "about:blank",
  "mailto:a@b.c",
  "https://",
  "http://[",
])("%s is no page's address", (address) => {
  expect(normalizeUrl(address)).toBeUndefined();
});

test("a normal address stays as it is", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const normal = normalizeUrl(address) ?? "";
      expect(normalizeUrl(normal)).toBe(normal);
    }),
  );
});

test("the order of parameters and where the link was shared make no other page", () => {
  const parameter = fc.tuple(fc.constantFrom("id", "page", "q", "lang"), fc.stringMatching(/^[a-z0-9%]{0,6}$/));
  fc.assert(
    fc.property(
      fc.uniqueArray(parameter, { selector: ([name]) => name }),
      fc.constantFrom("utm_source=a", "spm=b", "from=groupmessage"),
      (parameters, shared) => {
        const parts = parameters.map(([name, value]) => `${name}=${value}`);
        const there = normalizeUrl(`https://example.org/a?${parts.join("&")}`);
        expect(normalizeUrl(`https://example.org/a/?${[shared, ...parts.toReversed()].join("&")}#here`)).toBe(there);
      },
    ),
  );
});
