import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { saveArticle } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { type Watch, watchReading } from "#ui/reader/place/watch-reading.ts";

let watch: Watch | undefined;
let id = "";

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
  const draft = { identity: "text:1", title: "渡口", lang: "zh-Hans", excerpt: "", length: { han: 1000, words: 0 } };
  id = (await saveArticle({ ...draft, html: "<p>渡口</p>", text: "渡口", sanitizer: 1 }, 1)).article.id;
});

afterEach(() => {
  watch?.end();
  watch = undefined;
  vi.restoreAllMocks();
});

/** Moves only the clock: storage and frames go on as they are. */
function clock() {
  let now = Date.parse("2026-11-23T12:00:00");
  vi.spyOn(Date, "now").mockImplementation(() => now);
  return { pass: (seconds: number) => (now += seconds * 1000) };
}

const kept = () => database.readings.toArray();

test("a visit of some seconds with a scroll is one reading, however often it is written", async () => {
  const time = clock();
  watch = watchReading(id, 1000);
  watch.moved(0.1);
  time.pass(3);
  watch.moved(0.2);
  expect(await kept()).toEqual([]);
  time.pass(20);
  watch.moved(0.4);
  time.pass(30);
  watch.moved(0.6);
  watch.end();
  await vi.waitFor(async () => expect((await kept())[0]?.spent).toBe(53_000));
  expect(await kept()).toMatchObject([{ articleId: id, day: "2026-11-23", passed: 500 }]);
});

test("a glance, and a page left lying open, are none", async () => {
  const time = clock();
  watch = watchReading(id, 1000);
  watch.moved(0.1);
  time.pass(3);
  watch.moved(0.9);
  watch.end();
  watch = watchReading(id, 1000);
  watch.moved(0.1);
  time.pass(600);
  watch.end();
  watch = undefined;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await kept()).toEqual([]);
});

test("signs of life are attention: what is read without a scroll between them is time, too", async () => {
  const time = clock();
  watch = watchReading(id, 1000);
  watch.moved(0);
  for (let at = 0; at < 5; at++) {
    time.pass(50);
    dispatchEvent(new PointerEvent("pointermove"));
  }
  time.pass(500);
  watch.moved(0.3);
  watch.end();
  await vi.waitFor(async () => expect((await kept())[0]?.spent).toBe(310_000));
});
