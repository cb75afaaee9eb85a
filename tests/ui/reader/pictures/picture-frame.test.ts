import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const page = readFileSync("public/picture.html", "utf8");
const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
const inside = (tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? "";
const print = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("the page that draws a picture from the web may run its own few lines, ask for pictures, and nothing else", () => {
  const rules = new Map(policy.split(";").map((rule) => rule.trim().split(/\s+(.*)/) as [string, string]));
  expect(Object.fromEntries(rules)).toEqual({
    "default-src": "'none'",
    "img-src": "https: http:",
    "script-src": print(inside("script")),
    "style-src": print(inside("style")),
    "base-uri": "'none'",
    "form-action": "'none'",
  });
});
