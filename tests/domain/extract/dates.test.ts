import { expect, test } from "vitest";
import { dateIn, dateInAddress } from "#domain/extract/dates.ts";

test.each([
  ["2014年01月15日", "2014-01-15"],
  ["2014 年 1 月 5 日", "2014-01-05"],
  ["2014-01-15 10:20", "2014-01-15T10:20"],
  ["2014/1/5", "2014-01-05"],
  ["2014.01.15", "2014-01-15"],
  ["发布时间：2014-1-5 9:07:33 点击", "2014-01-05T09:07"],
  ["2014年1月15日 星期三 10时20分", "2014-01-15T10:20"],
  ["2014-01-15T10:20:30+08:00", "2014-01-15T10:20+08:00"],
  ["2014-01-15T02:20:30.123Z", "2014-01-15T02:20Z"],
  ["2014-01-15T10:20+0800", "2014-01-15T10:20+08:00"],
  ["20140115", "2014-01-15"],
  ["Posted January 5th, 2014 by Ann", "2014-01-05"],
  ["5 Jan. 2014", "2014-01-05"],
  ["Wed, 15 Jan 2014 02:20:00 GMT", "2014-01-15T02:20Z"],
  ["2014-13-15", undefined],
  ["2014年1月", undefined],
  ["010-62993931", undefined],
  ["GB/T 19001-2016", undefined],
  ["maybe 3, 2014", undefined],
])("%s means %s", (text, date) => {
  expect(dateIn(text)).toBe(date);
});

test.each([
  ["https://example.org/2014/01/15/bridge.html", "2014-01-15"],
  ["https://example.org/a/20140115/c1.html", "2014-01-15"],
  ["https://example.org/2014-01/15/c.html", "2014-01-15"],
  ["https://example.org/id/2014011512345", undefined],
  ["https://example.org/2014/99/15/", undefined],
])("%s is dated %s", (address, date) => {
  expect(dateInAddress(address)).toBe(date);
});
