import fc from "fast-check";
import { expect, test } from "vitest";
import { extractText } from "#domain/extract/extract-text.ts";

const squeezed = (text: string) => text.replace(/\s+/g, "");

test("a note of one line is its own title and its own body", () => {
  expect(extractText("买牛奶")).toMatchObject({ title: "买牛奶", contentHtml: "<p>买牛奶</p>", lang: "zh-Hans" });
});

test("a first line without a sentence's end is the title", () => {
  expect(extractText("读书笔记\n\n今天读完了第三章，有几处没有看懂。")).toMatchObject({
    title: "读书笔记",
    textContent: "今天读完了第三章，有几处没有看懂。",
  });
});

test("a file's name is the title of a text that has none", () => {
  expect(extractText("今天读完了第三章。\n明天再读。", "笔记_三.txt").title).toBe("笔记 三");
});

test("a text without title or name is called by its first sentence, and keeps it", () => {
  const { title, textContent } = extractText("今天读完了第三章。有几处没有看懂，明天再读一遍。\n后天还书。");
  expect(title).toBe("今天读完了第三章");
  expect(textContent).toContain("今天读完了第三章。");
});

test("Markdown stays text, its first heading the title", () => {
  const { title, contentHtml } = extractText(
    "# Plans\n\n- sow beans\n- mend *fence* <now>\n\nThe rest can wait until the frost is over & done.",
  );
  expect(title).toBe("Plans");
  expect(contentHtml).toContain("- sow beans<br>- mend *fence* &lt;now&gt;");
});

test("verse keeps its lines", () => {
  expect(extractText("渡口\n\n水浅了，\n船停了，\n人散了。\n\n灯还亮着，\n不知等谁。").contentHtml).toBe(
    "<p>水浅了，<br>船停了，<br>人散了。</p><p>灯还亮着，<br>不知等谁。</p>",
  );
});

test("a diary's bare date is part of the diary", () => {
  expect(
    extractText("雨天\n\n2014年1月15日\n\n下了一整天的雨，院子里的水缸满了，我们把花盆都搬进了屋里。").textContent,
  ).toContain("2014年1月15日");
});

test("author, source and date under a title are fields", () => {
  expect(
    extractText(
      "渡口的灯\n作者：林溪 来源：河湾晚报 2014-01-15 10:20\n渡口的灯每天六点亮起，四十年来没有例外，艄公们都认得它，也都认得点灯的人。",
    ),
  ).toMatchObject({
    title: "渡口的灯",
    byline: "林溪",
    siteName: "河湾晚报",
    textContent: "渡口的灯每天六点亮起，四十年来没有例外，艄公们都认得它，也都认得点灯的人。",
  });
});

test("nothing to read is said so", () => {
  for (const text of ["", " \n\u3000", "——\n***", "\0\0"])
    expect(() => extractText(text)).toThrow(expect.objectContaining({ code: "nothing-to-read" }));
});

const units = ["字", "a ", "(", "[1] ", "作者：", "2014-01-15 ", "“", "< ", "点击数 ", "—", "7", " ", "　", "\u200b"];

test.each(units)(
  "a line of a hundred thousand characters of %j does not hang",
  (unit) => {
    const line = unit.repeat(100_000 / unit.length);
    const body = "正文在这里，不长，可是有两句话。它还有第二句，第二句也要留着。";
    const text = `题目\n${line}\n甲${line}乙\n1${line}x\n${body}\n作者：${line}`;
    expect(extractText(text).textContent).toContain(body);
  },
  60_000,
);

const sentence = fc
  .array(fc.constantFrom(..."山里的雾散得慢太阳出来以后我们才看见对面村子那人说今年收成比去好"), {
    minLength: 3,
    maxLength: 60,
  })
  .map((characters) => `${characters.join("")}。`);
const english = fc
  .array(
    fc.constantFrom("the", "fog", "lifts", "slowly", "and", "we", "see", "a", "village", "<b>", "&amp;", "on", "hill"),
    { minLength: 2, maxLength: 40 },
  )
  .map((words) => `${words.join(" ")}.`);
const paragraph = fc.array(fc.oneof(sentence, english), { minLength: 1, maxLength: 4 });
const layout = fc.record({
  gap: fc.constantFrom("\n", "\n\n", "\n　　", "\r\n\r\n    "),
  width: fc.constantFrom(0, 30, 40),
});

test("a text without a page around it loses no sentence", () => {
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), layout, (paragraphs, { gap, width }) => {
      const text = paragraphs.map((sentences) => wrapped(sentences.join(""), width)).join(gap);
      const { title, textContent } = extractText(text);
      // Only the title line may stand apart from the body.
      expect([squeezed(textContent), squeezed(title + textContent)]).toContain(squeezed(text));
    }),
    { numRuns: 300 },
  );
});

test("any text is read whole, title and body together, or has nothing to read", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      if (!/[\p{L}\p{N}]/u.test(text)) return;
      const { title, textContent } = extractText(text);
      expect(title + textContent).toMatch(/[\p{L}\p{N}]/u);
    }),
  );
});

/** Breaks a paragraph at a column as an old editor does; Latin words are left whole. */
function wrapped(text: string, width: number): string {
  if (width === 0) return text;
  const lines: string[] = [""];
  for (const piece of text.match(/[!-~]+ ?|[^!-~]/g) ?? []) {
    if ((lines.at(-1) ?? "").length + piece.length > width) lines.push("");
    lines[lines.length - 1] += piece;
  }
  return lines.join("\n");
}
