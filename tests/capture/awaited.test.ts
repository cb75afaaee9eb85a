import { expect, test } from "vitest";
import { awaitedFrom } from "#capture/awaited.ts";

test("a page that has not come yet is called by its address as one reads it", () => {
  expect(awaitedFrom("https://www.example.com/%E6%96%87%E7%AB%A0/1/?utm_source=x")).toEqual({
    identity: "url:https://www.example.com/%E6%96%87%E7%AB%A0/1",
    url: "https://www.example.com/%E6%96%87%E7%AB%A0/1/?utm_source=x",
    title: "example.com/文章/1",
    source: "example.com",
  });
  expect(awaitedFrom("https://example.com/", "  首页 ").title).toBe("首页");
  expect(awaitedFrom("https://example.com/%E6%96").title).toBe("example.com/%E6%96");
});

test("an address that is not the web's is nothing to wait for", () => {
  expect(() => awaitedFrom("javascript:hit()")).toThrow(expect.objectContaining({ code: "nothing-to-read" }));
  expect(() => awaitedFrom("file:///etc/passwd")).toThrow(expect.objectContaining({ code: "nothing-to-read" }));
});
