import { markClass, signClass } from "./draw-marks.ts";

/** How much of an article its Markdown is to keep. */
export type MarkdownForm = {
  /** True for a file that is to become the same article again: what Markdown cannot say stands in it as HTML. */
  faithful: boolean;
  /** Where a picture is, seen from the file; undefined for one that is nowhere. */
  picture: (image: Element) => string | undefined;
};

/** Markdown for reading and pasting: a picture is its address on the web, a formula its source. */
export const plainForm: MarkdownForm = {
  faithful: false,
  picture: (image) =>
    [image.getAttribute("data-remote-src"), image.getAttribute("src")].find((source) =>
      /^https?:/i.test(source ?? ""),
    ) ?? undefined,
};

/** Elements that a faithful file keeps as they are, their words being Markdown all the same. */
const kept = /^(?:u|ins|small|mark|q|kbd|abbr|ruby|rt|rp|rb|rtc)$/;

const emphases: Record<string, string> = { strong: "**", b: "**", em: "*", i: "*", del: "~~", s: "~~", strike: "~~" };

/** Words, links, pictures and emphasis as Markdown; blocks inside are not looked for. */
export function inlineMarkdown(nodes: readonly Node[], form: MarkdownForm): string {
  return piecesOf(nodes, form, false).replace(/ {2,}(?!\n)/g, " ");
}

function piecesOf(nodes: readonly Node[], form: MarkdownForm, within: boolean, before = ""): string {
  let text = "";
  for (const node of nodes) text += piece(node, form, within, text.at(-1) ?? before);
  return text;
}

/** One node; `within` emphasis no second kind begins with signs, since runs of them are read in many ways. */
function piece(node: Node, form: MarkdownForm, within: boolean, before: string): string {
  if (node.nodeType === Node.TEXT_NODE) return escaped((node.nodeValue ?? "").replace(/[ \t\r\n]+/g, " "));
  if (!(node instanceof Element)) return "";
  const name = node.tagName.toLowerCase();
  const inside = (emphasised = within) => piecesOf([...node.childNodes], form, emphasised, before);
  const sign = emphases[name];
  if (sign) return emphasised(name, sign, inside(true), within, before);
  if (node.classList.contains(markClass)) return around("==", inside());
  if (node.classList.contains(signClass)) return `[^mark-${node.textContent}]`;
  if (form.faithful && kept.test(name)) return tagged(name, inside());
  switch (name) {
    case "br":
      return "\\\n";
    case "code":
    case "kbd":
    case "samp":
      return code(node, before);
    case "a":
      return link(node, inside());
    case "img":
      return picture(node, form);
    case "rt":
    case "rp":
      return "";
    case "sup":
    case "sub":
      return tagged(name, inside());
    case "svg":
      return form.faithful ? markup(node) : "";
    case "math":
      return form.faithful ? markup(node) : escaped(node.getAttribute("alttext") ?? node.textContent ?? "");
    default:
      return inside();
  }
}

/** An element as it is, in one line, and nothing in it that Markdown would read. */
export function markup(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const mark of copy.querySelectorAll(`.${signClass}`)) mark.remove();
  const end = copy.tagName === "PRE" || copy.querySelector("pre") ? "&#10;" : " ";
  return copy.outerHTML
    .replace(/(<[^>]*>)|[\\`*_~=[\]|!#]/g, (sign, tag: string | undefined) => tag ?? `&#${sign.charCodeAt(0)};`)
    .replace(/[\r\n]/g, end);
}

/** What Markdown would read as its own, told to be plain. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]~]|==|!$|<(?=[\w/!?])|&(?=#?\w+;)/g, (mark) => mark.replace(/./g, "\\$&"))
    .replace(/(?:https?:\/\/|ftp:\/\/|www\.)\S*/gi, apart);
}

/** GitHub's Markdown makes links of bare addresses, and takes escapes and Chinese behind them as part of it. */
function apart(address: string, at: number, text: string): string {
  const isWhole = at + address.length < text.length; // what follows the text may go on with it
  return isWhole && /^[!-[\]-~]+$/.test(address) ? address : address.replace(/:\/\/|(?<=www)\./gi, "\\$&");
}

/** Signs where both ends are letters, so that every reader sees them as signs; tags where they are not. */
function emphasised(name: string, sign: string, words: string, within: boolean, before: string): string {
  const [, first = "", inner = "", last = ""] = ends(words);
  if (inner === "") return words;
  const isSure = /^[\p{L}\p{N}]/u.test(inner) && /[\p{L}\p{N}]$/u.test(inner);
  const isClear = !within && isSure && !/[*_~\\]/.test(before);
  return isClear ? `${first}${sign}${inner}${sign}${last}` : `${first}${tagged(name, inner)}${last}`;
}

/** Marks go around the words, never around the blanks at their ends, where they would not count. */
function around(mark: string, words: string): string {
  const [, first = "", inner = "", last = ""] = ends(words);
  return inner === "" ? words : `${first}${mark}${inner}${mark}${last}`;
}

function ends(words: string): readonly string[] {
  return /^(\s*)([\s\S]*?)((?:\s|\\\n)*)$/.exec(words) ?? [];
}

function tagged(name: string, words: string): string {
  return words.trim() === "" ? words : `<${name}>${words.replaceAll("\\\n", "<br>")}</${name}>`;
}

/** Code between more backticks than are in it; beside another run of them it is a tag. */
function code(element: Element, before: string): string {
  const text = codeText(element).replace(/\s*\n\s*/g, " ");
  if (before === "`") return tagged("code", escaped(text));
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(text) ? " " : "";
  return text.trim() === "" ? text : `${fence}${pad}${text}${pad}${fence}`;
}

/** The characters of code, without the signs of notes drawn into it. */
export function codeText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const mark of copy.querySelectorAll(`.${signClass}`)) mark.remove();
  for (const end of copy.querySelectorAll("br")) end.replaceWith("\n");
  return copy.textContent ?? "";
}

/** Links to places in the same article have no address outside it: only their words are kept. */
function link(element: Element, words: string): string {
  const href = element.getAttribute("href") ?? "";
  if (!/^(?:https?|mailto|tel):/i.test(href)) return words;
  const [, first = "", inner = "", last = ""] = ends(words);
  return inner === "" ? words : `${first}[${inLink(inner)}](${address(href)})${last}`;
}

/** Some readers of Markdown take the escapes of brackets in a link away too early; references they leave alone. */
function inLink(words: string): string {
  return words.replace(/\\([\s\S])/g, (whole, sign: string) =>
    /[[\]]/.test(sign) ? `&#${sign.charCodeAt(0)};` : whole,
  );
}

/** A picture by where it is; one that is nowhere is told by its words, or keeps its place. */
function picture(image: Element, form: MarkdownForm): string {
  const words = image.getAttribute("alt")?.replace(/\s+/g, " ") ?? "";
  const place = form.picture(image);
  if (place !== undefined) return `![${inLink(escaped(words))}](${address(place)})`;
  return form.faithful ? markup(image) : escaped(words);
}

function address(href: string): string {
  return href.replace(/[()<>\s\\]/g, (mark) => encodeURIComponent(mark).replace("(", "%28").replace(")", "%29"));
}
