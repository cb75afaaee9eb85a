import { squeeze } from "./blanks.ts";
import { findDate } from "./dates.ts";
import { border, labelledIn } from "./labelled-fields.ts";
import {
  attachment,
  calls,
  footer,
  originalTitle,
  pager,
  smallToolWords,
  tailStart,
  toolWords,
  trail,
} from "./vocabulary.ts";
import { watch } from "./watch.ts";
import { weight } from "./weight.ts";

/** A line of a page, or a block of its body, as the trimmer sees it. */
export type TrimLine = {
  text: string;
  /** How much of it is links, 0 to 1. */
  linked?: number;
  /** A picture, table, list or other block that is no line of words. */
  solid?: boolean;
  heading?: boolean;
};

/** A line this long, with punctuation, is somebody's sentence. */
const proseLength = 40;
/** Somebody says something, and goes on. */
const sentence = /[。！？；，][^\s。！？；，]/;
/** Longer lines are nobody's trail, pager or note, whatever they begin with. */
const longestNote = 300;
const longestCall = 80;
/** Labels that an article's own words use too. */
const weakLabel = /^(?:时\s?间|日\s?期|文|编辑|标签|分类|类别|审核|摄影|评论|阅读)$/;
const nearFirst = 3;
/** `By Tom Rudder, Staff Writer`, and no sentence. */
export const signed = /^by\s+\p{Lu}[\p{L}.'’-]+(?:\s+[\p{L}.'’&-]+){0,5}(?:,\s[^.!?]{1,40})?$/iu;
/** A tail with more prose than this share of what stands before it is no tail. */
const smallTail = 0.2;

/** Whether a line is prose of the article, as far as a line alone can tell; a Chinese character weighs two. */
export function isProse(line: TrimLine): boolean {
  if (line.solid || (line.linked ?? 0) > 0.5) return false;
  return weight(line.text) >= proseLength && /[。！？；，,.!?;…：:]/.test(line.text) && !isChrome(line.text);
}

/** Whether a line belongs to the page and not to the article: tools, metadata, trails, pagers, footers. */
export function isChrome(text: string, bareDates = true): boolean {
  watch();
  if (text.length > longestNote) return isEndLine(text);
  return (
    isToolLine(text) ||
    isMetaLine(text, bareDates) ||
    isEndLine(text) ||
    trail.test(text) ||
    pager.test(text) ||
    originalTitle.test(text) ||
    isCall(text)
  );
}

/** Whether a line speaks to whoever visits the page, in the middle of the article too. */
function isCall(text: string): boolean {
  return text.length <= longestCall && (calls.test(text) || attachment.test(text));
}

/** Whether a line begins (or is part of) what follows an article. */
export function isEndLine(text: string): boolean {
  return tailStart.test(text.slice(0, 200)) || (text.length < 300 && footer.test(text));
}

/** A line of buttons and counters and nothing else: `点击数: 【字体：大 中 小】 收藏 打印`. */
export function isToolLine(text: string): boolean {
  if (text.length > 120 || sentence.test(text)) return false;
  let tools = 0;
  const rest = text.replaceAll(border, " ").replace(toolWords, () => {
    tools++;
    return "";
  });
  const bare = rest.replace(smallToolWords, "").replace(/[\d\s\p{P}\p{S}]/gu, "");
  // One bare word may be a heading; with a number, a bracket or a second tool beside it, it is a button.
  return tools > 0 && bare === "" && (tools > 1 || text.trim().length > 3);
}

/** A line of labelled fields or a date beside a name, with next to nothing left over. */
export function isMetaLine(text: string, bareDates = true): boolean {
  if (text.length > 300 || sentence.test(text) || !/[:：]|\d{4}/.test(text)) return false;
  const labelled = labelledIn(text).filter(({ label, value }) => value !== "" || !weakLabel.test(label));
  // 时间：2014年1月20日 by itself may be when the meeting is.
  if (labelled.length === 1 && weakLabel.test(labelled[0]?.label ?? "")) return false;
  let rest = text;
  for (const { from, to } of labelled.toReversed()) rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
  const date = findDate(rest);
  if (date) rest = `${rest.slice(0, date.at)} ${rest.slice(date.at + date.length)}`;
  if (labelled.length === 0 && !(date && bareDates && date.at < 30)) return false;
  const bare = rest
    .replace(/(?:https?:\/\/|www\.)[\w./-]+/g, "")
    .replace(toolWords, "")
    .replace(smallToolWords, "")
    .replace(/[\d\s\p{P}\p{S}]/gu, "");
  return weight(bare) <= 24 && !/[。！？；]/.test(rest);
}

/** Which lines around an article are the page's own; between its first prose and its last only such as nobody writes into an article. */
export function chromeAround(lines: readonly TrimLine[], title = ""): Set<number> {
  const drop = new Set<number>();
  const heading = squeeze(title);
  const prose = lines.map((line) => isProse(line) && squeeze(line.text) !== heading);
  const first = prose.indexOf(true);
  const head = lines.slice(0, first < 0 ? lines.length : first);
  // What stands above the headline is the page's, a kicker at best.
  const headline = head.findLastIndex(
    ({ text }) => heading !== "" && text.split("\n").some((line) => squeeze(line) === heading),
  );
  for (const [at, line] of head.entries())
    if (!line.solid && (at <= headline || isChrome(line.text) || signed.test(line.text))) drop.add(at);
  // Under a standfirst the author is named after the first prose.
  for (let at = first + 1; first >= 0 && at <= first + nearFirst; at++)
    if (signed.test(lines[at]?.text ?? "")) drop.add(at);
  // 日期：… may be the article's own, but not beside 作者：….
  for (const at of head.keys())
    if (
      (drop.has(at - 1) || drop.has(at + 1)) &&
      /^.{0,20}$/.test(head[at]?.text ?? "") &&
      isLabelled(head[at]?.text ?? "")
    )
      drop.add(at);
  for (const [at, line] of lines.entries()) if (!line.solid && !line.heading && isCall(line.text)) drop.add(at);
  const end = tailOf(lines, prose, first);
  for (let at = end; at < lines.length; at++) drop.add(at);
  for (let at = end - 1; at > first; at--) {
    const line = lines[at];
    // A date by itself at the end is a notice's own.
    if (!line || !(isChrome(line.text, false) || (isLinks(line) && at > prose.lastIndexOf(true)))) break;
    drop.add(at);
  }
  return takesTooMuch(lines, drop) ? new Set() : drop;
}

function tailOf(lines: readonly TrimLine[], prose: readonly boolean[], first: number): number {
  const lengths = lines.map((line, at) => (prose[at] ? line.text.length : 0));
  const all = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  for (const [at, line] of lines.entries()) {
    if (at > first && before > 0 && isEndLine(line.text) && all - before <= smallTail * all) return at;
    before += lengths[at] ?? 0;
  }
  return lines.length;
}

function isLabelled(text: string): boolean {
  const [first, ...others] = labelledIn(text);
  return first?.from === 0 && first.value !== "" && others.length === 0;
}

function isLinks(line: TrimLine): boolean {
  return (line.linked ?? 0) > 0.7;
}

/** Rules that leave no words, or fewer than they take away, were wrong about this page. */
function takesTooMuch(lines: readonly TrimLine[], drop: ReadonlySet<number>): boolean {
  let kept = 0;
  let lost = 0;
  for (const [at, { text, solid, linked }] of lines.entries()) {
    if (!drop.has(at)) kept += solid ? text.length + 1 : text.replace(/[^\p{L}\p{N}]/gu, "").length;
    else if (!isChrome(text) && (linked ?? 0) <= 0.7) lost += text.length;
  }
  return kept === 0 || lost > kept;
}
