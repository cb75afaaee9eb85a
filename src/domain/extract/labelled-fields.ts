import { findDate } from "./dates.ts";
import { emptyValue, labels, siteLike, toolWords } from "./vocabulary.ts";

export type Fields = {
  byline?: string;
  siteName?: string;
  published?: string;
  modified?: string;
  /** When a paper was signed, which is before it is published. */
  signed?: string;
  editor?: string;
  number?: string;
};

/** Stands in a line's marked text wherever an inline element begins or ends: a border no value reaches across. */
export const border = "\u2063";

const labelPattern = new RegExp(`(?<![\\u4e00-\\u9fff])(${Object.values(labels).join("|")})\\s?[:：]`, "g");
const fieldPatterns = Object.entries(labels).map(
  ([field, pattern]) => [field as keyof typeof labels, new RegExp(`^(?:${pattern})$`)] as const,
);
const dated: readonly string[] = ["published", "modified", "signed"];
const longestValue = 40;
/** Names with blanks between them, or a name of two characters set wide: 林 溪. */
const authors = /^[\u4e00-\u9fff·]{1,4}(?:\s[\u4e00-\u9fff·]{1,4}){1,3}\s?$/;

type Labelled = {
  label: string;
  field: keyof typeof labels;
  value: string;
  from: number;
  to: number;
};

/** The labelled fields of one line, `作者：… 来源：… 发布时间：…`, values cut at labels, borders, bars and wide gaps. */
export function labelledIn(marked: string): Labelled[] {
  if (!/[:：]/.test(marked)) return [];
  const matches = [...marked.slice(0, 1000).matchAll(labelPattern)];
  return matches.map((match, at) => {
    const [whole, label = ""] = match;
    const from = match.index;
    const field = fieldPatterns.find(([, pattern]) => pattern.test(label))?.[0] ?? "other";
    const start = from + whole.length;
    const rest = marked.slice(start, Math.min(matches[at + 1]?.index ?? marked.length, start + 120));
    const value = fieldValue(field, rest);
    return { label, field, value: value.text, from, to: start + value.length };
  });
}

/** What a run of lines says of author, source, dates, editor and number; the first to say it wins. */
export function fieldsOf(markedLines: readonly string[]): Fields {
  const fields: Fields = {};
  for (const [at, own] of markedLines.entries()) {
    // In a table the label has a cell of its own.
    const next = markedLines[at + 1] ?? "";
    const line = /[:：]\u2063?$/.test(own) && !/[:：]/.test(next) ? own + next : own;
    for (const { field, value } of labelledIn(line)) {
      if (field === "other" || fields[field] !== undefined) continue;
      const isDate = dated.includes(field);
      const found = isDate ? findDate(value)?.date : value;
      if (found && (isDate || !(emptyValue.test(found) || /[。！？；]/.test(found)))) fields[field] = found;
    }
  }
  return fields;
}

/**
 * The name that follows the time of day on a line with no labels, `2019年11月25日 18:57 河湾晚报`, or, where it is plainly
 * a paper's or a site's, the one before it.
 */
export function sourceAfterTime(marked: string): string | undefined {
  const line = marked.replace(/^\s*(?:https?:\/\/|www\.)[\w./-]+/, "");
  const date = findDate(line);
  if (!date?.date.includes("T") || date.at > 40) return undefined;
  const after = piecesOf(line.slice(date.at + date.length, date.at + date.length + 60));
  const isBarred = /^[|｜]$/.test(after[0] ?? ""); // behind a bar stand buttons too
  const next = after[isBarred ? 1 : 0] ?? "";
  if (date.at <= 20 && isSourceName(next) && isSource(next) && (!isBarred || siteLike.test(next))) return next;
  const before = piecesOf(line.slice(0, date.at)).at(-1) ?? "";
  return isSourceName(before) && siteLike.test(before) && isSource(before) ? before : undefined;
}

function piecesOf(text: string): string[] {
  return text.split(/[\u2063\s]+/).filter((part) => part !== "");
}

function isSourceName(name: string): boolean {
  return /^[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9·]{1,14}$/.test(name);
}

/** Two or three characters are a person or a button, unless they are known to name a paper. */
function isSource(name: string): boolean {
  return !emptyValue.test(name) && name.replace(toolWords, "") === name && (name.length > 3 || siteLike.test(name));
}

function fieldValue(field: keyof typeof labels, rest: string): { text: string; length: number } {
  const lead = /^[\u2063\s]*/.exec(rest)?.[0].length ?? 0;
  const body = rest.slice(lead);
  if (dated.includes(field)) {
    const date = findDate(body);
    return date
      ? { text: body.slice(0, date.at + date.length), length: lead + date.at + date.length }
      : { text: "", length: lead };
  }
  let end = body.search(/[\u2063|｜\t]|\s{2}|[\u3000\u00a0]/);
  if (end < 0) end = body.length;
  const date = findDate(body.slice(0, end));
  if (date) end = date.at;
  let value = body.slice(0, end);
  // A blank parts two Chinese fields, but joins two authors, and the words of a Latin name.
  const blank = value.search(/(?<=[\u4e00-\u9fff》”])\s/);
  const isNames = field === "byline" || field === "editor";
  if (blank > 0 && !(isNames && authors.test(value))) value = value.slice(0, blank);
  const isOpen = /[(（].*[)）]/.test(value.replace(/^[\s(（]+/, "")); // 中国新闻网(北京)
  const text = value
    .replace(/^[\s《“"'(（[【]+/, "")
    .replace(isOpen ? /[\s》”"'\]】,，、;；-]+$/ : /[\s》”"')）\]】,，、;；-]+$/, "");
  return { text: text.length > longestValue ? "" : text, length: lead + value.length };
}
