import type { ParsedPage } from "./parsed-page.ts";

const drawn = "[class^=MathJax], #MathJax_Message";

/** Of a formula written twice, for eyes and for machines, keeps the MathML (KaTeX, MathJax 3, Wikipedia) or the TeX (MathJax 2). */
export function keepFormulas({ document }: ParsedPage): void {
  for (const formula of document.querySelectorAll(".katex, mjx-container, .mwe-math-element")) {
    const math = formula.querySelector("math");
    if (math) formula.replaceWith(math);
  }
  for (const note of document.querySelectorAll("annotation, annotation-xml")) note.remove();
  for (const source of document.querySelectorAll("script[type^='math/tex']")) {
    const [open, close] = source.getAttribute("type")?.includes("display") ? ["\\[", "\\]"] : ["\\(", "\\)"];
    source.replaceWith(`${open}${source.textContent}${close}`);
  }
  for (const picture of document.querySelectorAll(drawn)) picture.remove();
}
