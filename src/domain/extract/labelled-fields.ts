import { findDate } from "./dates.ts";
import { present } from "./present.ts";
import { emptyValue, labels, siteLike, toolWords } from "./vocabulary.ts";

export type Fields = { byline?: string; siteName?: string; published?: string };

/** Stands in a line's marked text wherever an inline element begins or ends: a border no value reaches across. */
export const border = "\u2063";

const everyLabel = Object.values(labels)
  .flat()
  .sort((one, other) => other.length - one.length)
  .map((label) => label.replace("/", "\\/"))
  .join("|");
const labelPattern = new RegExp(`(?<![\\u4e00-\\u9fff])(${everyLabel})\\s?[:：]`, "g");
const longestValue = 40;
/** Names with blanks between them, or a name of two characters set wide: 林 溪. */
const authors = /^[\u4e00-\u9fff·]{1,4}(?:\s[\u4e00-\u9fff·]{1,4}){1,3}\s?$/;

type Labelled = { label: string; value: string; from: number; to: number };

/** The labelled fields of one line, `作者：… 来源：… 发布时间：…`, values cut at labels, borders, bars and wide gaps. */
export function labelledIn(marked: string): Labelled[] {
  const matches = [...marked.slice(0, 1000).matchAll(labelPattern)];
  return matches.map((match, at) => {
    const from = match.index;
    const start = from + match[0].length;
    const rest = marked.slice(start, Math.min(matches[at + 1]?.index ?? marked.length, start + 120));
    const value = fieldValue(match[1] ?? "", rest);
    return { label: match[1] ?? "", value: value.text, from, to: start + value.length };
  });
}

/** What a run of lines says of author, source and date; the first to say it wins. */
export function fieldsOf(markedLines: readonly string[]): Fields {
  const fields: { [Key in keyof Fields]: Fields[Key] | undefined } = {};
  for (const line of markedLines) {
    for (const { label, value } of labelledIn(line)) {
      if (isLabel("published", label)) fields.published ??= findDate(value)?.date;
      else if (value === "" || emptyValue.test(value) || /[。！？；]/.test(value)) continue;
      else if (isLabel("siteName", label)) fields.siteName ??= value;
      else if (isLabel("byline", label)) fields.byline ??= value;
    }
  }
  return present(fields) as Fields;
}

/** The name that follows the time of day on a line with no labels: `2019年11月25日 18:57 河湾晚报`. */
export function sourceAfterTime(marked: string): string | undefined {
  const date = findDate(marked);
  if (!date?.date.includes("T") || date.at > 20) return undefined;
  const rest = marked.slice(date.at + date.length, date.at + date.length + 60);
  const name = rest.split(/[\u2063\s]+/).find((part) => part !== "") ?? "";
  return /^[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9·]{1,14}$/.test(name) && isSource(name) ? name : undefined;
}

/** Two or three characters are a person or a button, unless they are known to name a paper. */
function isSource(name: string): boolean {
  return !emptyValue.test(name) && name.replace(toolWords, "") === name && (name.length > 3 || siteLike.test(name));
}

function isLabel(field: "byline" | "siteName" | "published", label: string): boolean {
  return (labels[field] as readonly string[]).includes(label);
}

function fieldValue(label: string, rest: string): { text: string; length: number } {
  const lead = /^[\u2063\s]*/.exec(rest)?.[0].length ?? 0;
  const body = rest.slice(lead);
  if (isLabel("published", label)) {
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
  if (blank > 0 && !isLabel("byline", label)) value = value.slice(0, blank);
  else if (blank > 0 && !authors.test(value)) value = value.slice(0, blank);
  const text = value.replace(/^[\s《“"'(（[【]+|[\s》”"')）\]】,，、;；-]+$/g, "");
  return { text: text.length > longestValue ? "" : text, length: lead + value.length };
}
