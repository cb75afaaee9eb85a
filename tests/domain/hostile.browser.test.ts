import { afterEach, expect, test } from "vitest";
import { prepare } from "#capture/capture.ts";
import { htmlOf, sanitizeToFragment, sanitizeToShow } from "#domain/sanitize.ts";
import { harmIn } from "../fixtures/hostile/harm.ts";
import { vectors } from "../fixtures/hostile/vectors.ts";

let struck = 0;
Object.assign(window, { hit: () => struck++ });

afterEach(() => {
  struck = 0;
});

const missing = (words: readonly string[], text: string | null) => words.filter((word) => !text?.includes(word));

test("there are as many tricks as were asked for, each with a name of its own", () => {
  expect(vectors.length).toBeGreaterThanOrEqual(400);
  expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
});

test("nothing harmful is left of any trick, and no word is lost", () => {
  const found = vectors.map(({ name, html, words, controls }) => {
    const all = [...words, ...controls];
    const kept = sanitizeToFragment(html);
    const stored = htmlOf(kept.cloneNode(true) as DocumentFragment);
    const shown = sanitizeToShow(stored);
    const unkept = sanitizeToShow(html); // as a restore or a fault would hand it to the sink
    return {
      name,
      harm: [kept, shown, unkept].flatMap(harmIn),
      lost: [kept, shown, unkept].flatMap(({ textContent }) => missing(all, textContent)),
    };
  });
  expect(found.filter(({ harm, lost }) => harm.length + lost.length > 0)).toEqual([]);
  expect(struck).toBe(0);
});

test("an article made of any trick keeps the words around it and in it", async () => {
  const paragraph = `<p>${"渡口的雾散了，摆渡人数了数等船的人，把缆绳绕了两圈，抬头看着对岸的灯。".repeat(4)}</p>`;
  const found: { name: string; lost: string[]; harm: string[] }[] = [];
  for (const { name, html, words } of vectors) {
    const content = `<!doctype html><title>渡口</title><article>${paragraph}${html}</article>`;
    const { draft } = await prepare({ kind: "html", content, via: "html" }, 0);
    const harm = harmIn(sanitizeToShow(draft.html));
    found.push({ name, harm, lost: missing(words, draft.text) });
  }
  expect(found.filter(({ harm, lost }) => harm.length + lost.length > 0)).toEqual([]);
  expect(struck).toBe(0);
});

test("the browser's own sanitiser has the last word, and takes nothing a reader has", () => {
  const rich =
    "<p>《<ruby>留<rp>(</rp><rt>liú</rt><rp>)</rp></ruby>》</p><details open=''><summary>注</summary>文</details>" +
    "<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math><pre><code>a &lt; b\n\n  c</code></pre>" +
    `<svg viewBox="0 0 4 4"><path d="M0 0h4" fill="red"></path></svg><img alt="图" data-picture="${"ab".repeat(32)}">` +
    '<table><caption>表</caption><tbody><tr><td colspan="2">格</td></tr></tbody></table><p lang="en" dir="ltr">en</p>';
  const kept = htmlOf(sanitizeToFragment(rich));
  expect(htmlOf(sanitizeToShow(rich))).toBe(kept);
  for (const tag of ["ruby", "rt", "details", "mfrac", "path", "caption", "data-picture", "colspan"])
    expect(kept).toContain(tag);
  const element = Element.prototype as unknown as { setHTML: (html: string, options: object) => void };
  const { setHTML } = element;
  let asked = 0;
  element.setHTML = function (...words) {
    asked++;
    setHTML.apply(this, words);
  };
  sanitizeToShow("<p>文");
  element.setHTML = setHTML;
  expect(asked).toBe(1);
});

test("words are never given up for the browser's own sanitiser", () => {
  const element = Element.prototype as unknown as { setHTML: (html: string) => void };
  const { setHTML } = element;
  element.setHTML = function (this: Element) {
    this.replaceChildren();
  };
  expect(sanitizeToShow("<p>文").textContent).toBe("文");
  element.setHTML = setHTML;
});
