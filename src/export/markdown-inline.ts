/** Words, links, pictures and emphasis as Markdown; blocks inside are not looked for. */
export function inlineMarkdown(nodes: readonly Node[]): string {
  return nodes
    .map(piece)
    .join("")
    .replace(/ {2,}(?!\n)/g, " ");
}

function piece(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escaped((node.nodeValue ?? "").replace(/[ \t\r\n]+/g, " "));
  if (!(node instanceof Element)) return "";
  const inside = () => inlineMarkdown([...node.childNodes]);
  switch (node.tagName.toLowerCase()) {
    case "br":
      return "\\\n";
    case "strong":
    case "b":
      return around("**", inside());
    case "em":
    case "i":
      return around("*", inside());
    case "del":
    case "s":
    case "strike":
      return around("~~", inside());
    case "code":
    case "kbd":
    case "samp":
      return code(node.textContent ?? "");
    case "a":
      return link(node, inside());
    case "img":
      return picture(node as HTMLImageElement);
    case "rt":
    case "rp":
      return "";
    case "sup":
    case "sub":
      return tagged(node.tagName.toLowerCase(), inside());
    case "svg":
      return "";
    case "math":
      return escaped(node.getAttribute("alttext") ?? node.textContent ?? "");
    default:
      return inside();
  }
}

/** What Markdown would read as its own, told to be plain. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]]|~~|<(?=[\w/!?])|&(?=#?\w+;)/g, (mark) => mark.replace(/./, "\\$&"));
}

/** Marks go around the words, never around the blanks at their ends, where they would not count. */
function around(mark: string, words: string): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  return inner === "" ? words : `${before}${mark}${inner}${mark}${after}`;
}

/** A number raised or lowered keeps its tag; the reference of a note is a link in it, and stands as [1]. */
function tagged(name: string, words: string): string {
  return words.trim() === "" ? words : `<${name}>${words}</${name}>`;
}

function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(text) ? " " : "";
  return text === "" ? "" : `${fence}${pad}${text}${pad}${fence}`;
}

/** Links to places in the same article have no address outside it: only their words are kept. */
function link(element: Element, words: string): string {
  const href = element.getAttribute("href") ?? "";
  if (!/^(?:https?|mailto|tel):/i.test(href)) return words;
  return words.trim() === "" ? "" : `[${words.trim()}](${address(href)})`;
}

/** A picture by its address on the web; one that has none is told by its words. */
function picture(image: HTMLImageElement): string {
  const alt = escaped(image.getAttribute("alt")?.replace(/\s+/g, " ") ?? "");
  const source = image.dataset.remoteSrc ?? image.getAttribute("src") ?? "";
  return /^https?:/i.test(source) ? `![${alt}](${address(source)})` : alt;
}

function address(href: string): string {
  return href.replace(/[()<>\s\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`);
}
