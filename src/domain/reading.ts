/** One visit of an article that counted: someone was there, and read on or came to the end. */
export type Reading = {
  id: string;
  articleId: string;
  /** When it began, in milliseconds since 1970. */
  startedAt: number;
  /** The reader's own day it began on, `2026-11-23`; its month is the first seven characters. */
  day: string;
  /** Milliseconds of attention. */
  spent: number;
  /** Characters (字) and words that were passed. */
  passed: number;
  /** True when the end was in sight. */
  finished?: true;
};

/** What is known of a visit while it lasts. Times in milliseconds since 1970, progress 0 to 1. */
export type Visit = {
  startedAt: number;
  /** When attention was last counted; null while the page is out of sight. */
  attendedAt: number | null;
  spent: number;
  /** The least and the most progress that was on screen. */
  least: number;
  most: number;
  finished: boolean;
};

/** Without a sign of life for so long, in milliseconds, nobody is counted as reading: a long paragraph takes less. */
const patience = 60_000;

/** A visit shorter than this, in milliseconds, was a glance. */
const glance = 5_000;

/** Progress smaller than this is a change of layout, not of place. */
const stir = 0.001;

/** Nobody reads faster than so many characters or words a minute; who does is leafing. */
const fastest = 1_500;

const minute = 60_000;

/** A visit that begins now, in sight. */
export function beginVisit(now: number, progress: number): Visit {
  return { startedAt: now, attendedAt: now, spent: 0, least: progress, most: progress, finished: progress >= 1 };
}

/** The visit after a sign of life: time since the last one counts, up to a minute. */
export function attend(visit: Visit, now: number): Visit {
  if (visit.attendedAt === null) return { ...visit, attendedAt: now };
  return { ...visit, attendedAt: now, spent: visit.spent + span(visit.attendedAt, now) };
}

/** The visit after the page went out of sight. */
export function lookAway(visit: Visit, now: number): Visit {
  return { ...attend(visit, now), attendedAt: null };
}

/** The visit after the reader moved to a place. */
export function moveTo(visit: Visit, progress: number, now: number): Visit {
  const { least, most, finished } = visit;
  return {
    ...attend(visit, now),
    least: Math.min(least, progress),
    most: Math.max(most, progress),
    finished: finished || progress >= 1,
  };
}

/** Whether a visit counts as reading: five seconds of attention, and either a move or the end in sight. */
export function isReading({ spent, least, most, finished }: Visit): boolean {
  return spent >= glance && (finished || most - least > stir);
}

/** What is kept of a visit to an article of so many characters and words. */
export function readingOf(visit: Visit, id: string, articleId: string, length: number): Reading {
  const passed = visit.finished && visit.most - visit.least <= stir ? length : (visit.most - visit.least) * length;
  return {
    id,
    articleId,
    startedAt: visit.startedAt,
    day: dayOf(visit.startedAt),
    spent: Math.round(visit.spent),
    passed: Math.round(Math.min(passed, (visit.spent / minute) * fastest)),
    ...(visit.finished && { finished: true }),
  };
}

/** The day a time falls on where the reader is, `2026-11-23`. */
export function dayOf(time: number): string {
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day so many days after a day, by the calendar. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`); // noon: no zone and no summer time can move it to another day
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The month so many months after a month (`2026-11`). */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

function span(from: number, to: number): number {
  return Math.min(Math.max(to - from, 0), patience);
}
