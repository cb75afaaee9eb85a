import { inlineMarkdown } from "./markdown-inline.ts";

const blockNames =
  /^(?:P|DIV|SECTION|ARTICLE|HEADER|FOOTER|MAIN|ASIDE|H[1-6]|UL|OL|DL|DT|DD|LI|BLOCKQUOTE|PRE|HR|FIGURE|FIGCAPTION|TABLE|DETAILS|SUMMARY|CENTER|ADDRESS)$/;

/** Clean HTML of an article as CommonMark with GitHub's tables; ends with a line break, empty for an empty body. */
export function markdownOf(body: ParentNode): string {
  const text = blocksOf(body as unknown as Node).join("\n\n");
  return text === "" ? "" : `${text}\n`;
}

/** The blocks of an element; words between them are paragraphs of their own. */
function blocksOf(parent: Node): string[] {
  const blocks: string[] = [];
  let words: Node[] = [];
  const endWords = () => {
    const paragraph = asParagraph(inlineMarkdown(words));
    if (paragraph !== "") blocks.push(paragraph);
    words = [];
  };
  for (const node of parent.childNodes) {
    const isBlock = node instanceof Element && (blockNames.test(node.tagName) || hasBlocks(node));
    if (!isBlock) words.push(node);
    else {
      endWords();
      blocks.push(...blockOf(node as Element));
    }
  }
  endWords();
  return blocks;
}

function hasBlocks(element: Element): boolean {
  return [...element.children].some((child) => blockNames.test(child.tagName) || hasBlocks(child));
}

function blockOf(element: Element): string[] {
  const name = element.tagName;
  if (/^H[1-6]$/.test(name)) {
    const words = inlineMarkdown([...element.childNodes])
      .replace(/\s*\n\s*/g, " ")
      .trim();
    return words === "" ? [] : [`${"#".repeat(Number(name[1]))} ${words}`];
  }
  if (name === "HR") return ["---"];
  if (name === "PRE") return [fenced(element)];
  if (name === "UL" || name === "OL") return listOf(element);
  if (name === "BLOCKQUOTE") {
    const inside = blocksOf(element).join("\n\n");
    return inside === "" ? [] : [inside.replace(/^/gm, "> ").replace(/^> $/gm, ">")];
  }
  if (name === "TABLE") return tableOf(element as HTMLTableElement);
  return blocksOf(element);
}

/** A block of code between fences longer than any in it. */
function fenced(pre: Element): string {
  const code = (pre.textContent ?? "").replace(/\n$/, "");
  const fence = "`".repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}\n${code}\n${fence}`;
}

function listOf(list: Element): string[] {
  const first = list.tagName === "OL" ? Number.parseInt(list.getAttribute("start") ?? "1", 10) : undefined;
  const items = [...list.children].map((item, index) => {
    const mark = first === undefined ? "- " : `${(Number.isFinite(first) ? first : 1) + index}. `;
    const blocks = item.tagName === "LI" ? blocksOf(item) : blockOf(item);
    const inside = blocks.reduce(
      (text, block) => `${text}${text && isList(block) ? "\n" : text && "\n\n"}${block}`,
      "",
    );
    return mark + inside.replace(/\n(?=[^\n])/g, `\n${" ".repeat(mark.length)}`);
  });
  const isLoose = items.some((item) => item.includes("\n\n"));
  return items.length === 0 ? [] : [items.join(isLoose ? "\n\n" : "\n")];
}

function isList(block: string): boolean {
  return /^(?:- |\d+\. )/.test(block);
}

/** A table of GitHub's kind: its first row is the head, a cell is one line. */
function tableOf(table: HTMLTableElement): string[] {
  const rows = [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => {
      const words = blocksOf(cell)
        .join(" ")
        .replace(/\s*\n\s*/g, " ")
        .replaceAll("|", "\\|");
      return [words, ...Array.from({ length: Math.max(cell.colSpan - 1, 0) }, () => "")];
    }),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  const caption = table.caption ? asParagraph(inlineMarkdown([...table.caption.childNodes])) : "";
  const [head, ...rest] = rows.map(
    (row) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? "").join(" | ")} |`,
  );
  if (!head || width === 0) return caption ? [caption] : [];
  return [...(caption ? [caption] : []), [head, `|${" --- |".repeat(width)}`, ...rest].join("\n")];
}

/** A paragraph as it stands, with what would begin a heading, a list or a quote escaped. */
function asParagraph(words: string): string {
  return words
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .trim()
    .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|={2,}|-{2,})/gm, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/gm, "$1\\$2");
}
