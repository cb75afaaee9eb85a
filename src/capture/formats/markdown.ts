import { Marked } from "marked";
import type { Page } from "#capture/page.ts";
import { LiuyeError } from "#domain/errors.ts";
import { tagName } from "#domain/tag.ts";
import { footnotes } from "./footnotes.ts";
import { type FrontMatter, splitFrontMatter } from "./front-matter.ts";
import { hanStrong } from "./han-strong.ts";
import { escapeHtml, htmlPage } from "./html-page.ts";
import { ownMarkdown, withoutMarks } from "./own-markdown.ts";

/**
 * A Markdown text (CommonMark with GitHub's tables, footnotes, front matter) as a page.
 * HTML in it is passed on as it is: every page goes through the sanitiser. Throws `file-empty` and `page-too-complex`.
 */
export function pageFromMarkdown(text: string): Page {
  const { matter, body: written } = splitFrontMatter(text);
  const own = ownMarkdown(matter, written);
  const body = own?.body ?? written;
  if (body.trim() === "") throw new LiuyeError("file-empty");
  const first = (...names: string[]) => names.map((name) => matter.get(name)?.[0]).find(Boolean);
  const url = [...(matter.get("url") ?? []), ...(matter.get("link") ?? []), ...(matter.get("source") ?? [])].find(
    isWeb,
  );
  const { html, heading } = isTrap(body)
    ? { html: `<pre>${escapeHtml(body)}</pre>`, heading: undefined }
    : render(body, own !== undefined);
  const imprint = {
    title: first("title") ?? heading,
    author: (matter.get("author") ?? matter.get("authors"))?.join(", "),
    site: sitesIn(matter).find((site) => !isWeb(site)),
    published: first("published", "date", "created"),
    lang: first("lang", "language"),
    tags: matter.get("tags") ?? matter.get("keywords") ?? [],
  };
  const tags = own ? [] : tagsIn(matter); // ours has them beside the rest of what it brings
  return {
    kind: "html",
    via: "markdown",
    content: htmlPage(imprint, html),
    ...(url && { url }),
    ...(own && { exported: own.exported }),
    ...(tags.length > 0 && { tags }),
  };
}

/** Tags as a list, or between commas in one line as Obsidian has them; its # is no part of them. */
function tagsIn(matter: FrontMatter): string[] {
  const written = (matter.get("tags") ?? []).flatMap((tags) => tags.split(/[,，、]/));
  return [...new Set(written.map(tagName))].filter(Boolean);
}

/** Brackets of one block that open and never close, and its stars and dashes: each costs the parser a look at all the rest. */
const [mostOpen, mostStars] = [500, 5000];

/** A quotation or list deeper than any text has. */
const tooDeep = /^(?:[ \t]*[>*+-]){60}/m;

/** A text that would keep the parser for minutes; it is kept as it stands. */
function isTrap(body: string): boolean {
  if (tooDeep.test(body)) return true;
  return body.split(/\n[ \t]*\n/).some((block) => {
    const count = (mark: string) => block.split(mark).length;
    const open = Math.max(count("[") - count("]"), count("<") - count(">"), count("(") - count(")"));
    return open > mostOpen || Math.max(...["*", "_", "`", "~"].map(count)) > mostStars;
  });
}

function render(body: string, isOwn: boolean): { html: string; heading: string | undefined } {
  const { extension, list } = footnotes();
  const marked = new Marked({ gfm: true }, extension, isOwn ? withoutMarks : hanStrong);
  try {
    const tokens = marked.lexer(body);
    const top = tokens.find((token) => token.type === "heading" && token.depth === 1);
    const heading = top?.type === "heading" ? plain(marked.parseInline(top.text, { async: false })) : undefined;
    return { html: `${marked.parser(tokens)}${list()}`, heading };
  } catch (cause) {
    throw new LiuyeError("page-too-complex", { cause }); // nothing but a text nested without end stops the parser
  }
}

function plain(html: string): string {
  const characters: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return html
    .replace(/<[^<>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => characters[name] ?? entity)
    .trim();
}

function sitesIn(matter: FrontMatter): readonly string[] {
  return [...(matter.get("site") ?? []), ...(matter.get("publisher") ?? []), ...(matter.get("source") ?? [])];
}

function isWeb(address: string): boolean {
  return /^https?:\/\/\S+$/i.test(address) && URL.canParse(address);
}
