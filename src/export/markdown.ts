import { codeText, inlineMarkdown, type MarkdownForm, markup, plainForm } from "./markdown-inline.ts";

const blockNames =
  /^(?:P|DIV|SECTION|ARTICLE|HEADER|FOOTER|MAIN|ASIDE|H[1-6]|UL|OL|DL|DT|DD|LI|BLOCKQUOTE|PRE|HR|FIGURE|FIGCAPTION|TABLE|DETAILS|SUMMARY|CENTER|ADDRESS)$/;

/** Clean HTML of an article as CommonMark with GitHub's tables; ends with a line break, empty for an empty body. */
export function markdownOf(body: ParentNode, form: MarkdownForm = plainForm): string {
  const text = blocksOf(body as unknown as Node, { ...form, holders: holdersIn(body) }).join("\n\n");
  return text === "" ? "" : `${text}\n`;
}

type Form = MarkdownForm & {
  /** What has a block in it, however deep; asking each element anew would be a walk of the rest of the body. */
  holders: ReadonlySet<Element>;
};

function holdersIn(body: ParentNode): ReadonlySet<Element> {
  const holders = new Set<Element>();
  for (const element of body.querySelectorAll("*")) {
    if (!blockNames.test(element.tagName)) continue;
    for (let at = element.parentElement; at && !holders.has(at); at = at.parentElement) holders.add(at);
  }
  return holders;
}

/** The blocks of an element; words between them are paragraphs of their own. */
function blocksOf(parent: Node, form: Form): string[] {
  const blocks: string[] = [];
  let words: Node[] = [];
  let list = "";
  const add = (block: string, kind = "") => {
    if (block === "") return;
    // Two lists of a kind one after the other would be read as one.
    if (kind !== "" && kind === list) blocks.push("<!-- -->");
    blocks.push(block);
    list = kind;
  };
  const endWords = () => {
    add(asParagraph(inlineMarkdown(words, form)));
    words = [];
  };
  for (const node of parent.childNodes) {
    const isBlock = node instanceof Element && (blockNames.test(node.tagName) || form.holders.has(node));
    if (!isBlock) words.push(node);
    else {
      endWords();
      for (const block of blockOf(node as Element, form)) add(block, /^(?:UL|OL)$/.exec(node.tagName)?.[0]);
    }
  }
  endWords();
  return blocks;
}

function blockOf(element: Element, form: Form): string[] {
  const name = element.tagName;
  if (/^H[1-6]$/.test(name)) {
    const words = oneLine(inlineMarkdown([...element.childNodes], form)).replace(/(^|\s)(#+)$/, "$1\\$2");
    return words === "" ? [] : [`${"#".repeat(Number(name[1]))} ${words}`];
  }
  if (name === "HR") return ["---"];
  if (name === "PRE") return [fenced(element)];
  if (name === "UL" || name === "OL") return listOf(element, form);
  if (name === "BLOCKQUOTE") {
    const inside = blocksOf(element, form).join("\n\n");
    return inside === "" ? [] : [inside.replace(/^/gm, "> ").replace(/^> $/gm, ">")];
  }
  if (name === "TABLE")
    return isSimple(element, form) || !form.faithful ? tableOf(element as HTMLTableElement, form) : kept(element, form);
  if (form.faithful && /^(?:DL|DETAILS)$/.test(name)) return kept(element, form);
  return blocksOf(element, form);
}

/** A block that Markdown has no signs for, as it is. */
function kept(element: Element, form: Form): string[] {
  const copy = element.cloneNode(true) as Element;
  for (const image of copy.querySelectorAll("img")) {
    const place = form.picture(image);
    image.removeAttribute("data-picture");
    if (place !== undefined) image.setAttribute("src", place);
  }
  return [markup(copy)];
}

/** A table GitHub's signs can say: a cell is a line, and no cell spans another's place. */
function isSimple(table: Element, { holders }: Form): boolean {
  const cells = [...table.querySelectorAll("td, th")] as HTMLTableCellElement[];
  // In code neither a backslash nor a bar can be told to be plain.
  const hasBar = [...table.querySelectorAll("code, kbd, samp")].some((code) => /[|\\]/.test(code.textContent ?? ""));
  return (
    cells.every(({ colSpan, rowSpan }) => colSpan === 1 && rowSpan === 1) &&
    !hasBar &&
    !cells.some((cell) => holders.has(cell))
  );
}

/** A block of code between fences longer than any in it. */
function fenced(pre: Element): string {
  const code = codeText(pre).replace(/\n$/, "");
  const fence = "`".repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}\n${code}\n${fence}`;
}

function listOf(list: Element, form: Form): string[] {
  const first = list.tagName === "OL" ? Number.parseInt(list.getAttribute("start") ?? "1", 10) : undefined;
  const begin = first === undefined || Number.isNaN(first) ? 1 : Math.min(Math.max(first, 0), mostNumber);
  const items = [...list.children].map((item, index) => {
    const mark = first === undefined ? "- " : `${begin + index}. `;
    const blocks = item.tagName === "LI" ? blocksOf(item, form) : blockOf(item, form);
    const inside = blocks.reduce(
      (text, block) => `${text}${text && (isTight(text, block) ? "\n" : "\n\n")}${block}`,
      "",
    );
    return mark + inside.replace(/\n(?=[^\n])/g, `\n${" ".repeat(mark.length)}`);
  });
  const isLoose = items.some((item) => item.includes("\n\n"));
  return items.length === 0 ? [] : [items.join(isLoose ? "\n\n" : "\n")];
}

/** The highest number a list may begin with, less what it may hold: CommonMark reads nine digits. */
const mostNumber = 900_000_000;

/** A list may stand right below words where it counts from one; markup would take it for its own. */
function isTight(text: string, block: string): boolean {
  return /^(?:- |1\. )/.test(block) && !/^\s*</m.test(text);
}

/** A table of GitHub's kind: its first row is the head, a cell is one line. */
function tableOf(table: HTMLTableElement, form: Form): string[] {
  const rows = [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => {
      const words = oneLine(blocksOf(cell, form).join(" ")).replaceAll("|", "\\|");
      return [words, ...Array.from({ length: Math.max(cell.colSpan - 1, 0) }, () => "")];
    }),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  const caption = table.caption ? asParagraph(inlineMarkdown([...table.caption.childNodes], form)) : "";
  const [head, ...rest] = rows.map(
    (row) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? "").join(" | ")} |`,
  );
  if (!head || width === 0) return caption ? [caption] : [];
  return [...(caption ? [caption] : []), [head, `|${" --- |".repeat(width)}`, ...rest].join("\n")];
}

/** Where a break would end the block, it is a tag. */
function oneLine(words: string): string {
  return words
    .replace(/(?:\\\n\s*)+$/, "")
    .trim()
    .replaceAll("\\\n", "<br>")
    .replace(/\s*\n\s*/g, " ");
}

/** A paragraph as it stands, with what would begin a heading, a list, a table or a quote escaped. */
function asParagraph(words: string): string {
  return words
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\\\n(?=\s*<)/g, "<br>") // a tag that begins a line may be read as a block
    .replace(/^(?:\\\n\s*)+|(?:\\\n\s*)+$/g, "")
    .trim()
    .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|[=-]+(?=\s*$)|[|:](?=[\s:|-]*-)|-(?=[\s:|-]*\|)|-{2,})/gm, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/gm, "$1\\$2");
}
