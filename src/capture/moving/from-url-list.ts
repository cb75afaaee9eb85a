import { belongingOf, type Row } from "./belonging.ts";

/** An address ends at a space, a quote, an angle bracket or full-width punctuation; none in use is longer. */
const address = /https?:\/\/[^\s<>"`\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]{1,4000}/gi;

/** More words than this around an address make a sentence with a link in it. */
const mostWordsAround = 80;

/** Whether more than half of a text's lines are addresses with few words around them. */
export function isUrlList(text: string): boolean {
  // Markup and data have addresses in them too, and are no lists.
  if (/^\s*(?:<|\{|\[\s*[[{"])/.test(text)) return false;
  let lines = 0;
  let withAddress = 0;
  for (const line of linesOf(text)) {
    lines++;
    const { addresses, around } = read(line);
    if (addresses.length > 0 && around.length <= mostWordsAround) withAddress++;
  }
  return withAddress * 2 > lines;
}

/** Reads the addresses of a text; the words beside a single one on its line are taken for its title. */
export function* fromUrlList(text: string): Generator<Row> {
  for (const line of linesOf(text)) {
    const { addresses, around } = read(line);
    const title = addresses.length === 1 ? titleOf(around) : "";
    for (const url of addresses) yield belongingOf({ url, title });
    if (addresses.length === 0 && isOtherAddress(line)) yield undefined;
  }
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function read(line: string): { addresses: string[]; around: string } {
  const addresses: string[] = [];
  const around = line.replace(address, (found) => {
    const url = trimmed(found);
    addresses.push(url);
    return ` ${found.slice(url.length)}`;
  });
  return { addresses, around: around.trim() };
}

/** Without the punctuation of the sentence around it; a bracket stays where it was opened in the address. */
function trimmed(found: string): string {
  let round = 0;
  let square = 0;
  for (const character of found) {
    round += character === "(" ? 1 : character === ")" ? -1 : 0;
    square += character === "[" ? 1 : character === "]" ? -1 : 0;
  }
  let end = found.length;
  for (; end > 0; end--) {
    const last = found[end - 1] ?? "";
    if (last === ")" && round < 0) round++;
    else if (last === "]" && square < 0) square++;
    else if (!".,;:!?'*_|}".includes(last)) break;
  }
  return found.slice(0, end);
}

/** The words beside an address without the signs that set it apart: bullets, numbers, brackets, dashes. */
function titleOf(around: string): string {
  if (around.length > mostWordsAround * 3) return "";
  const title = around
    .replace(/^(?:[-*+•·>]|\d{1,4}[.):\u3001]|\[[ x]\])\s+/i, "")
    .replace(
      /^[\s[({|<:\-–—,;"\u3001\u3002\uff0c\uff1a\uff1b\uff5c]+|[\s\])}(|>:\-–—,;"\u3001\u3002\uff0c\uff1a\uff1b\uff5c]+$/g,
      "",
    );
  return /\p{L}/u.test(title) ? title : "";
}

function isOtherAddress(line: string): boolean {
  return /^[a-z][a-z\d+.-]{1,20}:\S+$/i.test(line);
}
