import fc from "fast-check";
import { expect, test } from "vitest";
import { extract } from "#domain/extract/extract.ts";

const prose = "山里的雾散得慢，太阳出来以后，我们才看见对面的村子。那里的人说，今年的收成比去年好。";
const page = (body: string) => `<html><head><title>雾</title></head><body>${body}</body></html>`;

const paragraphs = fc.array(
  fc.record({
    tag: fc.constantFrom("p", "div", "h2", "blockquote", "li"),
    words: fc.constantFrom(
      prose,
      "太阳出来以后，我们才看见对面的村子。",
      "那里的人说，今年的收成比去年好，明年也一样。",
    ),
    times: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 6, maxLength: 20 },
);

test("of a page that is all prose nothing is lost but what stands twice", () => {
  fc.assert(
    fc.property(paragraphs, (parts) => {
      const body = parts
        .map(({ tag, words, times }, at) => `<${tag}>第${at}处。${words.repeat(times)}</${tag}>`)
        .join("");
      const { textContent } = extract(page(`<div class="article">${body}</div>`));
      const kept = parts.filter((_, at) => textContent.includes(`第${at}处。`)).length;
      expect(kept * 2).toBeGreaterThan(parts.length);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test("an article read again is the same article", () => {
  fc.assert(
    fc.property(paragraphs, (parts) => {
      const body = parts
        .map(({ tag, words, times }, at) => `<${tag}>第${at}处。${words.repeat(times)}</${tag}>`)
        .join("");
      const once = extract(page(`<h1>雾里的村子</h1><div class="article">${body}</div>`));
      const twice = extract(page(`<h1>雾里的村子</h1><article>${once.contentHtml}</article>`));
      expect(twice.textContent).toBe(once.textContent);
    }),
    { numRuns: 150 },
  );
}, 60_000);
