import { LiuyeError } from "#domain/errors.ts";
import { documentNumbersIn } from "#domain/text/document-numbers.ts";
import { languageOf } from "#domain/text/language.ts";
import { squeeze } from "./blanks.ts";
import { chromeAround, isEndLine, isMetaLine, isProse, isToolLine } from "./chrome-lines.ts";
import { type Extracted, excerptOf } from "./extracted.ts";
import { shortened } from "./find-title.ts";
import { linesIn, paragraphsOf, type TextLine } from "./join-lines.ts";
import { fieldsOf, sourceAfterTime } from "./labelled-fields.ts";
import { present } from "./present.ts";
import { writersIn } from "./read-writers.ts";
import { sectionHeadings } from "./section-headings.ts";
import { trail } from "./vocabulary.ts";
import { weight } from "./weight.ts";

const widestTitle = 100;
/** A heading as Markdown and letters from programmers have it. */
const marks = /^#{1,6}\s+/;

/**
 * Makes an article of plain text: a whole page copied, a chapter, a letter or a note; throws `nothing-to-read`.
 * Only a text that shows a page's own lines loses any; any other keeps every word, its title line included as title.
 */
export function extractText(text: string, name?: string): Extracted {
  const lines = linesIn(text.replace(/[\0\ufeff]/g, ""));
  if (!lines.some((line) => /[\p{L}\p{N}]/u.test(line.text))) throw new LiuyeError("nothing-to-read");
  const { title, kept, around } = isCopiedPage(lines) ? ofPage(lines) : ofText(lines);
  const paragraphs = paragraphsOf(kept);
  const marked = paragraphs.flatMap((paragraph, at) =>
    paragraph.length === 1 && marks.test(paragraph[0] ?? "") ? [at] : [],
  );
  for (const at of marked) paragraphs[at] = [(paragraphs[at]?.[0] ?? "").replace(marks, "")];
  const blocks = paragraphs.map((paragraph) => ({ text: paragraph.join("\n") }));
  const headings = marked.length > 0 ? new Set(marked) : sectionHeadings(blocks);
  const textContent = blocks.map((block) => block.text).join("\n");
  const fields = fieldsOf(around);
  const source = fields.siteName ?? around.map(sourceAfterTime).find((found) => found !== undefined);
  const opening = [title ?? "", ...around, ...blocks.slice(0, 3).map((block) => block.text)];
  const numbers = documentNumbersIn(opening.filter((line) => weight(line) <= widestTitle).join("\n"));
  return present({
    title: title ?? (nameAsTitle(name) || shortened(blocks[0]?.text ?? "")),
    byline:
      fields.byline ??
      [...blocks.slice(0, 2), ...blocks.slice(-2)]
        .map((block) => writersIn(block.text))
        .find((found) => found !== undefined),
    editor: fields.editor,
    siteName: source,
    published: fields.published ?? fields.modified,
    modified: fields.published ? fields.modified : undefined,
    documentNumbers: numbers.length > 0 ? numbers : undefined,
    lang: languageOf(textContent),
    contentHtml: paragraphs.map((paragraph, at) => element(headings.has(at) ? "h2" : "p", paragraph)).join(""),
    textContent,
    excerpt: excerptOf(textContent),
  }) as Extracted;
}

type Parts = { title?: string; kept: TextLine[] /** Lines that may hold author, source and date. */; around: string[] };

/** A page copied whole shows lines no author writes: buttons, labelled fields, a foot, the trail of sections. */
function isCopiedPage(lines: readonly TextLine[]): boolean {
  const first = lines.findIndex(isProse);
  const last = lines.findLastIndex(isProse);
  if (first < 0) return false;
  const outside = [...lines.slice(0, first), ...lines.slice(last + 1)];
  return outside.some(({ text }) => isToolLine(text) || isMetaLine(text, false) || trail.test(text) || isEndLine(text));
}

function ofPage(lines: readonly TextLine[]): Parts {
  const first = lines.findIndex(isProse);
  const head = titleIndex(lines, first);
  const title = lines[head]?.text.replace(marks, "");
  const drop = chromeAround(lines, title);
  const last = lines.findLastIndex((line, at) => isProse(line) && !drop.has(at));
  // Once a page's tail begins, what short lines are left in it belong to it.
  const end = lines.findIndex((_, at) => at > last && drop.has(at));
  const kept = lines.filter((_, at) => at > head && !drop.has(at) && (end < 0 || at < end || !drop.has(end)));
  const around = lines.filter((_, at) => (at > head && at < first) || at > last).map(({ text }) => text);
  if (kept.length === 0 || head < 0) return ofText(lines);
  return { ...(title && { title }), kept: parted(kept), around };
}

/** The headline stands right above the last of the page's lines over the article, or below them all. */
function titleIndex(lines: readonly TextLine[], first: number): number {
  const isOwn = (at: number) => {
    const text = lines[at]?.text ?? "";
    return isToolLine(text) || isMetaLine(text) || trail.test(text);
  };
  const head = lines.slice(0, first).map((_, at) => at);
  const lastOwn = head.findLast(isOwn) ?? -1;
  const above = head.findLast(
    (at) =>
      at < lastOwn && !isOwn(at) && couldBeTitle(lines[at]?.text ?? "") && !/^[-—]{2}/.test(lines[at]?.text ?? ""),
  );
  return above ?? head.find((at) => at > lastOwn && couldBeTitle(lines[at]?.text ?? "")) ?? -1;
}

function ofText(lines: readonly TextLine[]): Parts {
  const [first, second] = lines;
  const around = lines
    .slice(1, 4)
    .map(({ text }) => text)
    .filter((text) => isMetaLine(text, false));
  const wrapped = first && second && !second.apart && paragraphsOf(lines)[0]?.[0] !== first.text;
  if (!first || !second || wrapped || !couldBeTitle(first.text)) return { kept: [...lines], around };
  return { title: first.text.replace(marks, ""), kept: parted(lines.slice(1)), around };
}

function couldBeTitle(text: string): boolean {
  return weight(text) <= widestTitle && /\p{L}/u.test(text) && !/[。；;，,、.:：]$|^[-*>•·+]\s/.test(text);
}

/** What follows a title or a cut begins anew. */
function parted(lines: readonly TextLine[]): TextLine[] {
  return lines.map((line, at) => (at === 0 ? { ...line, apart: true } : line));
}

function nameAsTitle(name: string | undefined): string {
  return squeeze(name ?? "") === ""
    ? ""
    : (name ?? "")
        .replace(/\.[a-z0-9]{1,5}$/i, "")
        .replace(/[_\s]+/g, " ")
        .trim();
}

function element(tag: string, lines: readonly string[]): string {
  return `<${tag}>${lines.map(escaped).join("<br>")}</${tag}>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
