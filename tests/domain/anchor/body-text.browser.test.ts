import { expect, test } from "vitest";
import { capture } from "#capture/capture.ts";
import { bodyText } from "#domain/anchor/body-text.ts";
import { htmlOf, sanitizeToFragment } from "#domain/sanitize.ts";
import { contentOf } from "#library/articles.ts";
import { storedText, textRuns } from "#ui/reader/place/reading-place.ts";

const pages = import.meta.glob<string>("../../fixtures/pages/*.html", {
  query: "?raw",
  import: "default",
  eager: true,
});

function onScreen(html: string): string {
  const body = document.createElement("div");
  body.append(sanitizeToFragment(html));
  return storedText(textRuns(body));
}

const plainSpaces = (text: string) => text.replace(/\s/g, " ").trimEnd();

test("the text of a kept body is, letter for letter, what the reader has on screen", async () => {
  let compared = 0;
  for (const [name, content] of Object.entries(pages)) {
    const saved = await capture({ kind: "html", via: "html", content }, 1000).catch(() => undefined);
    const html = saved && (await contentOf(saved.article.id))?.html;
    if (!html) continue;
    compared++;
    expect(plainSpaces(bodyText(html)), name).toBe(plainSpaces(onScreen(html)));
  }
  expect(compared).toBeGreaterThan(15);
});

test("signs of markup inside words and attributes do not shift a position", () => {
  const foreign =
    '<p title="a > b &amp; c">1 &lt; 2 &amp;amp; 3&nbsp;4<!-- > --><br>后<a href="https://example.com/?a=1&amp;b=>">文</a> "引"</p><pre>\n行</pre>';
  const html = htmlOf(sanitizeToFragment(foreign));
  expect(plainSpaces(bodyText(html))).toBe(plainSpaces(onScreen(html)));
});
