import { expect, test } from "vitest";
import { falseHost, realHost } from "#domain/link-host.ts";

test.each([
  ["https://bank.example.com", "https://evil.invalid/", "bank.example.com"],
  ["bank.com", "https://evil.invalid/?bank.com", "bank.com"],
  ["www.bank.com/login", "https://bank.com.evil.invalid/", "bank.com"],
  ["ba\u200bnk.com", "https://evil.invalid/", "bank.com"],
  ["bank.com", "https://bank.com@evil.invalid/", "bank.com"],
  ["https://apple.com/", "https://аррӏе.com/", "apple.com"],
])("%s that leads to %s is said", (words, address, claimed) => {
  expect(falseHost(words, address)).toBe(claimed);
});

test.each([
  ["https://bank.com/a", "https://bank.com/b"],
  ["bank.com", "https://www.bank.com/"],
  ["www.bank.com", "https://bank.com/"],
  ["blog.bank.com", "https://bank.com/blog"],
  ["http://localhost:8080/a", "http://localhost:8080/b"],
  ["Node.js", "https://nodejs.org/"],
  ["读 bank.com 的文章", "https://example.invalid/"],
  ["bank.com", "mailto:a@b.invalid"],
  ["", "https://bank.com/"],
])("%s that leads to %s is no lie", (words, address) => {
  expect(falseHost(words, address)).toBeUndefined();
});

test("a host in other letters is shown as the network knows it", () => {
  expect(realHost("https://аррӏе.com/x")).toBe("xn--80ak6aa92e.com");
  expect(realHost("https://user:pass@evil.invalid:8443/x")).toBe("evil.invalid:8443");
  expect(realHost("javascript:1")).toBeUndefined();
});
