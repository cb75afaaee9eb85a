import fc from "fast-check";
import { expect, test } from "vitest";
import { rankMonth } from "#domain/monthly.ts";
import type { Reading } from "#domain/reading.ts";
import { busiestSources, daysInARow, finishedArticles, readByDay } from "#domain/statistics.ts";

const reading = fc.record({
  id: fc.uuid(),
  articleId: fc.constantFrom("a", "b", "c", "d", "e"),
  startedAt: fc.nat(40),
  day: fc.integer({ min: 1, max: 30 }).map((day) => `2026-11-${String(day).padStart(2, "0")}`),
  spent: fc.nat(6),
  passed: fc.nat(500),
  finished: fc.option(fc.constant(true as const), { nil: undefined }),
}) as fc.Arbitrary<Reading>;
const readings = fc.array(reading, { maxLength: 40 });

/** The ranking as one would do it by hand: for each article, count how many others stand before it. */
function placesByHand(list: readonly Reading[]): Map<string, number> {
  const of = (id: string) => list.filter(({ articleId }) => articleId === id);
  const time = (id: string) => of(id).reduce((sum, { spent }) => sum + spent, 0);
  const last = (id: string) => Math.max(...of(id).map(({ startedAt }) => startedAt));
  const isBefore = (one: string, two: string) => {
    if (of(one).length !== of(two).length) return of(one).length > of(two).length;
    if (time(one) !== time(two)) return time(one) > time(two);
    return last(one) === last(two) ? one < two : last(one) > last(two);
  };
  const ids = [...new Set(list.map(({ articleId }) => articleId))];
  return new Map(ids.map((id) => [id, 1 + ids.filter((other) => other !== id && isBefore(other, id)).length]));
}

test("the ranking of a month is the one made by hand, with last month's places beside it", () => {
  fc.assert(
    fc.property(readings, readings, (now, before) => {
      const ranked = rankMonth(now, before);
      const places = placesByHand(now);
      const former = placesByHand(before);
      expect(ranked.map(({ place }) => place)).toEqual(ranked.map((_, index) => index + 1));
      expect(new Map(ranked.map(({ articleId, place }) => [articleId, place]))).toEqual(places);
      for (const { articleId, reads, spent, before: place } of ranked) {
        const own = now.filter((one) => one.articleId === articleId);
        expect(reads).toBe(own.length);
        expect(spent).toBe(own.reduce((sum, one) => sum + one.spent, 0));
        expect(place).toBe(former.get(articleId));
      }
    }),
  );
});

test("the days of a chart hold each day's sum and no other's", () => {
  fc.assert(
    fc.property(readings, fc.integer({ min: 1, max: 40 }), (list, days) => {
      const chart = readByDay(list, "2026-11-20", days);
      expect(chart).toHaveLength(days);
      expect(chart.at(-1)?.day).toBe("2026-11-20");
      for (const { day, spent, passed } of chart) {
        const own = list.filter((one) => one.day === day);
        expect([spent, passed]).toEqual([own.reduce((s, r) => s + r.spent, 0), own.reduce((s, r) => s + r.passed, 0)]);
      }
    }),
  );
});

test("days in a row end at today, or at yesterday while today is young", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 28 })), fc.integer({ min: 1, max: 28 }), (days, today) => {
      const two = (day: number) => `2026-11-${String(day).padStart(2, "0")}`;
      let expected = 0;
      for (let day = days.includes(today) ? today : today - 1; days.includes(day); day--) expected++;
      expect(daysInARow(new Set(days.map(two)), two(today))).toBe(expected);
    }),
  );
});

test("finished articles count once each, sources by their time", () => {
  fc.assert(
    fc.property(readings, (list) => {
      const ids = ["a", "b", "c", "d", "e"];
      const ended = ids.filter((id) => list.some((one) => one.articleId === id && one.finished));
      expect(finishedArticles(list)).toBe(ended.length);
      const sourceOf = (id: string) => (id === "e" ? undefined : id < "c" ? "甲报" : "乙报");
      const busiest = busiestSources(list, sourceOf);
      for (const { source, spent, reads } of busiest) {
        const own = list.filter((one) => sourceOf(one.articleId) === source);
        expect([spent, reads]).toEqual([own.reduce((s, r) => s + r.spent, 0), own.length]);
      }
      expect(busiest.map(({ spent }) => spent)).toEqual(busiest.map(({ spent }) => spent).sort((x, y) => y - x));
      expect(busiest.reduce((sum, { reads }) => sum + reads, 0)).toBe(
        list.filter((one) => one.articleId !== "e").length,
      );
    }),
  );
});
