import { expect, test } from "vitest";
import { deviceOf } from "#ui/reader/device.ts";

test("the device is told by its browser, and an iPad is not taken for a Mac", () => {
  const kind = (userAgent: string, maxTouchPoints = 0) => deviceOf({ userAgent, maxTouchPoints });
  expect(kind("Mozilla/5.0 (Linux; Android 15; Pixel 8) Chrome/150")).toBe("android");
  expect(kind("Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb HarmonyOS")).toBe("android");
  expect(kind("Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X)")).toBe("ios");
  expect(kind("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari", 5)).toBe("ios");
  expect(kind("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari")).toBe("desktop");
  expect(kind("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", 10)).toBe("desktop");
});
