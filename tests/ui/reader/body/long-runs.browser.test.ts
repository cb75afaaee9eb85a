import { expect, test } from "vitest";
import { markLongRuns } from "#ui/reader/body/long-runs.ts";

test("addresses are marked where they stand, and the text stays as it was", () => {
  const fragment = document.createRange().createContextualFragment("<p></p><pre></pre>");
  const [paragraph, code] = [...fragment.children];
  const words = "见 https://example.org/a/very/long/path 和 Ctrl+V，再见 0123456789abcdef0123456789abcdef。";
  paragraph?.append(words);
  code?.append("npm install --save-dev-and-much-more-than-that");
  markLongRuns(fragment);
  expect([...fragment.querySelectorAll(".long-run")].map((run) => run.textContent)).toEqual([
    "https://example.org/a/very/long/path",
    "0123456789abcdef0123456789abcdef",
  ]);
  expect(paragraph?.textContent).toBe(words);
});
