import { afterEach, expect, test, vi } from "vitest";
import * as preferences from "#ui/reader/type/reading-preferences.ts";
import { body, closeReader, openReader } from "../open-reader.tsx";

const arabic = "كان المعداوي ينتظر آخر مسافر على ضفة النهر، والمصباح مضاء فوق الرصيف الخشبي القديم.";
const hebrew = "הסבל חיכה לנוסע האחרון על גדת הנהר, והפנס דלק מעל הרציף הישן.";
const article = (words: string) =>
  `<p>${words}</p><blockquote><p>${words}</p></blockquote><ul><li>${words}</li></ul><pre><code>row = oar(2)</code></pre><p dir="ltr">The ferry leaves.</p>`;

afterEach(() => {
  closeReader();
  preferences.resetReading();
});

const found = (selector: string) => body().querySelector(selector) as HTMLElement;

/** How far the first letter is from the left and the right edge of its block, in CSS pixels. */
function firstLetter(element: Element): { left: number; right: number } {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(text, 1);
  const letter = range.getBoundingClientRect();
  const block = element.getBoundingClientRect();
  return { left: letter.left - block.left, right: block.right - letter.right };
}

for (const [lang, words] of [
  ["ar", arabic],
  ["he", hebrew],
  ["und", hebrew],
] as const) {
  test(`an article that runs from right to left is laid out so, whatever it is said to be in (${lang})`, async () => {
    await openReader({ html: article(words), lang, title: words.slice(0, 20) });
    expect(firstLetter(found("p")).right).toBeLessThan(2);
    const title = document.querySelector(".reader-head h1") as Element;
    expect(firstLetter(title).right).toBeLessThan(2);
    const quote = getComputedStyle(found("blockquote"));
    expect([quote.borderRightWidth, quote.borderLeftWidth]).toEqual(["3px", "0px"]);
    const list = getComputedStyle(found("ul"));
    expect(Number.parseFloat(list.paddingRight)).toBeGreaterThan(20);
    expect(list.paddingLeft).toBe("0px");
    expect(firstLetter(found("pre")).left).toBeLessThan(20);
    expect(firstLetter(found("p[dir=ltr]")).left).toBeLessThan(2);
    expect(getComputedStyle(found("p")).letterSpacing).toMatch(/^(?:normal|0px)$/);
  });
}

test("pages of an article from right to left hold its words, and one in Chinese stays from left to right", async () => {
  await openReader({ html: article(arabic).repeat(6), lang: "ar" });
  preferences.way.value = "pages";
  await vi.waitFor(() => expect(document.querySelector(".way-pages")).not.toBeNull());
  const first = found("p").getBoundingClientRect();
  expect(first.left).toBeGreaterThanOrEqual(0);
  expect(first.right).toBeLessThanOrEqual(390);
  closeReader();
  preferences.resetReading();
  await openReader({ html: `<p>渡口的灯亮着。${hebrew}</p>` });
  expect(getComputedStyle(body()).direction).toBe("ltr");
});
