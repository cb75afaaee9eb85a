import { beforeAll, describe, expect, test } from "vitest";
import { formatBytes, formatCount, formatMinutes, formatPublished, formatWhen } from "#i18n/format.ts";
import { preferredLanguage, speak } from "#i18n/messages.ts";

test("the language to begin with is the first of ours the browser prefers", () => {
  for (const tag of ["zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-CN", "ZH-hant-tw", "zh-yue-HK"])
    expect(preferredLanguage(["fr", tag, "en"]), tag).toBe("zh-Hant");
  for (const tag of ["zh", "zh-CN", "zh-SG", "zh-Hans", "zh-Hans-HK"])
    expect(preferredLanguage([tag, "en"]), tag).toBe("zh-CN");
  expect(preferredLanguage(["fr", "en-GB", "zh-CN"])).toBe("en");
  expect(preferredLanguage(["de"])).toBe("en");
  expect(preferredLanguage([])).toBe("en");
});

describe("in Chinese", () => {
  beforeAll(async () => {
    Object.assign(globalThis, { document: { documentElement: {} } }); // speak() marks the page's language
    await speak("zh-CN");
  });

  test("a shelf says today, yesterday, the weekday, then the date", () => {
    const now = new Date(2026, 10, 23, 9).getTime();
    expect(formatWhen(new Date(2026, 10, 23, 0, 1).getTime(), now)).toBe("今天");
    expect(formatWhen(new Date(2026, 10, 22, 23, 59).getTime(), now)).toBe("昨天");
    expect(formatWhen(new Date(2026, 10, 20, 12).getTime(), now)).toBe("周五");
    expect(formatWhen(new Date(2026, 9, 1).getTime(), now)).toBe("10月1日");
    expect(formatWhen(new Date(2014, 0, 15).getTime(), now)).toBe("2014年1月15日");
    expect(formatWhen(now + 60_000, now)).toBe("今天"); // a clock that was set back
  });

  test("a publication date is the page's own day in every time zone", () => {
    expect(formatPublished("2014-01-15")).toBe("2014年1月15日");
    expect(formatPublished("2014-01-15T23:30+14:00")).toBe("2014年1月15日");
  });

  test("large counts are shortened as one says them", () => {
    expect(formatCount(9_999)).toBe("9,999");
    expect(formatCount(96_000)).toBe("9.6\u202f万");
  });

  test("a long time to read is told in hours", () => {
    expect(formatMinutes(59)).toBe("59 分钟");
    expect(formatMinutes(60)).toBe("1 小时");
    expect(formatMinutes(678)).toBe("11 小时 20 分");
  });

  test("bytes come in a unit that fits", () => {
    expect(formatBytes(0)).toMatch(/^0\s?kB$/);
    expect(formatBytes(858_000)).toMatch(/^858\s?kB$/);
    expect(formatBytes(3_100_000)).toMatch(/^3\.1\s?MB$/);
    expect(formatBytes(12e9)).toMatch(/^12\s?GB$/);
  });
});
