import { test } from "vitest";
import { extract } from "#domain/extract/extract.ts";
import { extractText } from "#domain/extract/extract-text.ts";

const prose = "山里的雾散得慢，太阳出来以后，我们才看见对面的村子。那里的人说，今年的收成比去年好。";
const on = (import.meta.env.VITE_SCAN ?? "") as string;
const n = Number(import.meta.env.VITE_N ?? 25_000);
const time = (f: () => unknown) => {
  const at = performance.now();
  try {
    f();
  } catch (e) {
    return `${Math.round(performance.now() - at)} ms ${(e as { code?: string }).code ?? e}`;
  }
  return `${Math.round(performance.now() - at)} ms`;
};
const shapes: [string, string][] = [
  ["edges u3000", `<p>甲${"\u3000".repeat(n)}乙</p><p>${prose}</p>`],
  ["zwsp", `<p>甲${"\u200b".repeat(n)}乙</p><p>${prose}</p>`],
  ["nbsp", `<p>甲${"\u00a0".repeat(n)}乙</p><p>${prose}</p>`],
  ["tabs newline pre", `<pre>a${" ".repeat(n)}b\nc</pre><p>${prose}</p>`],
  ["pager", `<p>1${"\u3000".repeat(n)}x</p><p>${prose}</p>`],
  ["bold", `<p>${`<b>a</b>`.repeat(n / 4)}</p><p>${prose}</p>`],
  ["bold blank", `<p>${`a<b> </b>`.repeat(n / 4)}</p><p>${prose}</p>`],
  ["unclosed", `<div>${"<b><i>".repeat(120)}${`${prose}<br><br>`.repeat(n / 40)}</div>`],
];
test.runIf(on === "html")(
  "html shapes",
  () => {
    for (const [name, body] of shapes)
      console.log(
        name,
        time(() => extract(`<title>雾</title>${body}`)),
      );
    console.log(
      "text spaces",
      time(() => extractText(`题目\na${" ".repeat(n)}b\n${prose}`)),
    );
    console.log(
      "text u3000",
      time(() => extractText(`题目\na${"\u3000".repeat(n)}b\n${prose}`)),
    );
  },
  600_000,
);
