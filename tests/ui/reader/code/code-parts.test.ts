import { expect, test } from "vitest";
import { codeLanguages } from "#ui/reader/code/code-languages.ts";
import type { CodeParts } from "#ui/reader/code/code-parts.ts";

/** What is found in a piece of code: its language, and the words of each kind in order. */
function found(code: string, language?: string) {
  const result = language ? codeLanguages.highlight(code, { language }) : codeLanguages.highlightAuto(code);
  const parts = (result._emitter as CodeParts).parts();
  return { ...result, words: parts.map(({ part, start, end }) => [part, code.slice(start, end)]), parts };
}

test("the kinds of words in code are told by their places in it", () => {
  const { words } = found('const a = 12; // 字\nf("b")', "javascript");
  expect(words).toEqual([
    ["keyword", "const"],
    ["number", "12"],
    ["comment", "// 字"],
    ["name", "f"],
    ["string", '"b"'],
  ]);
});

test("a language within another is coloured too, and no two colours lie over each other", () => {
  const code = '<p class="x">a</p><script>let b = f(1);</script><style>p { color: red }</style>';
  const { parts, words } = found(code, "xml");
  expect(words).toContainEqual(["keyword", "let"]);
  expect(words).toContainEqual(["number", "1"]);
  parts.slice(1).forEach(({ start }, index) => {
    expect(start).toBeGreaterThanOrEqual(parts[index]?.end ?? 0);
  });
});

test.each([
  [
    "javascript",
    "function pitch(turns, length) {\n  const result = length / turns; // mm\n  return { result, name: 'M6' };\n}\n",
  ],
  [
    "python",
    "import os\n\nclass A:\n    def __init__(self, x):\n        self.x = x\n\nfor i in range(10):\n    print(i)\n",
  ],
  ["json", '{"a": 1, "b": [true, null, "c"], "d": {"e": false}}'],
])("%s is recognised", (language, code) => {
  const auto = found(code);
  expect([language, language === "javascript" ? "typescript" : language]).toContain(auto.language);
  expect(auto.relevance).toBeGreaterThanOrEqual(3);
});
