import { wordsOf } from "./json-records.ts";

/** The web is not older, and a clock far ahead is broken: dates beyond these are mistakes of an export. */
const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

const written =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A moment in milliseconds, of seconds, milliseconds or microseconds since 1970 or of an ISO date; undefined for the rest.
 * Engines differ on `2016-09-08T11:55:58+0200` and on a space for the T, so no date is left to `Date.parse`.
 */
export function momentOf(value: unknown): number | undefined {
  const text = wordsOf(value);
  const moment = /^\d{1,20}(?:\.\d{1,9})?$/.test(text) ? fromNumber(Number(text)) : fromWriting(text);
  return moment !== undefined && moment >= earliest && moment < latest ? moment : undefined;
}

function fromNumber(number: number): number {
  if (number < 1e11) return Math.floor(number * 1000);
  return Math.floor(number < 1e14 ? number : number / 1000);
}

function fromWriting(text: string): number | undefined {
  const match = written.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return undefined;
  return Date.UTC(year, month - 1, day, hour, minute, second) - zoneOf(match[7]);
}

/** How far a zone is ahead of UTC, in milliseconds; a date without one is taken as UTC. */
function zoneOf(zone = ""): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === "-" ? -minutes : minutes) * 60_000;
}
