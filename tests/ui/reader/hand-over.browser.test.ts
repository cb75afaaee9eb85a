import { afterEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { placeOf } from "#library/places.ts";
import { resetReading, type WayName, way } from "#ui/reader/type/reading-preferences.ts";
import { body, closeReader, openId, openReader, page } from "./open-reader.tsx";

const html = Array.from(
  { length: 90 },
  (_, at) => `<p>这是第${at}段，${"写得不长也不短，".repeat(3 + (at % 8))}</p>`,
).join("");

afterEach(() => {
  closeReader();
  resetReading();
});

const kept = async () => (await placeOf(openId()))?.offset ?? 0;

/** Goes a screen on by key, and waits until the place that leads to is written down. */
async function goOn(): Promise<number> {
  const before = await kept();
  await userEvent.keyboard("{PageDown}");
  await vi.waitFor(async () => expect(await kept(), way.value).toBeGreaterThan(before), { timeout: 5000 });
  return kept();
}

test("pages, scrolling and vertical lines hand the place to one another after each move", async () => {
  await openReader({ html });
  const ways: WayName[] = ["pages", "scroll", "vertical", "pages", "vertical", "scroll", "pages"];
  for (const next of ways) {
    way.value = next;
    await vi.waitFor(() => expect(body().closest(".reader-screen")?.classList).toContain(`way-${next}`));
    await goOn();
  }
});

test("a page that begins to turn late is turned all the same", async () => {
  await openReader({ html });
  way.value = "pages";
  await vi.waitFor(() => expect(page().scrollWidth).toBeGreaterThan(2000));
  const turn = page().scrollTo.bind(page());
  // As on a slow phone: the first frame of the turn comes long after its key.
  let late = 0;
  const turnLate = (to: ScrollToOptions) => {
    clearTimeout(late); // a scroll ends the one before it
    if (to.behavior === "smooth") late = window.setTimeout(() => turn(to), 300);
    else turn(to);
  };
  Object.assign(page(), { scrollTo: turnLate });
  const place = await goOn();
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(await kept()).toBe(place);
  expect(page().scrollLeft).toBeGreaterThan(300);
});
