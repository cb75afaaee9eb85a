import type { MarkedExtension, Tokens } from "marked";
import { type Exported, readExported } from "#domain/exported.ts";
import type { FrontMatter } from "./front-matter.ts";

/** What a Markdown file of our own says of its article, and the words without what was put into them for other readers. */
export type OwnMarkdown = { exported: Exported; body: string };

const closing = /\n<!-- liuye (\{[^\n]*\}) -->\s*$/;

/** Reads the closing comment of a file of our own, and what the reader changed above it; undefined for any other file. */
export function ownMarkdown(matter: FrontMatter, body: string): OwnMarkdown | undefined {
  if (!matter.has("liuye")) return undefined;
  const found = closing.exec(body);
  const exported = readExported({ ...parsed(found?.[1]), liuye: 1, ...writtenAbove(matter) });
  const words = found ? body.slice(0, found.index + 1) : body;
  // The title stands above the words for programs that show no front matter.
  return exported && { exported, body: words.replace(/^\s*# [^\n]*(?:\n|$)/, "") };
}

/** The fields above the text are what people edit: where they are there, they count. */
function writtenAbove(matter: FrontMatter): object {
  const first = (name: string) => matter.get(name)?.[0];
  const fields = {
    title: first("title"),
    byline: first("author"),
    source: first("source"),
    url: first("url"),
    published: first("published"),
    lang: first("lang"),
    tags: matter.get("tags"),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function parsed(json: string | undefined): object {
  try {
    const value: unknown = JSON.parse(json ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {}; // edited by hand: the words are there all the same
  }
}

/** Takes the signs of passages and the footnotes of the reader's own notes out again; in the article's words all are escaped. */
export const withoutMarks: MarkedExtension = {
  extensions: [
    {
      name: "markDefinition",
      level: "block",
      start: (source) => /^\[\^mark-\w+\]:/m.exec(source)?.index,
      tokenizer: (source) =>
        nothing("markDefinition", /^\[\^mark-\w+\]:[^\n]*(?:\n {4}[^\n]*)*(?:\n+|$)/.exec(source)?.[0]),
      renderer: () => "",
    },
    {
      name: "markSign",
      level: "inline",
      start: (source) => /==|\[\^mark-/.exec(source)?.index,
      tokenizer: (source) => nothing("markSign", /^(?:==|\[\^mark-\w+\])/.exec(source)?.[0]),
      renderer: () => "",
    },
  ],
};

function nothing(type: string, raw: string | undefined): Tokens.Generic | undefined {
  return raw === undefined ? undefined : { type, raw };
}
