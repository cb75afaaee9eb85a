import { expect, test } from "vitest";
import { momentOf } from "#capture/moving/moment.ts";

const noon = Date.UTC(2016, 8, 8, 12, 0, 0);

test.each([
  ["seconds", noon / 1000],
  ["seconds in words", String(noon / 1000)],
  ["seconds with a fraction", `${noon / 1000}.25`, noon + 250],
  ["milliseconds", noon],
  ["microseconds", String(noon * 1000)],
  ["UTC", "2016-09-08T12:00:00Z"],
  ["a fraction", "2016-09-08T12:00:00.123456Z"],
  ["a zone with a colon", "2016-09-08T20:00:00+08:00"],
  ["a zone without", "2016-09-08T14:00:00+0200"],
  ["a zone behind", "2016-09-08 07:30-04:30"],
  ["no zone", "2016-09-08 12:00:00"],
  ["a day", "2016-09-08", Date.UTC(2016, 8, 8)],
])("%s is a moment", (_, written, moment = noon) => {
  expect(momentOf(written)).toBe(moment);
});

test.each([
  0,
  -5,
  46224,
  "",
  "0",
  "yesterday",
  "08/09/2016",
  "2016-13-01",
  "1970-01-01T00:00:00Z",
  "9".repeat(40),
  NaN,
])("%s is none", (written) => {
  expect(momentOf(written)).toBeUndefined();
});

test.each([null, undefined, true, {}, [], { date: "2016-09-08" }])("%o is none", (written) => {
  expect(momentOf(written)).toBeUndefined();
});
