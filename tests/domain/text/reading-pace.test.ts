import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adjustPace, minutesBefore, minutesLeft, paceRange, restOf } from "#domain/text/reading-pace.ts";

test("the usual reader gets through 400 字 or 230 words in a minute", () => {
  const minutes = (text: string) => minutesBefore([text])[1];
  expect(minutes("字".repeat(400))).toBeCloseTo(1);
  expect(minutes("word ".repeat(230))).toBeCloseTo(1);
  expect(minutes(`${"字".repeat(200)}${" word".repeat(115)}，。`)).toBeCloseTo(1);
});

test("what lies before each piece adds up to all of it", () => {
  const before = minutesBefore(["字".repeat(400), "，", "字".repeat(800)]);
  expect([...before].map((minutes) => Math.round(minutes * 10) / 10)).toEqual([0, 1, 1, 3]);
});

test("the time left is said in whole minutes, for this reader", () => {
  expect(minutesLeft(7.2, 1)).toBe(8);
  expect(minutesLeft(7.2, 2)).toBe(4);
  expect(minutesLeft(0.01, 1)).toBe(1);
});

test("what is said of the rest never contradicts what was said of all", () => {
  expect(restOf(2, 3, 0)).toEqual({ minutes: 2, percent: 0 });
  expect(restOf(2, undefined, 0)).toEqual({ minutes: 2, percent: 0 });
  expect(restOf(4, 1, 0.997)).toEqual({ minutes: 1, percent: 99 });
  expect(restOf(4, 5, 1)).toEqual({ minutes: 0, percent: 100 });
});

describe("the pace follows the reader", () => {
  const readFor = (minutes: number, speed: number, pace: number = paceRange.usual) => {
    let after = pace;
    for (let minute = 0; minute < minutes; minute++) after = adjustPace(after, speed, 1);
    return after;
  };

  test("who reads twice as fast is soon known to", () => {
    expect(readFor(6, 2)).toBeCloseTo(Math.SQRT2);
    expect(readFor(40, 2)).toBeGreaterThan(1.9);
    expect(readFor(40, 0.5)).toBeLessThan(0.55);
  });

  test("leafing through, going away and a glance change nothing", () => {
    expect(adjustPace(1, 60, 1)).toBe(1);
    expect(adjustPace(1, 0.5, 30)).toBe(1);
    expect(adjustPace(1, 0.05, 0.05)).toBe(1);
    expect(adjustPace(1, 0, 0)).toBe(1);
    expect(adjustPace(1, -1, 1)).toBe(1);
  });

  test("it stays within bounds, whatever happens", () => {
    const any = fc.double({ min: -10, max: 100 });
    fc.assert(
      fc.property(fc.array(fc.tuple(any, any)), (seen) => {
        const pace = seen.reduce((before, [usual, taken]) => adjustPace(before, usual, taken), 1);
        expect(pace).toBeGreaterThanOrEqual(paceRange.min);
        expect(pace).toBeLessThanOrEqual(paceRange.max);
      }),
    );
  });
});
