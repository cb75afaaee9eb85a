import { beforeEach, expect, test } from "vitest";
import type { Reading } from "#domain/reading.ts";
import { database } from "#library/database.ts";
import {
  forgetReadings,
  readingDays,
  readingsBetween,
  readsOf,
  restoreReadings,
  saveReading,
} from "#library/readings.ts";

const reading = (id: string, day: string, articleId = "a"): Reading => ({
  id,
  articleId,
  day,
  startedAt: 1,
  spent: 9000,
  passed: 40,
});

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
  const row = {
    identity: "",
    title: "",
    lang: "und",
    excerpt: "",
    length: { han: 0, words: 0 },
    savedAt: 1,
    refreshedAt: 1,
  };
  await database.articles.bulkAdd(["a", "b"].map((id) => ({ ...row, id, identity: `text:${id}` })));
});

test("readings are found by day and by article; one visit told of twice is one reading", async () => {
  await saveReading(reading("1", "2026-10-31"));
  await saveReading(reading("2", "2026-11-01"));
  await saveReading({ ...reading("2", "2026-11-01"), spent: 20_000 });
  await saveReading(reading("3", "2026-11-30", "b"));
  await saveReading(reading("4", "2026-12-01"));
  const november = await readingsBetween("2026-11-01", "2026-11-31");
  expect(november.map(({ id, spent }) => [id, spent])).toEqual([
    ["2", 20_000],
    ["3", 9000],
  ]);
  expect(await readsOf("a")).toBe(3);
  expect(await readingDays()).toEqual(new Set(["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"]));
});

test("an article that has gone meanwhile gets no reading", async () => {
  await saveReading(reading("1", "2026-11-01", "gone"));
  expect(await database.readings.count()).toBe(0);
});

test("what was forgotten comes back whole", async () => {
  await saveReading(reading("1", "2026-11-01"));
  await saveReading(reading("2", "2026-11-02", "b"));
  const before = await database.readings.toArray();
  const forgotten = await forgetReadings();
  expect(await database.readings.count()).toBe(0);
  await restoreReadings(forgotten);
  expect(await database.readings.toArray()).toEqual(before);
});
