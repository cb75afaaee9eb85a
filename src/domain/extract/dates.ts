/** A date as the page writes it, with what is known of time and zone. */
const numeric =
  /(?<!\d)((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)\s?日?(?:[T\s\u00a0\u3000]{0,3}(?:星期.|周.|[（(](?:星期|周).[）)])?[\s\u3000]{0,2}(\d{1,2})(?:[:：](\d{2})|[时時点點](\d{1,2})分?)(?:[:：]\d{2}(?:\.\d{1,9})?)?\s?(Z\b|[+-]\d{2}:?\d{2}(?!\d))?)?/;
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(?:\d{2})?)?$/;
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthName =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const monthFirst = new RegExp(
  `\\b(${monthName})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?(?:\\s(?:mon|tue|wed|thu|fri|sat|sun))?\\s((?:19|20)\\d{2})\\b`,
  "i",
);
const timeAndZone = "(?:\\s(\\d{2}):(\\d{2})(?::\\d{2})?\\s?(GMT|UTC|Z|[+-]\\d{4})?)?";
const dayFirst = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s(${monthName})\\.?,?\\s((?:19|20)\\d{2})\\b${timeAndZone}`,
  "i",
);

/** The first full date of a text, as `2014-01-15`, `2014-01-15T10:20` or with a zone where it is given. */
export function dateIn(text: string): string | undefined {
  return findDate(text)?.date;
}

/** The first full date of a text and where it stands in it. */
export function findDate(text: string): { date: string; at: number; length: number } | undefined {
  const sample = text.slice(0, 2000);
  const found = [fromNumeric(sample), fromMonthFirst(sample), fromDayFirst(sample), fromCompact(sample)];
  return found.filter((date) => date !== undefined).sort((one, other) => one.at - other.at)[0];
}

/** A date in an address: /2014/01/15/ or /20140115/ or /2014-01/15/. */
export function dateInAddress(address: string): string | undefined {
  const match = /\/((?:19|20)\d{2})[-/_]?([01]\d)[-/_]?([0-3]\d)(?=[/_.-]|$|\D)/.exec(address);
  return match ? compose(match[1], match[2], match[3]) : undefined;
}

function fromNumeric(text: string) {
  const match = numeric.exec(text);
  return match ? at(match, compose(match[1], match[2], match[3], match[4], match[5] ?? match[6], match[7])) : undefined;
}

function fromMonthFirst(text: string) {
  const match = monthFirst.exec(text);
  return match ? at(match, compose(match[3], monthNumber(match[1]), match[2])) : undefined;
}

function fromDayFirst(text: string) {
  const match = dayFirst.exec(text);
  const zone = /^(?:GMT|UTC)$/i.test(match?.[6] ?? "") ? "Z" : match?.[6];
  return match ? at(match, compose(match[3], monthNumber(match[2]), match[1], match[4], match[5], zone)) : undefined;
}

function fromCompact(text: string) {
  const match = compact.exec(text.trim());
  return match ? at(match, compose(match[1], match[2], match[3], match[4], match[5])) : undefined;
}

function at(match: RegExpExecArray, date: string | undefined) {
  return date ? { date, at: match.index, length: match[0].length } : undefined;
}

function monthNumber(name: string | undefined): string {
  return String(months.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1);
}

function compose(year = "", month = "", day = "", hour?: string, minute?: string, zone?: string): string | undefined {
  const [m, d, h, min] = [Number(month), Number(day), Number(hour ?? 0), Number(minute ?? 0)];
  if (m < 1 || m > 12 || d < 1 || d > 31 || h > 23 || min > 59) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  if (hour === undefined || minute === undefined) return date;
  const offset = zone && zone !== "Z" ? zone.replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2") : (zone ?? "");
  return `${date}T${two(hour)}:${two(minute)}${offset}`;
}

function two(digits: string): string {
  return digits.padStart(2, "0");
}
