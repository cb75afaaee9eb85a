import type { ParsedPage } from "./parsed-page.ts";

const longestButton = 12;
const gutters =
  "td.linenos, td.gutter, .linenodiv, .lineno, .linenumber, .line-numbers-rows, .hljs-ln-numbers, .blob-num, pre button";

/** Takes the marks off headings that link to themselves (no part of a title is ¶) and the buttons that copy code. */
export function clearMarks({ document }: ParsedPage): void {
  for (const link of document.querySelectorAll(":is(h1, h2, h3, h4, h5, h6, dt) a[href^='#']"))
    if (/^[\s¶#§\u200b🔗]*$/u.test(link.textContent ?? "")) link.remove();
  for (const button of document.querySelectorAll("[class*=copy i], [class*=clipboard i], .mw-editsection"))
    if ((button.textContent ?? "").trim().length <= longestButton) button.remove();
}

/** Numbers beside lines of code are no code, nor is the table that holds both; lines that only a style parts are parted. */
export function clearCode({ document }: ParsedPage): void {
  if (!document.querySelector("pre")) return;
  for (const gutter of document.querySelectorAll(gutters)) gutter.remove();
  for (const pre of document.querySelectorAll("pre")) {
    const table = pre.closest("table");
    if (table?.querySelectorAll("pre").length === 1 && table.textContent?.trim() === pre.textContent?.trim())
      table.replaceWith(pre);
    if ((pre.textContent ?? "").trim().includes("\n")) continue;
    for (const line of pre.querySelectorAll(".line, .code-line, li, div")) line.append("\n");
  }
}
