import { afterEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { readFrom, voiceStart } from "#ui/reader/aids/aid.ts";
import { resetReading, type WayName, way } from "#ui/reader/type/reading-preferences.ts";
import { body, closeReader, openReader, page, screen } from "../open-reader.tsx";

const html = Array.from({ length: 40 }, (_, at) => `<p>这是第${at}段，${"写得不长也不短，".repeat(6)}</p>`).join("");

afterEach(() => {
  closeReader();
  resetReading();
  voiceStart.value = undefined;
});

/** The lines that are on screen and reach below a height, in CSS pixels. */
function linesBelow(height: number): string[] {
  const pane = page().getBoundingClientRect();
  return [...body().querySelectorAll("p")].flatMap((paragraph) => {
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    const lines = [...range.getClientRects()].filter((line) => line.right > pane.left && line.left < pane.right);
    return lines.filter((line) => line.bottom > height + 1).map(() => paragraph.textContent?.slice(0, 8) ?? "");
  });
}

test.each<WayName>(["pages", "vertical"])(
  "the voice's keys cover no line of %s, and give the room back",
  async (name) => {
    await openReader({ html });
    way.value = name;
    await vi.waitFor(() => expect(screen().classList).toContain(`way-${name}`));
    await vi.waitFor(() => expect(document.querySelector(".aids")).not.toBeNull());
    const height = page().clientHeight;
    readFrom(0);
    const keys = await vi.waitFor(() => {
      const found = document.querySelector<HTMLElement>(".player");
      expect(found?.getBoundingClientRect().bottom).toBeLessThan(screen().getBoundingClientRect().bottom - 30);
      return found as HTMLElement;
    });
    await vi.waitFor(() => expect(page().clientHeight).toBeLessThan(height));
    await vi.waitFor(() => expect(linesBelow(keys.getBoundingClientRect().top)).toEqual([]));
    voiceStart.value = undefined;
    await vi.waitFor(() => expect(page().clientHeight).toBe(height));
  },
);

test("Escape puts the voice away, with or without one on the device, and leaves the article open", async () => {
  await openReader({ html });
  await vi.waitFor(() => expect(document.querySelector(".aids")).not.toBeNull());
  const address = location.hash;
  readFrom(0);
  await vi.waitFor(() => expect(document.querySelector(".player")).not.toBeNull());
  await userEvent.keyboard("{Escape}");
  await vi.waitFor(() => expect(document.querySelector(".player")).toBeNull());
  expect(location.hash).toBe(address);
  expect(voiceStart.value).toBeUndefined();
});
