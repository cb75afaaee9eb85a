import { trimBlank } from "./blanks.ts";
import { weight } from "./weight.ts";

/** A line of plain text, with what its blanks said. */
export type TextLine = {
  text: string;
  indented: boolean;
  /** An empty line stands before it. */
  apart: boolean;
};

/** Wider than this no one breaks lines by hand or by mailer. */
const widestColumn = 120;
const narrowestColumn = 30;
/** Fewer lines than this that reach the margin are chance. */
const enoughFull = 3;
const listMark = /^(?:[*•·●○◦▪▲△>#|]|[-–—+]\s|\d{1,3}[.)、．]|[（(]?[一二三四五六七八九十]{1,3}[）)、.．])/;

/** Cuts a text into lines, remembering indents and empty lines. */
export function linesIn(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let apart = false;
  for (const raw of text.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n").split("\n")) {
    const line = trimBlank(raw);
    if (line === "") apart = true;
    else {
      lines.push({
        text: line,
        indented: /^(?:\u3000|\u00a0{2}|[ \t]{2}|\t)/.test(raw),
        apart: apart || lines.length === 0,
      });
      apart = false;
    }
  }
  return lines;
}

/** Joins hard-wrapped lines into paragraphs; lines short by choice stay lines of one paragraph. */
export function paragraphsOf(lines: readonly TextLine[]): string[][] {
  const margin = marginOf(lines);
  const spaced = lines.filter(({ apart }) => apart).length > 1;
  const paragraphs: string[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const open = paragraphs.at(-1);
    if (!before || !open || line.apart) paragraphs.push([line.text]);
    else if (margin > 0 && continues(before, line, margin)) open.push(joined(open.pop() ?? "", line.text));
    else if (spaced && !line.indented && !isProseLine(before.text)) open.push(line.text);
    else paragraphs.push([line.text]);
  }
  return paragraphs;
}

/** The column a text is wrapped at, or 0 where it is not. */
function marginOf(lines: readonly TextLine[]): number {
  const margin = lines.reduce((widest, line) => Math.max(widest, width(line)), 0);
  if (margin > widestColumn || margin < narrowestColumn) return 0;
  let full = 0;
  let pairs = 0;
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (!before || line.apart || line.indented || listMark.test(line.text)) continue;
    pairs++;
    if (continues(before, line, margin)) full++;
  }
  return full >= enoughFull && full * 10 >= pairs * 6 ? margin : 0;
}

/** Whether a line was broken only because its next word would not fit. */
function continues(before: TextLine, line: TextLine, margin: number): boolean {
  if (line.apart || line.indented || listMark.test(line.text)) return false;
  const word = /^[\x21-\x7e\u00c0-\u024f]{1,40}/.exec(line.text)?.[0];
  // Full-width lines end up to two characters short, where a mark may not begin the next line.
  const next = word ? word.length + (/[\x21-\x7e]$/.test(before.text) ? 1 : 0) : 5;
  return width(before) + next > margin;
}

function joined(before: string, after: string): string {
  // A full-width character on either side of the break means that there was no space.
  return /[\u2e80-\uffef”’…—]$/.test(before) || /^[\u2e80-\uffef“‘…—]/.test(after)
    ? before + after
    : `${before} ${after}`;
}

function isProseLine(text: string): boolean {
  return weight(text) >= 60 && /[。！？.!?…]["'”’」』）)]?$/.test(text);
}

function width(line: TextLine): number {
  return weight(line.text) + (line.indented ? 4 : 0);
}
