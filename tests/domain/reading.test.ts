import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  attend,
  beginVisit,
  dayAfter,
  dayOf,
  isReading,
  lookAway,
  monthAfter,
  moveTo,
  readingOf,
} from "#domain/reading.ts";

const second = 1000;

describe("a visit", () => {
  test("counts after five seconds and a move", () => {
    const visit = moveTo(beginVisit(0, 0), 0.2, 4 * second);
    expect(isReading(visit)).toBe(false);
    expect(isReading(attend(visit, 5 * second))).toBe(true);
  });

  test("does not count without a move, however long", () => {
    expect(isReading(attend(beginVisit(0, 0.3), 50 * second))).toBe(false);
  });

  test("counts for a page whose end is in sight at once, after five seconds", () => {
    const visit = beginVisit(0, 1);
    expect(isReading(visit)).toBe(false);
    expect(isReading(attend(visit, 5 * second))).toBe(true);
    expect(readingOf(attend(visit, 6 * second), "r", "a", 100)).toMatchObject({ passed: 100, finished: true });
  });

  test("takes no time while out of sight, and a minute at most for a silence", () => {
    let visit = lookAway(beginVisit(0, 0), 10 * second);
    visit = attend(visit, 500 * second);
    visit = attend(visit, 1000 * second);
    expect(visit.spent).toBe(70 * second);
  });

  test("a jump to the end passes no more than anyone can read", () => {
    const visit = moveTo(beginVisit(0, 0), 1, 60 * second);
    expect(readingOf(visit, "r", "a", 1_000_000).passed).toBe(1500);
    expect(readingOf(visit, "r", "a", 800).passed).toBe(800);
  });

  test("a clock put back takes nothing away", () => {
    expect(attend(attend(beginVisit(9000, 0), 12_000), 1000).spent).toBe(3000);
  });
});

describe("days", () => {
  test("follow each other by the calendar, whatever the clocks do", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1990-01-02"), max: new Date("2090-01-01"), noInvalidDate: true }),
        (date) => {
          const day = dayOf(date.getTime());
          const next = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 12);
          expect(dayAfter(day, 1)).toBe(dayOf(next.getTime()));
          expect(dayAfter(dayAfter(day, 40), -40)).toBe(day);
        },
      ),
    );
  });

  test("months go over the year's end", () => {
    expect(monthAfter("2026-01", -1)).toBe("2025-12");
    expect(monthAfter("2025-12", 1)).toBe("2026-01");
  });
});
