import type { Post, SiteReading } from "./read-site.ts";

const code = "script, style, template, noscript, link, meta";

/** An author is named in a heading of this level, who answers him in one below; there are no more than six. */
const [highest, lowest] = [3, 6];

/** Lays what a rule found one after another: the body, the posts under their authors, the rows as a table. */
export function composeBody(document: Document, reading: SiteReading): Element {
  const holder = document.createElement("div");
  holder.append(...reading.body.map(copyOf));
  if (reading.page.kind === "list") holder.append(...listOf(document, reading.posts));
  else {
    for (const [at, post] of reading.posts.entries())
      holder.append(...layPost(document, post, at === 0 && reading.body.length === 0));
  }
  holder.append(...tableOf(document, reading.rows));
  return holder;
}

function layPost(document: Document, post: Post, opens: boolean): Element[] {
  const elements = post.elements.map(copyOf);
  if (opens) return elements;
  const level = Math.min(highest + post.level, lowest);
  for (const element of elements) lower(element, level);
  const name = [post.byline, post.time?.replace("T", " ").replace(/(?:Z|[+-]\d{2}:\d{2})$/, "")]
    .filter(Boolean)
    .join(" · ");
  const heading = document.createElement(name === "" ? "hr" : `h${level}`);
  heading.textContent = name;
  return [heading, ...elements];
}

/** A post's own headings stand below its author's. */
function lower(element: Element, level: number): void {
  for (const heading of element.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    if (Number(heading.localName[1]) > level) continue;
    const lowered = element.ownerDocument.createElement(`h${Math.min(level + 1, lowest)}`);
    lowered.append(...heading.childNodes);
    heading.replaceWith(lowered);
  }
}

function listOf(document: Document, posts: readonly Post[]): Element[] {
  if (posts.length === 0) return [];
  const list = document.createElement("ul");
  for (const { title, link, byline, time, elements } of posts) {
    const entry = list.appendChild(document.createElement("li"));
    const words = entry.appendChild(document.createElement(link ? "a" : "span"));
    if (link) words.setAttribute("href", link);
    words.textContent = title ?? "";
    const about = [byline, time?.slice(0, 10)].filter(Boolean).join(" · ");
    if (about !== "") entry.append(document.createElement("br"), about);
    for (const element of elements.map(copyOf)) entry.append(document.createElement("br"), ...element.childNodes);
  }
  return [list];
}

function tableOf(document: Document, rows: SiteReading["rows"]): Element[] {
  if (rows.length === 0) return [];
  const table = document.createElement("table");
  for (const { name, value } of rows) {
    const row = table.appendChild(document.createElement("tr"));
    row.appendChild(document.createElement("th")).textContent = name;
    row.appendChild(document.createElement("td")).textContent = value;
  }
  return [table];
}

/** A copy of what can be seen of an element: the page may still be asked for its fields. */
function copyOf(element: Element): Element {
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll(code)) part.remove();
  for (const part of copy.querySelectorAll("[hidden], [style]")) {
    const style = part.getAttribute("style") ?? "";
    if (part.hasAttribute("hidden") || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) part.remove();
  }
  return copy;
}
