import { language, t } from "./messages.ts";

const minuteLength = 60 * 1000;
const dayLength = 24 * 60 * minuteLength;

/** Times longer than an hour are told to so many minutes. */
const roughly = 5;

/** Between a figure and the Chinese word for its size; no line ends there. */
const thinSpace = "\u202f";

/** A whole number with the language's grouping, or shortened (9.6 万, 96K) from ten thousand on. */
export function formatCount(count: number): string {
  const number = new Intl.NumberFormat(
    language,
    count < 10_000 ? {} : { notation: "compact", maximumFractionDigits: 1 },
  );
  return number
    .formatToParts(count)
    .map(({ type, value }) => (type === "compact" && language.startsWith("zh") ? `${thinSpace}${value}` : value))
    .join("");
}

/** A time to read, from whole minutes; past an hour nobody counts single minutes. */
export function formatMinutes(minutes: number): string {
  if (minutes < 60) return t.shelf.minutes(minutes);
  const rounded = Math.round(minutes / roughly) * roughly;
  return t.shelf.hours(Math.floor(rounded / 60), rounded % 60);
}

/** Bytes in the unit a reader thinks in. */
export function formatBytes(bytes: number): string {
  const units = ["kilobyte", "megabyte", "gigabyte"] as const;
  const step = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3) - 1, 0), units.length - 1);
  const value = bytes / 1000 ** (step + 1);
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: units[step] as string,
    unitDisplay: "short",
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

const said = new Map<string, string>(); // days, by language: lists ask for the same few again and again

/** How long ago, as a shelf says it: today, yesterday, the weekday, then the date. */
export function formatWhen(time: number, now: number): string {
  const [day, today] = [startOfDay(time), startOfDay(now)];
  const key = `${language} ${day} ${today}`;
  const words = said.get(key) ?? sayWhen(day, today);
  said.set(key, words);
  return words;
}

function sayWhen(day: number, today: number): string {
  const days = Math.round((today - day) / dayLength);
  if (days < 2) return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-Math.max(days, 0), "day");
  if (days < 7) return new Intl.DateTimeFormat(language, { weekday: "short" }).format(day);
  const sameYear = new Date(day).getFullYear() === new Date(today).getFullYear();
  return new Intl.DateTimeFormat(language, {
    month: "short",
    day: "numeric",
    ...(!sameYear && { year: "numeric" }),
  }).format(day);
}

/** A publication date (`2014-01-15`, `2014-01-15T10:20…`) as the page's own day, whatever the reader's time zone. */
export function formatPublished(published: string): string {
  const [year = 0, month = 1, day = 1] = published.slice(0, 10).split("-").map(Number);
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(
    Date.UTC(year, month - 1, day),
  );
}

/** A day of the reader's own calendar (`2026-11-23`), without its year. */
export function formatDay(day: string): string {
  const format = new Intl.DateTimeFormat(language, { month: "long", day: "numeric", timeZone: "UTC" });
  return format.format(Date.parse(`${day}T00:00:00Z`));
}

/** A month of the reader's own calendar (`2026-11`). */
export function formatMonth(month: string): string {
  const format = new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone: "UTC" });
  return format.format(Date.parse(`${month}-01T00:00:00Z`));
}

/** Time that was spent, from milliseconds: hours and minutes, both to the minute. */
export function formatSpent(spent: number): string {
  const minutes = Math.round(spent / minuteLength);
  if (minutes === 0) return t.readings.seconds;
  return minutes < 60 ? t.shelf.minutes(minutes) : t.shelf.hours(Math.floor(minutes / 60), minutes % 60);
}

/** A few words or names one after the other, as the language lists them, without a last “and”. */
export function formatNames(names: readonly string[]): string {
  return names.join(language.startsWith("zh") ? "、" : ", ");
}

/** How much there is to read, in full: characters and words, as far as there are any. */
export function formatLength({ han, words }: { han: number; words: number }): string {
  const number = new Intl.NumberFormat(language);
  const parts = [
    han > 0 && t.receipt.characters(number.format(han)),
    words > 0 && t.receipt.words(number.format(words)),
  ];
  return parts.filter(Boolean).join(" · ") || t.receipt.words(number.format(0));
}

/** A language by its BCP 47 tag, as the reader's own language calls it. */
export function formatLanguage(tag: string): string {
  return new Intl.DisplayNames(language, { type: "language" }).of(tag) ?? tag;
}

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
