import { afterEach, expect, test, vi } from "vitest";
import { colourCode } from "#ui/reader/code/code-colours.ts";

let stop = () => {};

afterEach(() => {
  stop();
  document.body.replaceChildren();
});

function colour(markup: string) {
  const body = document.createElement("div");
  body.setHTMLUnsafe(markup);
  document.body.append(body);
  stop = colourCode(body);
}

const wordsOf = (part: string) =>
  [...(CSS.highlights.get(`code-${part}`) ?? [])].map((range) =>
    range.startContainer.textContent?.slice(range.startOffset, range.endOffset),
  );

test("code is coloured by the language its page names, even where one could not guess it", async () => {
  colour('<pre><code class="language-python">pass # x</code></pre>');
  await vi.waitFor(() => expect(wordsOf("comment")).toEqual(["# x"]));
  expect(wordsOf("keyword")).toEqual(["pass"]);
});

test("code in a language Liuye does not know stays in ink, whatever it looks like, and what follows is coloured", async () => {
  const looks = 'function pitch(turns) {\n  const result = turns / 2; // mm\n  return { result, name: "M6" };\n}\n';
  colour(`<pre class="language-befunge">${looks}</pre><pre class="language-js">let x</pre>`);
  await vi.waitFor(() => expect(wordsOf("keyword")).toEqual(["let"]));
  expect(wordsOf("comment")).toEqual([]);
});
