import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bookmarkletAddress } from "#capture/bookmarklet/address.ts";
import { pageFromMessage } from "#capture/from-bookmarklet.ts";
import { bookmarklet } from "#i18n/en-bookmarklet.ts";

const origin = "https://kite.example.org";
const nonce = "0123456789abcdef0123456789abcdef";
const html =
  "<!DOCTYPE html><html><head><title>风筝</title></head><body><p>河堤上有风。</p><nav>首页</nav></body></html>";
const picture = { address: `${origin}/a.png`, type: "image/png", bytes: new ArrayBuffer(8) };
const key = "the key of this Liuye";
const good = { nonce, key, url: `${origin}/a`, title: "风筝", html, selection: "", pictures: [picture] };

describe("a message to the bookmarklet's window", () => {
  test("is a page when it is what the bookmarklet sends", () => {
    const handed = pageFromMessage(good, origin, nonce);
    expect(handed?.page).toMatchObject({
      kind: "html",
      via: "bookmarklet",
      url: good.url,
      content: html,
      name: "风筝",
    });
    expect([...(handed?.page.pictures?.keys() ?? [])]).toEqual([picture.address]);
    expect(handed?.key).toBe(key);
    expect(handed?.page.part).toBeUndefined();
  });

  test("brings a selection alone when there is one, under the head of its page", () => {
    const handed = pageFromMessage({ ...good, selection: "<p>只要这一段。</p>" }, origin, nonce);
    expect(handed?.page.content).toContain("<title>风筝</title>");
    expect(handed?.page.content).toContain("只要这一段");
    expect(handed?.page.content).not.toContain("河堤上有风");
    expect(handed?.page.part).toBe(true);
  });

  test("of an older bookmarklet, or a site's own doing, has no key", () => {
    for (const odd of [undefined, 7, "k".repeat(101)])
      expect(pageFromMessage({ ...good, key: odd }, origin, nonce)?.key).toBe("");
  });

  const long = "长".repeat(5 * 1024 * 1024 + 1);
  test.each([
    ["another nonce", { ...good, nonce: nonce.replace("0", "1") }],
    ["no nonce", { ...good, nonce: undefined }],
    ["an address that runs", { ...good, url: "javascript:alert(1)" }],
    ["an address of data", { ...good, url: "data:text/html,<p>a" }],
    ["the address of another site", { ...good, url: "https://bank.example.org/a" }],
    ["the address of another scheme", { ...good, url: "http://kite.example.org/a" }],
    ["another site dressed as this one", { ...good, url: "https://kite.example.org@bank.example.org/" }],
    ["no address", { ...good, url: "" }],
    ["a page too long", { ...good, html: long }],
    ["a selection too long", { ...good, selection: long }],
    ["a title too long", { ...good, title: long }],
    ["no page", { ...good, html: "" }],
    ["a page that is no text", { ...good, html: { words: html } }],
    ["a title that is no text", { ...good, title: 7 }],
    ["pictures that are no list", { ...good, pictures: { length: 1, 0: picture } }],
    ["a picture without bytes", { ...good, pictures: [{ ...picture, bytes: "a" }] }],
    ["a picture of nothing", { ...good, pictures: [null] }],
    ["too many pictures", { ...good, pictures: Array(201).fill(picture) }],
    ["pictures too large", { ...good, pictures: [{ ...picture, bytes: new ArrayBuffer(16 * 1024 * 1024 + 1) }] }],
  ])("with %s is nothing", (_, message) => {
    expect(pageFromMessage(message, origin, nonce)).toBeNull();
  });

  test("is nothing in a window whose address was made up, or from a window of no origin", () => {
    for (const bad of ["", "abc", nonce.toUpperCase(), `${nonce}0`]) {
      expect(pageFromMessage({ ...good, nonce: bad }, origin, bad)).toBeNull();
    }
    expect(pageFromMessage(good, "null", nonce)).toBeNull();
  });

  test("is never more than a page of its own origin, whatever it holds", () => {
    const field = fc.oneof(fc.anything(), fc.webUrl(), fc.string(), fc.constantFrom(nonce, good.url, html, "", []));
    const message = fc.record(
      {
        nonce: fc.oneof(fc.constant(nonce), field),
        url: field,
        title: field,
        html: field,
        selection: field,
        pictures: field,
      },
      { requiredKeys: [] },
    );
    // Nearly right, so that most of these come as far as the address.
    const near = fc.record({
      nonce: fc.constant(nonce),
      url: fc.oneof(
        fc.webUrl(),
        fc.webPath().map((path) => origin + path),
        fc.string(),
      ),
      title: fc.string(),
      html: fc.string(),
      selection: fc.string(),
      pictures: fc.constant([picture]),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), message, near), (anything) => {
        const handed = pageFromMessage(anything, origin, nonce);
        if (!handed) return;
        expect(new URL(handed.page.url).origin).toBe(origin);
        expect(typeof handed.page.content).toBe("string");
        expect(Object.keys(handed.page).sort()).toEqual(
          expect.arrayContaining(["content", "kind", "pictures", "url", "via"]),
        );
      }),
      { numRuns: 500 },
    );
  });
});

test("the bookmarklet is one address: no white space, no quote to break out of, nothing but ASCII", () => {
  const address = bookmarkletAddress("https://liuye.example/some/where/", key, bookmarklet.notice);
  expect(address).toMatch(/^javascript:[!$%&'()*+,\-./0-9:;=?@A-Z[\]^_a-z{|}~]+$/);
  const code = decodeURIComponent(address.slice("javascript:".length));
  expect(code).toContain("https://liuye.example/some/where/");
  expect(() => new Function(code)).not.toThrow();
});
